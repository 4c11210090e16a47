import type { Translated } from '../translated.ts';
import type { beds as zh } from '../zh-CN/beds.ts';

export const beds = {
  title: 'Beds',
} as const satisfies Translated<typeof zh>;
