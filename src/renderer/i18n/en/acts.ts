import { sharedActs } from '../shared-acts.ts';

export const acts = sharedActs('en');
