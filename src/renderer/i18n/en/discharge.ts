import type { Translated } from '../translated.ts';
import type { discharge as zh } from '../zh-CN/discharge.ts';

export const discharge = {
  title: 'Discharge',
} as const satisfies Translated<typeof zh>;
