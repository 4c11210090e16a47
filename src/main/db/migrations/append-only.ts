/**
 * What keeps a table of facts append-only: nothing is deleted, and superseding is the one update, once. Used by the steps
 * from 006 on, and as fixed as they are: another rule is another function.
 */
export const appendOnly = (table: string): string => `
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_superseded_once BEFORE UPDATE ON ${table}
WHEN OLD.superseded_by IS NOT NULL OR NEW.superseded_by IS NULL
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE INDEX ${table}_recorded ON ${table}(recorded_by);
CREATE INDEX ${table}_superseded ON ${table}(superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX ${table}_restored ON ${table}(restores) WHERE restores IS NOT NULL;`;
