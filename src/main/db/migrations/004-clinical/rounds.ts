import { FACT, INTERVAL, type Part, STAY } from './fact.ts';

/** The bedside: what was seen at a round, what a doctor marked, which examinations are due, who saw an alert. */
export const rounds: Part = {
  sql: `
CREATE TABLE observation (${FACT}, ${STAY},
  taken_at TEXT NOT NULL CHECK (length(taken_at) = 24),
  temperature REAL, pulse INTEGER, respiratory_rate INTEGER, spo2 INTEGER,
  oxygen TEXT CHECK (oxygen IN ('air', 'oxygen')),
  oxygen_flow REAL,
  systolic INTEGER, diastolic INTEGER,
  consciousness TEXT CHECK (consciousness IN ('alert', 'confusion', 'voice', 'pain', 'unresponsive')),
  symptoms TEXT,
  trend TEXT CHECK (trend IN ('better', 'same', 'worse')),
  calm INTEGER NOT NULL CHECK (calm IN (0, 1)),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_observation_a_moment ON observation(stay_id, taken_at) WHERE superseded_by IS NULL;

CREATE TABLE patient_mark (${FACT}, ${INTERVAL}, ${STAY}, mark TEXT NOT NULL, note TEXT NOT NULL) STRICT;
CREATE UNIQUE INDEX one_mark_of_a_kind ON patient_mark(stay_id, mark) WHERE superseded_by IS NULL AND to_at IS NULL;

CREATE TABLE examination (${FACT}, ${STAY},
  examination_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  due_at TEXT NOT NULL CHECK (length(due_at) = 24),
  done_at TEXT CHECK (length(done_at) = 24),
  cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
  finding TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_fact_an_examination ON examination(examination_id) WHERE superseded_by IS NULL;
CREATE INDEX examination_by_stay ON examination(stay_id) WHERE superseded_by IS NULL;

CREATE TABLE alert_acknowledgement (${FACT}, ${STAY},
  kind TEXT NOT NULL,
  since TEXT NOT NULL CHECK (length(since) = 24),
  acknowledged_at TEXT NOT NULL CHECK (length(acknowledged_at) = 24),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX alert_acknowledgement_by_time ON alert_acknowledgement(acknowledged_at) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX one_acknowledgement_an_alert ON alert_acknowledgement(stay_id, kind, since) WHERE superseded_by IS NULL;
`,
  facts: ['observation', 'patient_mark', 'examination', 'alert_acknowledgement'],
  frozen: [],
};
