/**
 * Rosters: the file as it came, byte for byte, and as facts what people said about it (which sheet, what a
 * column means, a cell typed over, a row put aside) and which row became which stay. Rows themselves are
 * not stored: they are read out of the file again, so a better importer reads an old file better.
 */
const FACT = `
  id INTEGER PRIMARY KEY,
  roster_id TEXT NOT NULL REFERENCES roster(id),
  recorded_by INTEGER NOT NULL REFERENCES act(seq),
  superseded_by INTEGER REFERENCES act(seq),
  restores INTEGER`;

const FACT_TABLES = ['roster_choice', 'roster_column', 'roster_edit', 'roster_drop', 'roster_admission'];

const tables = `
CREATE TABLE roster (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL,
  arrived_at TEXT NOT NULL,
  convoy_id TEXT REFERENCES convoy(id),
  opened_by INTEGER NOT NULL REFERENCES act(seq),
  people INTEGER NOT NULL
) STRICT;

CREATE TABLE heading_meaning (heading TEXT PRIMARY KEY, field TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE roster_choice (${FACT}, sheet TEXT, heading_row INTEGER) STRICT;
CREATE UNIQUE INDEX one_choice_a_roster ON roster_choice(roster_id) WHERE superseded_by IS NULL;

CREATE TABLE roster_column (${FACT}, position INTEGER NOT NULL, field TEXT) STRICT;
CREATE UNIQUE INDEX one_field_a_column ON roster_column(roster_id, position) WHERE superseded_by IS NULL;

CREATE TABLE roster_edit (${FACT}, "row" INTEGER NOT NULL, position INTEGER NOT NULL, text TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX one_edit_a_cell ON roster_edit(roster_id, "row", position) WHERE superseded_by IS NULL;

CREATE TABLE roster_drop (${FACT}, "row" INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX one_drop_a_row ON roster_drop(roster_id, "row") WHERE superseded_by IS NULL;

CREATE TABLE roster_admission (${FACT}, "row" INTEGER NOT NULL, stay_id TEXT NOT NULL REFERENCES stay(id)) STRICT;
CREATE UNIQUE INDEX one_stay_a_row ON roster_admission(roster_id, "row") WHERE superseded_by IS NULL;
CREATE INDEX roster_admission_by_stay ON roster_admission(stay_id);
`;

const guards = (table: string) => `
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_superseded_once BEFORE UPDATE ON ${table}
WHEN OLD.superseded_by IS NOT NULL OR NEW.superseded_by IS NULL
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

export const sql = [tables, ...FACT_TABLES.map(guards)].join('\n');
