import type { Translated } from '../translated.ts';
import type { patients as zh } from '../zh-CN/patients.ts';

export const patients = {
  title: '',
} as const satisfies Translated<typeof zh>;
