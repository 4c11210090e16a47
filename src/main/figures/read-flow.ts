import type { Flow } from '#shared/contract/figures.ts';
import type { Reads } from '../ipc/context.ts';
import { readZones } from '../zones/zone-repository.ts';
import { FlowTally } from './flow-rules.ts';
import { readJourneys } from './journey-repository.ts';
import type { Interval } from './journey-rules.ts';

/**
 * Who came, moved and left over (from, to], as it was known after the act `knownBy`; null: as it is known now.
 * A report that was signed keeps this number, and so can be told again.
 */
export async function readFlow(
  db: Reads,
  interval: Interval,
  knownBy: number | null,
): Promise<Omit<Flow, 'knownAt'>> {
  const tally = new FlowTally(interval);
  for await (const journey of readJourneys(db, interval, knownBy)) tally.add(journey);
  const zones = await readZones(db);
  return {
    ...interval,
    total: tally.total(),
    places: [
      ...zones.map(({ id, code, name, sex_policy: sexPolicy }) => ({
        zone: { id, code, name, sexPolicy },
        ...tally.at(id),
      })),
      { zone: null, ...tally.at(null) },
    ],
    leftByWay: tally.leftByWay,
  };
}
