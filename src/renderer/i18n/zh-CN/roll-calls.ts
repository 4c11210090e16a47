export const rollCalls = {};
