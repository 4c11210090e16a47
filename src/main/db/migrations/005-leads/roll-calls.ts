import { FACT, type Part } from '../004-clinical/fact.ts';

/**
 * Walks from bed to bed with a list. A mark says what was seen at a bed and what was registered there at that
 * moment; ghosts, swaps, misplaced people and strangers are derived from the marks, and stored nowhere.
 */
export const rollCalls: Part = {
  sql: `
CREATE TABLE roll_call (${FACT},
  roll_call_id TEXT NOT NULL,
  zone_id TEXT REFERENCES zone(id),
  care_unit_id TEXT REFERENCES care_unit(id),
  begun_by TEXT NOT NULL REFERENCES operator(id),
  begun_at TEXT NOT NULL CHECK (length(begun_at) = 24),
  closed_by TEXT REFERENCES operator(id),
  closed_at TEXT CHECK (closed_at >= begun_at),
  note TEXT NOT NULL,
  CHECK ((closed_by IS NULL) = (closed_at IS NULL)),
  CHECK (zone_id IS NULL OR care_unit_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX one_fact_a_roll_call ON roll_call(roll_call_id) WHERE superseded_by IS NULL;
CREATE INDEX roll_call_by_time ON roll_call(begun_at) WHERE superseded_by IS NULL;

CREATE TABLE roll_call_mark (${FACT},
  roll_call_id TEXT NOT NULL,
  bed_id TEXT NOT NULL REFERENCES bed(id),
  expected_stay TEXT REFERENCES stay(id),
  found TEXT NOT NULL CHECK (found IN ('nobody', 'stay', 'stranger')),
  found_stay TEXT REFERENCES stay(id),
  found_stay_bed TEXT REFERENCES bed(id),
  name TEXT NOT NULL,
  sex TEXT NOT NULL,
  marked_at TEXT NOT NULL CHECK (length(marked_at) = 24),
  CHECK ((found = 'stay') = (found_stay IS NOT NULL)),
  CHECK (found_stay_bed IS NULL OR found = 'stay')
) STRICT;
CREATE UNIQUE INDEX one_mark_a_bed ON roll_call_mark(roll_call_id, bed_id) WHERE superseded_by IS NULL;

CREATE TABLE roll_call_mend (${FACT},
  roll_call_id TEXT NOT NULL,
  bed_id TEXT NOT NULL REFERENCES bed(id),
  subject TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ghost', 'misplaced', 'stranger')),
  how TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_mend_a_finding ON roll_call_mend(roll_call_id, bed_id, subject) WHERE superseded_by IS NULL;
`,
  facts: ['roll_call', 'roll_call_mark', 'roll_call_mend'],
  frozen: [],
};
