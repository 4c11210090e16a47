export const admit = {
  title: '接诊',
} as const;
