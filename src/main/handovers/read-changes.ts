import type { HandoverBody, HandoverPerson } from '#shared/contract/handover-body.ts';
import { assess } from '#shared/rules/assess.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import type { Interval } from '../figures/journey-rules.ts';
import type { Reads } from '../ipc/context.ts';
import { readRoundStates } from '../rounds/round-states.ts';
import { changeOf } from './change-rules.ts';

/** Who of these was worse or better at the end of the interval than at its beginning, by bed. */
export async function readChanges(
  db: Reads,
  people: readonly HandoverPerson[],
  { from, to }: Interval,
  clocks: TimeZone,
): Promise<Pick<HandoverBody, 'worse' | 'better'>> {
  const ids = people.map(({ stayId }) => stayId);
  const { protocol, states } = await readRoundStates(db, ids, to, clocks);
  const found = new Map(states.map((state) => [state.patient.stayId, state]));
  const lists: Pick<HandoverBody, 'worse' | 'better'> = { worse: [], better: [] };
  for (const person of people) {
    const state = found.get(person.stayId);
    if (!state) continue;
    const earlier = state.observations.filter(({ takenAt }) => takenAt <= from);
    const change = changeOf(assess(earlier, state.patient, protocol), state.assessment, from);
    if (!change) continue;
    const { way, ...rest } = change;
    lists[way].push({ ...person, ...rest });
  }
  return lists;
}
