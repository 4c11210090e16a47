export const roster = {
  title: '名单',
} as const;
