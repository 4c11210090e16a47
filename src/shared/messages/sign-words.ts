import type { MeasuredSign } from '../contract/rounds.ts';
import type { Sentence } from './fill.ts';

/** The measured signs as they are called at the bedside. */
export const SIGN_WORDS = {
  temperature: { zh: '体温', en: 'Temperature' },
  pulse: { zh: '脉搏', en: 'Pulse' },
  respiratoryRate: { zh: '呼吸', en: 'Respiratory rate' },
  spo2: { zh: '血氧', en: 'SpO2' },
  oxygenFlow: { zh: '氧流量', en: 'Oxygen flow' },
  systolic: { zh: '收缩压', en: 'Systolic pressure' },
  diastolic: { zh: '舒张压', en: 'Diastolic pressure' },
} as const satisfies Record<MeasuredSign, Sentence>;
