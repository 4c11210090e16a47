import type { StayRow } from '#shared/contract/stays.ts';

export type Wrong = 'hasBed' | 'hasNoBed' | 'hasLeft';

/** What an act needs of a patient; null where it may go ahead. */
export function whatForbids(
  act: 'assign' | 'move' | 'swap' | 'discharge',
  row: Pick<StayRow, 'status'>,
): Wrong | null {
  if (row.status === 'left') return 'hasLeft';
  if (act === 'assign') return row.status === 'waiting' ? null : 'hasBed';
  return act !== 'discharge' && row.status === 'waiting' ? 'hasNoBed' : null;
}
