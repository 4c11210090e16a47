import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { connect } from '#main/db/open.ts';
import { madeUpPeople } from '#main/demo/made-up-people.ts';
import { randomFrom } from '#main/demo/random.ts';
import { instantFromMillis, localDateOf, localOf } from '#shared/rules/instant.ts';
import { openTestWard, type TestWard, ZONE } from '../fixtures/ward.ts';
import { DAY, type History, NOW, PRESENT, TURN, writeHistory } from './history.ts';

/** One season is written stay by stay, and then again and again as whole tables, each time later. */
const SEASONS = 38;
const TURNS = 22;
const SEASON_DAYS = (TURNS * TURN) / DAY;
const BEDS = 1200;

const FIRST: History = {
  stays: TURNS * BEDS,
  present: 0,
  turns: TURNS,
  opening: NOW - 3 * DAY - SEASONS * TURNS * TURN,
  after: { acts: 0, stays: 0 },
};
/** All that is asked for by a screen is here except the replies and subjects of acts. */
const COLUMNS: Record<string, string[]> = {
  person: [
    ...['name', 'name_pinyin', 'name_initials', 'sex', 'birth_date', 'document_type', 'document_number'],
    ...['document_tail', 'phone', 'phone_digits', 'provisional'],
  ],
  act: ['procedure', 'operator_id', 'late', 'reason'],
  stay: [
    ...['address', 'district', 'street', 'first_positive_date', 'conditions', 'vaccine_doses', 'mobility'],
    ...['needs', 'companions', 'emergency_contact', 'emergency_phone', 'remarks'],
  ],
  stay_period: ['way', 'destination', 'companion', 'note'],
  stay_classification: ['classification'],
  bed_assignment: ['bed_id'],
  disinfection: ['bed_id'],
};

/** Where such a ward is kept from one run to the next, if anywhere: it takes minutes to write. */
const KEPT = process.env.FANGCANG_LONG_WARD;

const local = (millis: number) => localOf(instantFromMillis(millis), ZONE).replace('T', ' ').slice(0, 16);

/** The same people in house as in the long one, in a hospital that opened with them. */
export async function openShortWard(): Promise<TestWard> {
  const opening = NOW - 3 * DAY;
  const ward = await openTestWard('stadium-1200', local(opening));
  const today = localDateOf(instantFromMillis(NOW), ZONE);
  const people = madeUpPeople(randomFrom(2022), FIRST.stays, today).map(({ details }) => details);
  const database = connect(ward.file, {});
  writeHistory(database, people, ward.operatorId, {
    ...{ stays: PRESENT, present: PRESENT, turns: 0 },
    ...{ opening, after: { acts: 0, stays: 0 } },
  });
  database.pragma('wal_checkpoint(truncate)');
  database.close();
  ward.at(local(NOW));
  return ward;
}

/** A ward of 1,200 beds after a million stays, more than eleven years of them. */
export async function openLongWard(): Promise<TestWard> {
  if (KEPT !== undefined && existsSync(KEPT)) return openTestWard('stadium-1200', local(NOW), KEPT);
  const ward = await openTestWard('stadium-1200', local(FIRST.opening));
  const today = localDateOf(instantFromMillis(NOW), ZONE);
  const people = madeUpPeople(randomFrom(2022), FIRST.stays, today).map(({ details }) => ({
    ...details,
    documentType: 'none' as const,
    documentNumber: null,
  }));
  const database = connect(ward.file, {});
  database.pragma('cache_size = -800000');
  const start = performance.now();
  withoutOverlapChecks(database, () => {
    writeHistory(database, people, ward.operatorId, FIRST);
    const acts = database.prepare('select max(seq) from act').pluck().get() as number;
    database.pragma('foreign_keys = OFF');
    for (let season = 1; season < SEASONS; season++) writeAgain(database, season, acts);
    const after = { acts: acts * SEASONS, stays: FIRST.stays * SEASONS };
    const opening = FIRST.opening + SEASONS * TURNS * TURN;
    writeHistory(database, people, ward.operatorId, {
      ...{ stays: PRESENT, present: PRESENT, turns: 0 },
      ...{ opening, after },
    });
  });
  database.pragma('wal_checkpoint(truncate)');
  if (KEPT !== undefined) database.prepare('vacuum into ?').run(KEPT);
  const stays = database.prepare('select count(*) from stay').pluck().get();
  database.close();
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`  a ward with ${stays} stays, ${PRESENT} of them going on (written in ${seconds} s)`);
  ward.at(local(NOW));
  return ward;
}

/** The first season once more, `season` seasons later, with people, stays and acts of its own. */
function writeAgain(database: Database, season: number, acts: number): void {
  const seq = season * acts;
  const id = (column: string) => `printf('%08x', ${season}) || substr(${column}, 9)`;
  const later = (column: string) =>
    `strftime('%Y-%m-%dT%H:%M:%fZ', ${column}, '+${season * SEASON_DAYS} days')`;
  const known = { recorded_by: `recorded_by + ${seq}`, superseded_by: `superseded_by + ${seq}` };
  const interval = { from_at: later('from_at'), to_at: later('to_at'), ...known };
  const changed: Record<string, Record<string, string>> = {
    person: { id: id('id') },
    act: {
      ...{ seq: `seq + ${seq}`, id: id('id'), key: id('key') },
      ...{ happened_at: later('happened_at'), recorded_at: later('recorded_at') },
    },
    stay: {
      ...{ id: id('id'), person_id: id('person_id') },
      ...{ number: `number + ${season * FIRST.stays}`, version: `version + ${seq}` },
    },
    stay_period: { stay_id: id('stay_id'), ...interval },
    stay_classification: { stay_id: id('stay_id'), from_at: later('from_at'), ...known },
    bed_assignment: { stay_id: id('stay_id'), ...interval },
    disinfection: { ready_at: later('ready_at'), ...interval },
  };
  database.transaction(() => {
    for (const [table, same] of Object.entries(COLUMNS)) {
      const other = changed[table] ?? {};
      const first = table === 'act' ? `where seq <= ${acts}` : firstOf(table, acts);
      database.exec(
        `insert into ${table} (${[...same, ...Object.keys(other)].join()})
         select ${[...same, ...Object.values(other)].join()} from ${table} ${first}`,
      );
    }
  })();
}

/** The rows of the first season, of which every table has as many as of any other. */
function firstOf(table: string, acts: number): string {
  if (table === 'person') return `where id in (select person_id from stay where number <= ${FIRST.stays})`;
  return table === 'stay' ? `where number <= ${FIRST.stays}` : `where recorded_by <= ${acts}`;
}

/** Each looks through all that a bed has seen, which is eight hundred people in the end. */
function withoutOverlapChecks(database: Database, work: () => void): void {
  const triggers = database
    .prepare("select name, sql from sqlite_master where type = 'trigger' and name like '%_kept_apart'")
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) database.exec(`drop trigger ${name}`);
  work();
  for (const { sql } of triggers) database.exec(sql);
}
