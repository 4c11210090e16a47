import { FLOW_FIGURES, type Flow, type RestatingAct } from '#shared/contract/figures.ts';
import type { StayId } from '#shared/contract/values.ts';
import { lastActBy } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import type { Interval } from './journey-rules.ts';
import { refuseFuture, requirePastPeriod } from './knowledge.ts';
import { readFlow } from './read-flow.ts';
import { add, type Effect, effectsOf } from './restatement-rules.ts';
import { readNames, selectActs } from './restating-act-repository.ts';
import { readChangedStays } from './version-repository.ts';

/** A period as it was first reported, as it is known now, and which acts made the difference. */
export const showRestatements: QueryHandler<'figures.restatements'> = async (db, input, context) => {
  const { from, to, knownAt } = input;
  requirePastPeriod({ from, to }, context);
  refuseFuture(knownAt, context);
  const knownBy = await lastActBy(db, knownAt);
  const now = await readFlow(db, { from, to }, null);
  return {
    reported: { ...(await readFlow(db, { from, to }, knownBy)), knownAt },
    now: { ...now, knownAt: null },
    acts: await readRestatingActs(db, { from, to }, knownBy, now.places),
  };
};

interface Restating {
  effects: Map<string, Effect>;
  stays: Set<StayId>;
}

/**
 * The acts after `knownBy` that changed figures of the interval, in the order in which they were recorded. Their
 * effects added to what was known then give what is known now.
 */
async function readRestatingActs(
  db: Reads,
  interval: Interval,
  knownBy: number,
  places: Flow['places'],
): Promise<RestatingAct[]> {
  const acts = new Map<number, Restating>();
  for await (const stay of readChangedStays(db, interval, knownBy)) {
    for (const { seq, effects } of effectsOf(stay, interval, knownBy)) {
      const act = acts.get(seq) ?? { effects: new Map(), stays: new Set() };
      acts.set(seq, act);
      for (const effect of effects) add(act.effects, effect);
      act.stays.add(stay.stayId);
    }
  }
  const found: RestatingAct[] = [];
  const seqs = [...acts.keys()].sort((a, b) => a - b);
  for (const some of inChunks(seqs, 1000))
    for (const { seq, ...row } of await selectActs(db, some)) {
      const { effects, stays } = acts.get(seq) ?? { effects: new Map(), stays: new Set() };
      found.push({
        ...row,
        late: row.late === 1,
        effects: inOrder([...effects.values()], places),
        stays: await readNames(db, [...stays]),
      });
    }
  return found;
}

function inOrder(effects: readonly Effect[], places: Flow['places']): RestatingAct['effects'] {
  const placed = places.flatMap(({ zone }) =>
    FLOW_FIGURES.map((figure) => ({
      zone: zone && { id: zone.id, code: zone.code },
      figure,
      by: effects.find((one) => one.place === (zone?.id ?? null) && one.figure === figure)?.by ?? 0,
    })),
  );
  return placed.filter(({ by }) => by !== 0);
}
