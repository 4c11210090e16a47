import type { Translated } from '../translated.ts';
import type { reports as zh } from '../zh-CN/reports.ts';

export const reports = {
  title: 'Reports',
} as const satisfies Translated<typeof zh>;
