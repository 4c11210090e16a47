import { allocate } from '#main/allocation/allocate-rules.ts';
import { readWaiting } from '#main/allocation/propose-beds.ts';
import { personOf, readSituation } from '#main/allocation/situation-repository.ts';
import { madeUpPeople } from '#main/demo/made-up-people.ts';
import { randomFrom } from '#main/demo/random.ts';
import { openTestWard, ZONE } from '../fixtures/ward.ts';
import { noTimes, timed } from './figures.ts';
import { rosterFile } from './roster-file.ts';
const ward = await openTestWard('stadium-1200', '2022-04-07 19:00');
const people = madeUpPeople(randomFrom(996), 996, '2022-04-07' as never).map(({ details }) => details);
const bytes = await rosterFile(people, 'csv');
const { rosterId } = await ward.call('rosters.open', { fileName: 'a.csv', base64: bytes.toString('base64'), convoyId: null });
const { stayIds } = await ward.call('rosters.commit', { rosterId, language: 'zh-CN' });
console.log(stayIds.length);
const now = ward.at('2022-04-07 20:00');
const situation = await readSituation(ward.db.read, now, ZONE);
const waiting = (await readWaiting(ward.db.read, null, now, ZONE)).map(personOf);
for (const n of [45, 45, 45, 45, 45, 45, 45, 45, 996]) {
  const t = noTimes();
  const r = await timed(t, () => allocate({ ...situation, people: waiting.slice(0, n), fixed: [] }));
  console.log(n, 'wall', t.wall[0]?.toFixed(0), 'cpu', t.cpu[0]?.toFixed(0), 'unplaced', r.unplaced.length, r.objective, r.bound);
}
await ward.close();
