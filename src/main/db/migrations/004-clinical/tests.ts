import { FACT, type Part, STAY } from './fact.ts';

/**
 * Nucleic acid tests. A barcode stands for one tube: one person's sample, or a pool of several people's. The
 * result belongs to the tube. A laboratory's file is kept byte for byte; what became of each of its rows is a
 * fact, so that a row in quarantine can be solved, and that taken back.
 */
export const tests: Part = {
  sql: `
CREATE TABLE sample_label (${FACT}, ${STAY}, barcode TEXT NOT NULL CHECK (barcode <> '')) STRICT;
CREATE UNIQUE INDEX one_patient_a_label ON sample_label(barcode) WHERE superseded_by IS NULL;
CREATE INDEX sample_label_by_barcode ON sample_label(barcode);
CREATE INDEX sample_label_by_stay ON sample_label(stay_id) WHERE superseded_by IS NULL;

CREATE TABLE nat_sample (${FACT}, ${STAY},
  barcode TEXT NOT NULL CHECK (barcode <> ''),
  sampled_at TEXT NOT NULL CHECK (length(sampled_at) = 24),
  pooled INTEGER NOT NULL CHECK (pooled IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX one_sample_a_person_and_tube ON nat_sample(barcode, stay_id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX one_person_a_single_tube ON nat_sample(barcode) WHERE superseded_by IS NULL AND pooled = 0;
CREATE INDEX nat_sample_by_stay ON nat_sample(stay_id, sampled_at) WHERE superseded_by IS NULL;
CREATE TRIGGER nat_sample_kept_apart BEFORE INSERT ON nat_sample WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'a tube is single or pooled') WHERE EXISTS (
    SELECT 1 FROM nat_sample AS other WHERE other.barcode = NEW.barcode AND other.superseded_by IS NULL
      AND (other.pooled <> NEW.pooled));
  SELECT RAISE(ABORT, 'sampled before the stay') WHERE NOT EXISTS (
    SELECT 1 FROM stay_period AS p
    WHERE p.stay_id = NEW.stay_id AND p.superseded_by IS NULL AND p.from_at <= NEW.sampled_at);
END;

-- A label and a sample of one barcode belong to one stay.
CREATE TRIGGER sample_in_own_tube BEFORE INSERT ON nat_sample WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'the tube has the label of somebody else') WHERE EXISTS (
    SELECT 1 FROM sample_label AS l
    WHERE l.barcode = NEW.barcode AND l.superseded_by IS NULL AND l.stay_id <> NEW.stay_id);
END;
CREATE TRIGGER label_on_own_tube BEFORE INSERT ON sample_label WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'somebody else was sampled with the tube') WHERE EXISTS (
    SELECT 1 FROM nat_sample AS s
    WHERE s.barcode = NEW.barcode AND s.superseded_by IS NULL AND s.stay_id <> NEW.stay_id);
END;

CREATE TABLE lab_file (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL,
  rows INTEGER NOT NULL,
  opened_by INTEGER NOT NULL REFERENCES act(seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE lab_heading (heading TEXT PRIMARY KEY, field TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE nat_result (${FACT},
  barcode TEXT NOT NULL,
  reported_at TEXT CHECK (length(reported_at) = 24),
  outcome TEXT NOT NULL CHECK (outcome IN ('positive', 'negative', 'invalid')),
  orf_reading TEXT NOT NULL CHECK (orf_reading IN ('ct', 'not-detected', 'missing', 'retest')),
  orf_ct REAL CHECK ((orf_ct IS NOT NULL) = (orf_reading = 'ct')),
  n_reading TEXT NOT NULL CHECK (n_reading IN ('ct', 'not-detected', 'missing', 'retest')),
  n_ct REAL CHECK ((n_ct IS NOT NULL) = (n_reading = 'ct')),
  lab_file_id TEXT REFERENCES lab_file(id),
  lab_row INTEGER
) STRICT;
CREATE UNIQUE INDEX one_result_a_tube ON nat_result(barcode) WHERE superseded_by IS NULL;
CREATE INDEX nat_result_by_tube ON nat_result(barcode);

CREATE TABLE lab_row (${FACT},
  lab_file_id TEXT NOT NULL REFERENCES lab_file(id),
  "row" INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('taken', 'repeat', 'quarantined', 'matched', 'rejected')),
  problem TEXT CHECK ((problem IS NOT NULL) = (status <> 'taken' AND status <> 'repeat')),
  params TEXT NOT NULL,
  barcode TEXT NOT NULL,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  sampled TEXT NOT NULL,
  sampled_at TEXT,
  reported_at TEXT,
  orf TEXT NOT NULL,
  n TEXT NOT NULL,
  result TEXT NOT NULL,
  stay_id TEXT REFERENCES stay(id)
) STRICT;
CREATE UNIQUE INDEX one_fate_a_row ON lab_row(lab_file_id, "row") WHERE superseded_by IS NULL;
CREATE INDEX lab_row_in_quarantine ON lab_row(lab_file_id) WHERE superseded_by IS NULL AND status = 'quarantined';
`,
  facts: ['sample_label', 'nat_sample', 'nat_result', 'lab_row'],
  frozen: ['lab_file'],
};
