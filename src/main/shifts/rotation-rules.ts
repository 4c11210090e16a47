import { TEAMS, type Team } from '#shared/contract/clinical-vocabulary.ts';
import type { HandedOver } from '#shared/contract/relief-teams.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';

interface Somebody {
  operatorId: OperatorId;
  name: string;
  group: Team;
}

/** Over which time somebody of the next team can be on duty; open ends are null. */
export interface NextPerson extends Somebody {
  from: Instant;
  to: Instant | null;
}

interface OnDuty {
  operatorId: OperatorId;
  from: Instant;
  to: Instant;
}

/** A duty of the leaving team with who takes it, from the takeover on; null: nobody. */
export interface Succession<D extends OnDuty> {
  duty: D;
  from: Instant;
  next: NextPerson | null;
}

/**
 * Who takes whose shifts when a team takes over: within each group one for one, in the order of the two lists. Who
 * is on another shift then already, or not here, does not take it; shifts without a successor are dropped.
 */
export function succeed<D extends OnDuty>(
  at: Instant,
  leaving: readonly Somebody[],
  next: readonly NextPerson[],
  duties: readonly D[],
  ownDuties: readonly OnDuty[],
): { people: HandedOver[]; successions: Succession<D>[] } {
  const pairs = TEAMS.flatMap((group) => {
    const takers = next.filter((one) => one.group === group);
    return leaving.filter((one) => one.group === group).map((one, i) => ({ one, taker: takers[i] ?? null }));
  });
  const successions: Succession<D>[] = [];
  const people = pairs.map(({ one, taker }) => {
    const own = duties
      .filter(({ operatorId }) => operatorId === one.operatorId)
      .map((duty) => {
        const from = duty.from < at ? at : duty.from;
        const free = taker && canTake(taker, { ...duty, from }, ownDuties);
        return { duty, from, next: free ? taker : null };
      });
    successions.push(...own);
    return {
      group: one.group,
      leaving: { operatorId: one.operatorId, name: one.name },
      next: taker && { operatorId: taker.operatorId, name: taker.name },
      duties: own.length,
      dropped: own.filter((succession) => succession.next === null).length,
    };
  });
  return { people, successions };
}

const canTake = (taker: NextPerson, { from, to }: OnDuty, ownDuties: readonly OnDuty[]): boolean =>
  taker.from <= from &&
  (taker.to === null || taker.to >= to) &&
  !ownDuties.some((own) => own.operatorId === taker.operatorId && own.from < to && own.to > from);
