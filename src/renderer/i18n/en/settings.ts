import type { Translated } from '../translated.ts';
import type { settings as zh } from '../zh-CN/settings.ts';

export const settings = {
  title: 'Settings',
} as const satisfies Translated<typeof zh>;
