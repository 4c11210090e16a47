import { linearSumAssignment } from 'linear-sum-assignment';
import { allocate } from '#main/allocation/allocate-rules.ts';
import { readWaiting } from '#main/allocation/propose-beds.ts';
import { personOf, readSituation } from '#main/allocation/situation-repository.ts';
import { madeUpPeople } from '#main/demo/made-up-people.ts';
import { randomFrom } from '#main/demo/random.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { openTestWard, ZONE } from '../fixtures/ward.ts';
import { noTimes, type Part, timed } from './figures.ts';
import { rosterFile } from './roster-file.ts';

const BEDS = 1200;
const CONVOY = 996;
const BUS = 45;
const BUSES = 12;

/** Beds proposed for a bus load and for a whole night's convoys, in a ward with 1,200 free beds. */
export async function measureAllocation(): Promise<Part> {
  const ward = await openTestWard('stadium-1200', '2022-04-07 19:00');
  const people = madeUpPeople(randomFrom(CONVOY), CONVOY, '2022-04-07' as LocalDate);
  const bytes = await rosterFile(
    people.map(({ details }) => details),
    'xlsx',
  );
  const file = { fileName: 'convoy.xlsx', base64: bytes.toString('base64'), convoyId: null };
  const { rosterId } = await ward.call('rosters.open', file);
  const { stayIds } = await ward.call('rosters.commit', { rosterId, language: 'zh-CN' });
  const now = ward.at('2022-04-07 20:00');

  const lines = { bus: noTimes(), busRules: noTimes(), convoy: noTimes() };
  const plain = { bus: noTimes(), convoy: noTimes() };
  const situation = await readSituation(ward.db.read, now, ZONE);
  const waiting = (await readWaiting(ward.db.read, null, now, ZONE)).map(personOf);
  const buses = Array.from({ length: BUSES }, (_, i) => stayIds.slice(i * BUS, (i + 1) * BUS));
  for (const bus of buses) {
    const aboard = new Set(bus);
    const those = waiting.filter(({ stayId }) => aboard.has(stayId));
    await timed(lines.bus, () => ward.call('allocation.propose', { stayIds: bus }));
    await timed(lines.busRules, () => allocate({ ...situation, people: those, fixed: [] }));
    await timed(plain.bus, () => plainAssignment(BUS));
  }
  const { unplaced } = await timed(lines.convoy, () => ward.call('allocation.propose', { stayIds: null }));
  await timed(plain.convoy, () => plainAssignment(CONVOY));
  await ward.close();
  return {
    about: `allocation.propose in a ward of ${BEDS} free beds, against linear-sum-assignment on random costs of the same size`,
    figures: [
      { what: `${BUS} people`, ours: lines.bus, reference: plain.bus, aim: 'under 200 ms' },
      { what: '  the rules alone', ours: lines.busRules, aim: 'under 200 ms' },
      { what: `${stayIds.length} people`, ours: lines.convoy, reference: plain.convoy },
    ],
    notes: [`of ${stayIds.length} people ${unplaced.length} were left without a bed`],
  };
}

function plainAssignment(people: number): void {
  const random = randomFrom(people);
  const costs = Array.from({ length: people }, () =>
    Float64Array.from({ length: BEDS }, () => random.int(0, 1000)),
  );
  linearSumAssignment(costs, { maximaze: false });
}
