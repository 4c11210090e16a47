export const bedsGrid = {
  title: '',
} as const;
