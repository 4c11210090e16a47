import { FACT, INTERVAL, type Part, STAY } from './fact.ts';

/** Referrals, the work of the groups, and the week at home after release. */
export const care: Part = {
  sql: `
CREATE TABLE referral (${FACT}, ${STAY},
  referral_id TEXT NOT NULL,
  hospital TEXT NOT NULL,
  reason TEXT NOT NULL,
  urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
  hold_bed INTEGER NOT NULL CHECK (hold_bed IN (0, 1)),
  plate TEXT NOT NULL,
  contact TEXT NOT NULL,
  requested_at TEXT NOT NULL CHECK (length(requested_at) = 24),
  accepted_at TEXT CHECK (length(accepted_at) = 24),
  vehicle_at TEXT CHECK (length(vehicle_at) = 24),
  left_at TEXT CHECK (length(left_at) = 24),
  arrived_at TEXT CHECK (length(arrived_at) = 24),
  cancelled_at TEXT CHECK (length(cancelled_at) = 24),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX referral_by_stay ON referral(stay_id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX one_fact_a_referral ON referral(referral_id) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX one_open_referral_a_stay ON referral(stay_id)
  WHERE superseded_by IS NULL AND arrived_at IS NULL AND cancelled_at IS NULL;

CREATE TABLE care_order (${FACT}, ${INTERVAL},
  order_id TEXT NOT NULL,
  stay_id TEXT REFERENCES stay(id),
  team TEXT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what <> ''),
  every_hours REAL CHECK (every_hours > 0),
  stopped INTEGER NOT NULL CHECK (stopped IN (0, 1)),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_fact_an_order ON care_order(order_id) WHERE superseded_by IS NULL;
CREATE INDEX care_order_by_stay ON care_order(stay_id) WHERE superseded_by IS NULL;
CREATE INDEX care_order_by_team ON care_order(team, from_at) WHERE superseded_by IS NULL;

CREATE TABLE care_done (${FACT}, ${STAY},
  order_id TEXT NOT NULL,
  due_at TEXT NOT NULL CHECK (length(due_at) = 24),
  done_at TEXT NOT NULL CHECK (length(done_at) = 24),
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'not-needed', 'absent')),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_outcome_a_turn ON care_done(order_id, stay_id, due_at) WHERE superseded_by IS NULL;
CREATE INDEX care_done_by_order ON care_done(order_id, due_at) WHERE superseded_by IS NULL;
CREATE INDEX care_done_by_stay ON care_done(stay_id, due_at) WHERE superseded_by IS NULL;
CREATE INDEX care_done_corrected ON care_done(order_id, stay_id) WHERE superseded_by IS NOT NULL;

CREATE TABLE home_check (${FACT}, ${STAY},
  day TEXT NOT NULL CHECK (length(day) = 10),
  temperature REAL,
  symptoms TEXT NOT NULL,
  nat TEXT NOT NULL CHECK (nat IN ('none', 'negative', 'positive')),
  reached INTEGER NOT NULL CHECK (reached IN (0, 1)),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX home_check_by_day ON home_check(day) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX one_check_a_day ON home_check(stay_id, day) WHERE superseded_by IS NULL;
`,
  facts: ['referral', 'care_order', 'care_done', 'home_check'],
  frozen: [],
};
