import { isOverridable } from '#shared/contract/allocation-reasons.ts';
import type { BedView } from '#shared/contract/beds.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StayId } from '#shared/contract/values.ts';

export type Check = OutputOf<'allocation.check'>;
type Reasons = Check['refusals'];
type Person = NonNullable<BedView['occupant']>;

export type CarryAct = 'assign' | 'move' | 'swap';

/** What would come of putting the carried patient into a bed. */
export type Verdict =
  | { kind: 'asking' }
  /** Their own bed. */
  | { kind: 'own' }
  | { kind: 'free'; warnings: Reasons }
  /** Against a rule that a nurse may put aside, with a reason. */
  | { kind: 'overridable'; refusals: Reasons; warnings: Reasons }
  | { kind: 'barred'; refusals: Reasons }
  /** Somebody is there with whom the bed can be changed. */
  | { kind: 'swap'; other: Person }
  /** A swap needs somebody in the other bed. */
  | { kind: 'nobody' };

export function verdictOf(
  act: CarryAct,
  stayId: StayId,
  view: BedView | undefined,
  check: Check | undefined,
): Verdict {
  if (!view) return { kind: 'asking' };
  const { occupant } = view;
  if (occupant?.stayId === stayId) return { kind: 'own' };
  if (occupant && act !== 'assign') return { kind: 'swap', other: occupant };
  if (act === 'swap') return { kind: 'nobody' };
  if (!check) return { kind: 'asking' };
  const { refusals, warnings } = check;
  if (refusals.length === 0) return { kind: 'free', warnings };
  if (refusals.every(isOverridable)) return { kind: 'overridable', refusals, warnings };
  return { kind: 'barred', refusals: refusals.filter((reason) => !isOverridable(reason)) };
}

/** Can the patient be put there, if need be with a reason? */
export const isPossible = ({ kind }: Verdict): boolean =>
  kind === 'free' || kind === 'overridable' || kind === 'swap';
