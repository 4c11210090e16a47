import { sharedFields } from '../shared-vocabulary.ts';

export const fields = sharedFields('en');
