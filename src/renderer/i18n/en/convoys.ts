import type { Translated } from '../translated.ts';
import type { convoys as zh } from '../zh-CN/convoys.ts';

export const convoys = {
  title: 'Convoys',
} as const satisfies Translated<typeof zh>;
