export const dailyReports = {};
