import type { Translated } from '../translated.ts';
import type { admit as zh } from '../zh-CN/admit.ts';

export const admit = {
  title: 'Admit',
} as const satisfies Translated<typeof zh>;
