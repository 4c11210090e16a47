import type { Translated } from '../translated.ts';
import type { bedsGrid as zh } from '../zh-CN/beds-grid.ts';

export const bedsGrid = {
  title: '',
} as const satisfies Translated<typeof zh>;
