export const convoys = {
  title: '转运批次',
} as const;
