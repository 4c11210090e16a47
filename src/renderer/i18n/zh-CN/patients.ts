export const patients = {
  title: '',
} as const;
