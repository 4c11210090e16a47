import { sharedVocabulary } from '../shared-vocabulary.ts';
import type { Translated } from '../translated.ts';
import type { vocabulary as zh } from '../zh-CN/vocabulary.ts';

export const vocabulary = {
  ...sharedVocabulary('en'),
  stayStatuses: { waiting: 'waiting for a bed', 'in-house': 'in house', left: 'left' },
} as const satisfies Translated<typeof zh>;
