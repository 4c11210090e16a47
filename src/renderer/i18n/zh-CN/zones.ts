export const zones = {};
