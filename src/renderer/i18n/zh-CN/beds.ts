export const beds = {
  title: '床位',
} as const;
