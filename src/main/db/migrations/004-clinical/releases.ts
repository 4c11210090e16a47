import { FACT, type Part, STAY } from './fact.ts';

/**
 * The list of those who leave on a day, its buses and signatures, and the papers. Who drops off a signed list is
 * derived (the verdict of that moment), not stored.
 */
export const releases: Part = {
  sql: `
CREATE TABLE release_list (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL UNIQUE CHECK (length(day) = 10),
  opened_by INTEGER NOT NULL REFERENCES act(seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE release_bus (${FACT},
  bus_id TEXT NOT NULL,
  list_id TEXT NOT NULL REFERENCES release_list(id),
  plate TEXT NOT NULL,
  seats INTEGER NOT NULL CHECK (seats > 0),
  district TEXT NOT NULL,
  departs_at TEXT NOT NULL CHECK (length(departs_at) = 24),
  meeting_point TEXT NOT NULL,
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX one_fact_a_bus ON release_bus(bus_id) WHERE superseded_by IS NULL;
CREATE INDEX release_bus_by_list ON release_bus(list_id) WHERE superseded_by IS NULL;

CREATE TABLE release_member (${FACT}, ${STAY},
  list_id TEXT NOT NULL REFERENCES release_list(id),
  bus_id TEXT,
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  note TEXT NOT NULL,
  CHECK (removed = 0 OR bus_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX one_place_a_member ON release_member(list_id, stay_id) WHERE superseded_by IS NULL;
CREATE INDEX release_member_by_stay ON release_member(stay_id) WHERE superseded_by IS NULL;

CREATE INDEX release_member_by_bus ON release_member(bus_id) WHERE superseded_by IS NULL AND bus_id IS NOT NULL;

CREATE TRIGGER release_member_has_a_seat BEFORE INSERT ON release_member
WHEN NEW.superseded_by IS NULL AND NEW.bus_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'that bus has no seat left') WHERE
    (SELECT count(*) FROM release_member m WHERE m.bus_id = NEW.bus_id AND m.superseded_by IS NULL) >=
    coalesce((SELECT seats FROM release_bus b
      WHERE b.bus_id = NEW.bus_id AND b.superseded_by IS NULL AND b.cancelled = 0), 0);
END;
CREATE TRIGGER release_bus_seats_its_people BEFORE INSERT ON release_bus
WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'more people than seats') WHERE
    (SELECT count(*) FROM release_member m WHERE m.bus_id = NEW.bus_id AND m.superseded_by IS NULL) >
    CASE NEW.cancelled WHEN 1 THEN 0 ELSE NEW.seats END;
END;

CREATE TABLE release_signature (${FACT},
  list_id TEXT NOT NULL REFERENCES release_list(id),
  role TEXT NOT NULL CHECK (role IN ('doctor', 'nurse')),
  operator_id TEXT NOT NULL REFERENCES operator(id),
  signed_at TEXT NOT NULL CHECK (length(signed_at) = 24),
  members INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_signature_a_role ON release_signature(list_id, role) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX two_different_people ON release_signature(list_id, operator_id) WHERE superseded_by IS NULL;

CREATE TABLE signing_key (
  id TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  private_key TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES act(seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate (${FACT}, ${STAY},
  number TEXT NOT NULL,
  issued_at TEXT NOT NULL CHECK (length(issued_at) = 24),
  payload TEXT NOT NULL,
  signature TEXT NOT NULL,
  key_id TEXT NOT NULL REFERENCES signing_key(id)
) STRICT;
CREATE UNIQUE INDEX one_certificate_a_stay ON certificate(stay_id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX one_stay_a_certificate ON certificate(number) WHERE superseded_by IS NULL;
CREATE INDEX certificate_by_number ON certificate(number);
CREATE INDEX stay_period_taken_back ON stay_period(stay_id) WHERE superseded_by IS NOT NULL;

CREATE TABLE paper_print (${FACT}, ${STAY},
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  copy INTEGER NOT NULL CHECK (copy > 0),
  printed_at TEXT NOT NULL CHECK (length(printed_at) = 24)
) STRICT;
CREATE UNIQUE INDEX one_print_a_copy ON paper_print(stay_id, kind, subject, copy) WHERE superseded_by IS NULL;
`,
  facts: ['release_bus', 'release_member', 'release_signature', 'certificate', 'paper_print'],
  frozen: ['release_list', 'signing_key'],
};
