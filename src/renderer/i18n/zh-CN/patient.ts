export const patient = {
  title: '',
} as const;
