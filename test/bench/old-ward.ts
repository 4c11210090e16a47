import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { connect } from '#main/db/open.ts';
import { madeUpPeople } from '#main/demo/made-up-people.ts';
import { randomFrom } from '#main/demo/random.ts';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { BedId } from '#shared/contract/values.ts';
import { instantFromMillis, localDateOf, localOf } from '#shared/rules/instant.ts';
import { openTestWard, type TestWard, ZONE } from '../fixtures/ward.ts';
import { CITY, DAY, NOW, writeHistory } from './history.ts';

/** A ward of 1,200 beds after 26,462 stays, and who and what a benchmark needs to go on with it. */
export interface OldWard {
  ward: TestWard;
  /** People who have not been here, grown up and with documents. */
  newcomers: AdmissionDetails[];
  /** Free beds by the zone they stand in. */
  free: Record<'male' | 'female', BedId[]>;
  /** Puts the clock of the ward on by this many minutes. */
  pass(minutes: number): void;
}

const NEWCOMERS = 3000;

export async function openOldWard(): Promise<OldWard> {
  const local = (millis: number) => localOf(instantFromMillis(millis), ZONE).replace('T', ' ').slice(0, 16);
  const ward = await openTestWard('stadium-1200', local(CITY.opening));
  const today = localDateOf(instantFromMillis(NOW), ZONE);
  const people = madeUpPeople(randomFrom(2022), CITY.stays + NEWCOMERS, today).map(({ details }) => details);
  const database = connect(ward.file, {});
  database.pragma('foreign_keys = ON');
  // The whole history is one transaction; a small cache would write its pages again and again.
  database.pragma('cache_size = -400000');
  const start = performance.now();
  const present = writeHistory(database, people.slice(0, CITY.stays), ward.operatorId);
  database.pragma('wal_checkpoint(truncate)');
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const free = { male: freeBeds(database, 'male'), female: freeBeds(database, 'female') };
  database.close();
  console.log(`  a ward with ${CITY.stays} stays, ${present} of them going on (written in ${seconds} s)`);
  let now = NOW;
  ward.at(local(now));
  const { problems } = await ward.call('ward.verify', {});
  // Written past the router, so that it is there in a minute, this history has no trail.
  const wrong = problems.filter(({ check }) => check !== 'the audit trail is whole');
  if (wrong.length > 0) throw new Error(`the made-up history is wrong: ${JSON.stringify(wrong[0])}`);
  return {
    ward,
    newcomers: people.slice(CITY.stays).filter(isPlain),
    free,
    pass(minutes) {
      now += (minutes * DAY) / (24 * 60);
      ward.at(local(now));
    },
  };
}

const isPlain = ({ documentType, sex, needs, companions }: AdmissionDetails): boolean =>
  documentType === 'resident-id' && sex !== 'unknown' && needs.length === 0 && companions === '';

const freeBeds = (database: Database, policy: 'male' | 'female'): BedId[] =>
  database
    .prepare(
      `select bed.id from bed join care_unit u on u.id = bed.care_unit_id join zone z on z.id = u.zone_id
       where z.sex_policy = ? and not exists (select 1 from bed_assignment a
         where a.bed_id = bed.id and a.superseded_by is null and a.to_at is null) order by bed.code`,
    )
    .pluck()
    .all(policy) as BedId[];

/** A ward file in a folder of its own with all that is in this one now. */
export function copyOf(file: string): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'fangcang-bench-'));
  const copy = join(folder, 'ward.db');
  const database = connect(file, { readonly: true });
  database.prepare('vacuum into ?').run(copy);
  database.close();
  return { folder, file: copy };
}
