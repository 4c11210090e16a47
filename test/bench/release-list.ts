import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { LocalDate } from '#shared/rules/instant.ts';
import { wardOfLeavers } from '../fixtures/release-ward.ts';
import { noTimes, type Part, timed } from './figures.ts';

const PEOPLE = 500;
const ROUNDS = 5;
const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;

/** Rows for each person: period, bed, disinfection, basis, subjects and a change of the act. */
const ROWS = PEOPLE * 8;

/** As many rows as a discharge of all writes, in one transaction on a file of its own. */
function insertPlainly(file: string): void {
  const database = new Database(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec('create table fact (id integer primary key, stay text, bed text, from_at text, to_at text)');
  const insert = database.prepare('insert into fact (stay, bed, from_at, to_at) values (?, ?, ?, ?)');
  database.transaction(() => {
    for (let i = 0; i < ROWS; i++) insert.run(randomUUID(), randomUUID(), '2022-04-08', '2022-04-09');
  })();
  database.close();
}

/** Tomorrow's list of 500: proposed, made, seated, read, signed; then everybody leaves by it at once, and comes back. */
export async function measureReleaseList(): Promise<Part> {
  const { ward, eligible } = await wardOfLeavers(
    PEOPLE,
    '2022-04-07 20:00',
    (days) => `2022-04-0${7 - days} 19:00`,
  );
  const day = '2022-04-08' as LocalDate;
  const times = {
    propose: noTimes(),
    set: noTimes(),
    seat: noTimes(),
    read: noTimes(),
    preview: noTimes(),
    leave: noTimes(),
    undo: noTimes(),
  };
  const reference = noTimes();
  await timed(times.propose, () => ward.call('releases.propose', { day }));
  const { listId } = await ward.call('releases.open', { day });
  await timed(times.set, () => ward.call('releases.setMembers', { listId, add: eligible }));
  for (let i = 0; i < 14; i++) {
    await ward.call('releases.addBus', {
      listId,
      ...{ plate: `吉B${String(i).padStart(5, '0')}`, seats: 40, district: '', meetingPoint: '' },
      departsAt: '2022-04-08T09:00+08:00',
    });
  }
  await timed(times.seat, () => ward.call('releases.assignBuses', { listId }));
  const operators = (await ward.call('ward.operators', {})).filter(({ name }) => /护士/.test(name));
  for (const [i, role] of (['doctor', 'nurse'] as const).entries()) {
    const act = { key: randomUUID(), operatorId: operators[i]?.id };
    const reply = await ward.router('releases.sign', { listId, role, act });
    if (!reply.ok) throw new Error(JSON.stringify(reply));
  }
  for (let i = 0; i < ROUNDS; i++) {
    ward.at(`2022-04-08 09:0${i}`);
    await timed(times.read, () => ward.call('releases.list', { day }));
    const asked = { stayIds: eligible, leaving: LEAVING, listId };
    await timed(times.preview, () => ward.call('discharges.preview', asked));
    const stays = eligible.map((stayId) => ({ stayId }));
    const { actId } = await timed(times.leave, () =>
      ward.call('discharges.commit', { stays, leaving: LEAVING, listId }),
    );
    await timed(times.undo, () => ward.call('acts.undo', { actId }));
    await timed(reference, () => insertPlainly(join(ward.folder, `plain-${i}.db`)));
  }
  await ward.close();
  return {
    about: `tomorrow’s list of ${PEOPLE}, through the router; the reference: ${ROWS} rows inserted plainly in one transaction`,
    figures: [
      { what: 'who may leave, proposed', ours: times.propose },
      { what: 'put on the list', ours: times.set },
      { what: 'seated in 14 buses', ours: times.seat },
      { what: 'the list read and judged', ours: times.read },
      { what: 'a pass or fail for each', ours: times.preview },
      { what: 'all discharged at once', ours: times.leave, reference, aim: 'under 3 s' },
      { what: 'and taken back', ours: times.undo },
    ],
  };
}
