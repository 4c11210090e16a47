import { care } from './004-clinical/care.ts';
import { protocols } from './004-clinical/protocols.ts';
import { releases } from './004-clinical/releases.ts';
import { rounds } from './004-clinical/rounds.ts';
import { tests } from './004-clinical/tests.ts';

/**
 * What is known about a patient besides the bed: samples and results, protocols, rounds, referrals, care, the
 * list of those who leave, and the papers they leave with. All of it facts as 001 explains them; verdicts,
 * scores and alerts are derived from them and stored nowhere.
 */
const parts = [tests, protocols, rounds, care, releases];

const guards = (table: string) => `
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_superseded_once BEFORE UPDATE ON ${table}
WHEN OLD.superseded_by IS NOT NULL OR NEW.superseded_by IS NULL
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE INDEX ${table}_recorded ON ${table}(recorded_by);
CREATE INDEX ${table}_superseded ON ${table}(superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX ${table}_restored ON ${table}(restores) WHERE restores IS NOT NULL;`;

/** Written once and never again. */
const frozen = (table: string) => `
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

export const sql = [
  ...parts.map((part) => part.sql),
  ...parts.flatMap((part) => part.facts.map(guards)),
  ...parts.flatMap((part) => part.frozen.map(frozen)),
].join('\n');
