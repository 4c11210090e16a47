/**
 * The ward as facts with times.
 *
 * A *fact* table (`stay_period`, `bed_assignment`, …) is never edited: its rows carry the act that recorded
 * them and, once they no longer hold, the act that superseded them. What holds now is
 * `superseded_by IS NULL`; what was held true after act n is `recorded_by <= n AND (superseded_by IS NULL
 * OR superseded_by > n)`. So an undo adds, corrections add, and what was believed then stays beside what is known now. A fact that
 * an undo writes again names in `restores` the one it repeats.
 */
const FACT_COLUMNS = `
  recorded_by INTEGER NOT NULL REFERENCES act(seq),
  superseded_by INTEGER REFERENCES act(seq),
  restores INTEGER`;

/** Interval facts hold over [from_at, to_at); an open end is null. */
const INTERVAL = `
  from_at TEXT NOT NULL CHECK (length(from_at) = 24),
  to_at TEXT CHECK (to_at > from_at)`;

const FACT_TABLES = [
  'stay_period',
  'stay_classification',
  'bed_assignment',
  'disinfection',
  'closure',
  'reservation',
  'convoy_fact',
] as const;

const tables = `
CREATE TABLE hospital (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  ward_id TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  time_zone TEXT NOT NULL,
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  layout_id TEXT NOT NULL,
  floor_width REAL NOT NULL,
  floor_height REAL NOT NULL,
  created_at TEXT NOT NULL,
  opened_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE operator (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'system')),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE act (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  procedure TEXT NOT NULL,
  operator_id TEXT NOT NULL REFERENCES operator(id),
  happened_at TEXT NOT NULL CHECK (length(happened_at) = 24),
  recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24),
  late INTEGER NOT NULL CHECK (late IN (0, 1)),
  reason TEXT NOT NULL,
  key TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE act_undo (act_seq INTEGER PRIMARY KEY REFERENCES act(seq), undoes INTEGER NOT NULL UNIQUE REFERENCES act(seq)) STRICT;

CREATE TABLE act_reply (act_seq INTEGER PRIMARY KEY REFERENCES act(seq), input_hash TEXT NOT NULL, body TEXT NOT NULL) STRICT;

CREATE TABLE act_subject (
  act_seq INTEGER NOT NULL REFERENCES act(seq),
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  PRIMARY KEY (kind, subject_id, act_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_subject_by_act ON act_subject(act_seq);

CREATE TABLE act_change (
  act_seq INTEGER NOT NULL REFERENCES act(seq),
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  field TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (kind, subject_id, act_seq, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_change_by_act ON act_change(act_seq);

CREATE TABLE landmark (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL
) STRICT;

CREATE TABLE zone (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sex_policy TEXT NOT NULL CHECK (sex_policy IN ('male', 'female', 'family')),
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE care_unit (
  id TEXT PRIMARY KEY,
  zone_id TEXT NOT NULL REFERENCES zone(id),
  code TEXT NOT NULL UNIQUE,
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX care_unit_by_zone ON care_unit(zone_id);

CREATE TABLE bed (
  id TEXT PRIMARY KEY,
  care_unit_id TEXT NOT NULL REFERENCES care_unit(id),
  code TEXT NOT NULL UNIQUE,
  x REAL NOT NULL, y REAL NOT NULL,
  near_nurse INTEGER NOT NULL, near_toilet INTEGER NOT NULL, socket INTEGER NOT NULL,
  oxygen INTEGER NOT NULL, quiet INTEGER NOT NULL, cot INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX bed_by_unit ON bed(care_unit_id);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_pinyin TEXT NOT NULL,
  name_initials TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('male', 'female', 'unknown')),
  birth_date TEXT,
  document_type TEXT NOT NULL,
  document_number TEXT,
  document_tail TEXT,
  phone TEXT NOT NULL,
  phone_digits TEXT NOT NULL,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  CHECK (document_number IS NOT NULL OR document_tail IS NULL)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_person_a_document ON person(document_number, document_type) WHERE document_number IS NOT NULL;
CREATE INDEX person_by_name ON person(name);
CREATE INDEX person_by_pinyin ON person(name_pinyin);
CREATE INDEX person_by_initials ON person(name_initials);
CREATE INDEX person_by_document_tail ON person(document_tail) WHERE document_tail IS NOT NULL;
CREATE INDEX person_by_phone ON person(phone_digits) WHERE phone_digits <> '';

CREATE TABLE convoy (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE family (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE stay (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person(id),
  family_id TEXT REFERENCES family(id),
  convoy_id TEXT REFERENCES convoy(id),
  address TEXT NOT NULL, district TEXT NOT NULL, street TEXT NOT NULL,
  first_positive_date TEXT,
  conditions TEXT NOT NULL,
  vaccine_doses INTEGER,
  mobility TEXT NOT NULL,
  needs TEXT NOT NULL,
  companions TEXT NOT NULL,
  emergency_contact TEXT NOT NULL, emergency_phone TEXT NOT NULL,
  remarks TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX stay_by_person ON stay(person_id);
CREATE INDEX stay_by_family ON stay(family_id) WHERE family_id IS NOT NULL;
CREATE INDEX stay_by_convoy ON stay(convoy_id) WHERE convoy_id IS NOT NULL;

CREATE TABLE stay_period (
  id INTEGER PRIMARY KEY,
  stay_id TEXT NOT NULL REFERENCES stay(id),
  ${INTERVAL},
  way TEXT, destination TEXT, companion TEXT, note TEXT,
  ${FACT_COLUMNS},
  CHECK ((to_at IS NULL) = (way IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_period_a_stay ON stay_period(stay_id) WHERE superseded_by IS NULL;
CREATE INDEX stay_period_open ON stay_period(from_at) WHERE superseded_by IS NULL AND to_at IS NULL;
CREATE INDEX stay_period_by_leaving ON stay_period(to_at) WHERE superseded_by IS NULL AND to_at IS NOT NULL;

CREATE TABLE stay_classification (
  id INTEGER PRIMARY KEY,
  stay_id TEXT NOT NULL REFERENCES stay(id),
  from_at TEXT NOT NULL CHECK (length(from_at) = 24),
  classification TEXT NOT NULL,
  ${FACT_COLUMNS}
) STRICT;
CREATE UNIQUE INDEX one_classification_at_a_time ON stay_classification(stay_id, from_at) WHERE superseded_by IS NULL;

CREATE TABLE bed_assignment (
  id INTEGER PRIMARY KEY,
  stay_id TEXT NOT NULL REFERENCES stay(id),
  bed_id TEXT NOT NULL REFERENCES bed(id),
  ${INTERVAL},
  ${FACT_COLUMNS}
) STRICT;
CREATE UNIQUE INDEX one_stay_in_a_bed ON bed_assignment(bed_id) WHERE superseded_by IS NULL AND to_at IS NULL;
CREATE UNIQUE INDEX one_bed_for_a_stay ON bed_assignment(stay_id) WHERE superseded_by IS NULL AND to_at IS NULL;
CREATE INDEX bed_assignment_by_bed ON bed_assignment(bed_id, from_at) WHERE superseded_by IS NULL;
CREATE INDEX bed_assignment_by_stay ON bed_assignment(stay_id, from_at) WHERE superseded_by IS NULL;

CREATE TABLE disinfection (
  id INTEGER PRIMARY KEY,
  bed_id TEXT NOT NULL REFERENCES bed(id),
  ${INTERVAL},
  ready_at TEXT NOT NULL CHECK (ready_at >= from_at),
  ${FACT_COLUMNS}
) STRICT;
CREATE UNIQUE INDEX one_disinfection_a_bed ON disinfection(bed_id) WHERE superseded_by IS NULL AND to_at IS NULL;
CREATE INDEX disinfection_by_bed ON disinfection(bed_id, from_at) WHERE superseded_by IS NULL;

CREATE TABLE closure (
  id INTEGER PRIMARY KEY,
  bed_id TEXT REFERENCES bed(id),
  care_unit_id TEXT REFERENCES care_unit(id),
  zone_id TEXT REFERENCES zone(id),
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  ${INTERVAL},
  ${FACT_COLUMNS},
  CHECK ((bed_id IS NOT NULL) + (care_unit_id IS NOT NULL) + (zone_id IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX one_closure_a_bed ON closure(bed_id) WHERE superseded_by IS NULL AND to_at IS NULL AND bed_id IS NOT NULL;
CREATE UNIQUE INDEX one_closure_a_unit ON closure(care_unit_id) WHERE superseded_by IS NULL AND to_at IS NULL AND care_unit_id IS NOT NULL;
CREATE UNIQUE INDEX one_closure_a_zone ON closure(zone_id) WHERE superseded_by IS NULL AND to_at IS NULL AND zone_id IS NOT NULL;

CREATE TABLE reservation (
  id INTEGER PRIMARY KEY,
  bed_id TEXT NOT NULL REFERENCES bed(id),
  stay_id TEXT REFERENCES stay(id),
  note TEXT NOT NULL,
  ${INTERVAL},
  ${FACT_COLUMNS}
) STRICT;
CREATE UNIQUE INDEX one_reservation_a_bed ON reservation(bed_id) WHERE superseded_by IS NULL AND to_at IS NULL;

CREATE TABLE convoy_fact (
  id INTEGER PRIMARY KEY,
  convoy_id TEXT NOT NULL REFERENCES convoy(id),
  plate TEXT NOT NULL,
  origin TEXT NOT NULL,
  people INTEGER NOT NULL CHECK (people >= 0),
  expected_at TEXT NOT NULL,
  arrived_at TEXT,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  note TEXT NOT NULL,
  ${FACT_COLUMNS}
) STRICT;
CREATE UNIQUE INDEX one_fact_a_convoy ON convoy_fact(convoy_id) WHERE superseded_by IS NULL;
`;

const overlaps = (table: string, column: string) => `
  SELECT 1 FROM ${table} AS other
  WHERE other.${column} = NEW.${column} AND other.superseded_by IS NULL
    AND (other.to_at IS NULL OR other.to_at > NEW.from_at)
    AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)`;

const triggers = `
CREATE TRIGGER bed_assignment_kept_apart BEFORE INSERT ON bed_assignment WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'two stays in one bed') WHERE EXISTS (${overlaps('bed_assignment', 'bed_id')});
  SELECT RAISE(ABORT, 'one stay in two beds') WHERE EXISTS (${overlaps('bed_assignment', 'stay_id')});
  SELECT RAISE(ABORT, 'bed not disinfected') WHERE EXISTS (${overlaps('disinfection', 'bed_id')});
  SELECT RAISE(ABORT, 'bed outside the stay') WHERE NOT EXISTS (
    SELECT 1 FROM stay_period AS p
    WHERE p.stay_id = NEW.stay_id AND p.superseded_by IS NULL AND p.from_at <= NEW.from_at
      AND (p.to_at IS NULL OR (NEW.to_at IS NOT NULL AND NEW.to_at <= p.to_at)));
END;

CREATE TRIGGER disinfection_kept_apart BEFORE INSERT ON disinfection WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'disinfected while occupied') WHERE EXISTS (${overlaps('bed_assignment', 'bed_id')});
  SELECT RAISE(ABORT, 'two disinfections of one bed') WHERE EXISTS (${overlaps('disinfection', 'bed_id')});
END;

CREATE TRIGGER stay_period_kept_apart BEFORE INSERT ON stay_period WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'one person in two stays') WHERE EXISTS (
    SELECT 1 FROM stay AS mine JOIN stay AS others ON others.person_id = mine.person_id
    JOIN stay_period AS other ON other.stay_id = others.id AND other.superseded_by IS NULL
    WHERE mine.id = NEW.stay_id
      AND (other.to_at IS NULL OR other.to_at > NEW.from_at)
      AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at));
END;
`;

const refuse = (table: string, verb: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
   BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

/** A fact may be superseded once and changed in no other way. */
const supersededOnce = (table: string) => `
CREATE TRIGGER ${table}_superseded_once BEFORE UPDATE ON ${table}
WHEN OLD.superseded_by IS NOT NULL OR NEW.superseded_by IS NULL
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;

export const sql = [
  tables,
  triggers,
  ...['act', 'act_undo', 'act_reply', 'act_subject', 'act_change'].flatMap((t) => [
    refuse(t, 'UPDATE'),
    refuse(t, 'DELETE'),
  ]),
  ...FACT_TABLES.flatMap((t) => [refuse(t, 'DELETE'), supersededOnce(t)]),
  ...['stay', 'person'].map((t) => refuse(t, 'DELETE')),
].join('\n');
