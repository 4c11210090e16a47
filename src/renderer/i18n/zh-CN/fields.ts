import { sharedFields } from '../shared-vocabulary.ts';

/** What is written down about a person, by the names of the contract: shared/messages/field-words.ts. */
export const fields = sharedFields('zh');
