import { figures } from './005-leads/figures.ts';
import { reports } from './005-leads/reports.ts';
import { rollCalls } from './005-leads/roll-calls.ts';
import { teams } from './005-leads/teams.ts';
import { zones } from './005-leads/zones.ts';

/**
 * What team leads keep: signed daily reports, teams and shifts, roll calls, and the readiness and closing of zones.
 * Facts as 001 explains them; figures, loads and differences are derived and stored nowhere, except the body of a
 * report as it was signed.
 */
const parts = [figures, reports, teams, rollCalls, zones];

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
