import { sharedActs } from '../shared-acts.ts';

/** What each command is called in a history, the status line and the refusals: shared/messages/act-words.ts. */
export const acts = sharedActs('zh');
