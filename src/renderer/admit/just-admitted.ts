import type { OutputOf } from '#shared/contract/index.ts';
import type { StayId } from '#shared/contract/values.ts';

/** Somebody admitted at this desk, as the answer of the ward told. */
export interface Admitted {
  stayId: StayId;
  name: string;
  number: number;
  bed: string | null;
  returning: boolean;
}

const LATEST_KEPT = 10;

export const NOBODY_ADMITTED: { latest: Admitted[] } = { latest: [] };

export const withAdmitted = (latest: readonly Admitted[], one: Admitted): Admitted[] =>
  [one, ...latest.filter(({ stayId }) => stayId !== one.stayId)].slice(0, LATEST_KEPT);

/** `gone`: the admission was taken back, or the patient has left. */
export type WhereNow = { at: 'bed'; bed: string } | { at: 'waiting' } | { at: 'gone' };

/** Where each of them is now, whoever moved them since. */
export function whereNow(
  stayIds: readonly StayId[],
  board: OutputOf<'beds.board'>,
  plan: OutputOf<'beds.plan'>,
  waiting: OutputOf<'stays.list'>,
): Map<StayId, WhereNow> {
  const codes = new Map(plan.beds.map(({ id, code }) => [id, code]));
  const beds = new Map(
    board.beds.flatMap(({ id, occupant }) =>
      occupant ? [[occupant.stayId, codes.get(id) ?? ''] as const] : [],
    ),
  );
  const without = new Set(waiting.rows.map(({ stayId }) => stayId));
  return new Map(
    stayIds.map((stayId): [StayId, WhereNow] => {
      const bed = beds.get(stayId);
      if (bed !== undefined) return [stayId, { at: 'bed', bed }];
      return [stayId, { at: without.has(stayId) ? 'waiting' : 'gone' }];
    }),
  );
}
