import type { StayStatus } from '#shared/contract/stays.ts';
import { sharedVocabulary } from '../shared-vocabulary.ts';

/** The words of src/shared/messages/vocabulary.ts, and those that only screens say. */
export const vocabulary = {
  ...sharedVocabulary('zh'),
  stayStatuses: {
    waiting: '待安排床位',
    'in-house': '在舱',
    left: '已出舱',
  } as const satisfies Record<StayStatus, string>,
} as const;
