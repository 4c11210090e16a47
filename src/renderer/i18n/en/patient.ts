import type { Translated } from '../translated.ts';
import type { patient as zh } from '../zh-CN/patient.ts';

export const patient = {
  title: '',
} as const satisfies Translated<typeof zh>;
