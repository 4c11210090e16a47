import type Database from 'better-sqlite3';
import { sql as foundation } from './migrations/001-foundation.ts';
import { sql as rosters } from './migrations/002-rosters.ts';
import { sql as factsByAct } from './migrations/003-facts-by-act.ts';
import { sql as clinical } from './migrations/004-clinical.ts';
import { sql as leads } from './migrations/005-leads.ts';
import { sql as handovers } from './migrations/006-handovers.ts';
import { sql as teamUnits } from './migrations/007-team-units.ts';
import { sql as people } from './migrations/008-people.ts';
import { sql as audit } from './migrations/009-audit.ts';
import { sql as actState } from './migrations/010-act-state.ts';

/** "FCD1": tells a ward database from any other SQLite file. */
export const APPLICATION_ID = 0x46434431;

/** Steps in order; step n brings a file from user_version n-1 to n. Landed steps are never edited. */
const STEPS: readonly string[] = [
  foundation,
  rosters,
  factsByAct,
  clinical,
  leads,
  handovers,
  teamUnits,
  people,
  audit,
  actState,
];

export const SCHEMA_VERSION = STEPS.length;

/**
 * Brings a file to {@link SCHEMA_VERSION}, one transaction a step: a step that fails leaves the file as it
 * was before that step. Throws on a file from a newer program: that must never be written to.
 */
export function migrate(database: Database.Database): void {
  for (;;) {
    const version = versionOf(database);
    const step = STEPS[version];
    if (step === undefined) return;
    database
      .transaction(() => {
        if (versionOf(database) !== version) return;
        database.exec(step);
        database.pragma(`user_version = ${version + 1}`);
      })
      .immediate();
  }
}

export const versionOf = (database: Database.Database): number =>
  Number(database.pragma('user_version', { simple: true }));
