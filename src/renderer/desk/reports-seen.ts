import { kept } from './kept.ts';

/** Up to when the runs of each ward were seen at this desk, over a restart. */
export const reportsSeen = kept<Readonly<Record<string, string>>>('desk:reports-seen', {}, (stored) =>
  typeof stored === 'object' && stored !== null && Object.values(stored).every((at) => typeof at === 'string')
    ? (stored as Readonly<Record<string, string>>)
    : null,
);
