import { existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { connect } from '#main/db/open.ts';
import { madeUpPeople } from '#main/demo/made-up-people.ts';
import { randomFrom } from '#main/demo/random.ts';
import { instantFromMillis, localDateOf, localOf } from '#shared/rules/instant.ts';
import { openTestWard, type TestWard, ZONE } from '../fixtures/ward.ts';
import { MILLION, NOW, writeHistory } from './history.ts';

/** The same few thousand come again and again, as other people without documents: a million are not made up. */
const FACES = 6000;

/** Where such a ward is kept from one run to the next, if anywhere: it takes minutes to write. */
const KEPT = process.env.FANGCANG_LONG_WARD;

/** A ward of 1,200 beds after a million stays, every one of them with all its acts. */
export async function openLongWard(): Promise<TestWard> {
  const local = (millis: number) => localOf(instantFromMillis(millis), ZONE).replace('T', ' ').slice(0, 16);
  if (KEPT !== undefined && existsSync(KEPT)) return openTestWard('stadium-1200', local(NOW), KEPT);
  const ward = await openTestWard('stadium-1200', local(MILLION.opening));
  const faces = madeUpPeople(randomFrom(2022), FACES, localDateOf(instantFromMillis(NOW), ZONE)).map(
    ({ details }) => ({ ...details, documentType: 'none' as const, documentNumber: null }),
  );
  const people = Array.from({ length: MILLION.stays }, (_, i) => faces[i % FACES] as (typeof faces)[number]);
  const database = connect(ward.file, {});
  database.pragma('foreign_keys = ON');
  database.pragma('cache_size = -800000');
  const start = performance.now();
  const present = withoutOverlapChecks(database, () =>
    writeHistory(database, people, ward.operatorId, MILLION),
  );
  database.pragma('wal_checkpoint(truncate)');
  if (KEPT !== undefined) database.prepare('vacuum into ?').run(KEPT);
  database.close();
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`  a ward with ${MILLION.stays} stays, ${present} of them going on (written in ${seconds} s)`);
  ward.at(local(NOW));
  return ward;
}

/** Each looks through all that a bed has seen, which is eight hundred people in the end; see old-ward.ts for that. */
function withoutOverlapChecks<T>(database: Database, work: () => T): T {
  const triggers = database
    .prepare("select name, sql from sqlite_master where type = 'trigger' and name like '%_kept_apart'")
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) database.exec(`drop trigger ${name}`);
  const value = work();
  for (const { sql } of triggers) database.exec(sql);
  return value;
}
