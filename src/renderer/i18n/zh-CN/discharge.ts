export const discharge = {
  title: '出舱',
} as const;
