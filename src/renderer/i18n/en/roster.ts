import type { Translated } from '../translated.ts';
import type { roster as zh } from '../zh-CN/roster.ts';

export const roster = {
  title: 'Roster',
} as const satisfies Translated<typeof zh>;
