import { FACT, type Part } from '../004-clinical/fact.ts';

/**
 * Daily reports as they were signed: the body is kept whole, because a signature is under these very figures,
 * whatever is learnt later. A withdrawn version keeps its number. The schedule, and what it wrote.
 */
export const reports: Part = {
  sql: `
CREATE TABLE daily_report (${FACT},
  cut_off TEXT NOT NULL CHECK (length(cut_off) = 24),
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  operator_id TEXT NOT NULL REFERENCES operator(id),
  signed_at TEXT NOT NULL CHECK (length(signed_at) = 24),
  reason TEXT NOT NULL,
  CHECK (version = 1 OR reason <> '')
) STRICT;
CREATE UNIQUE INDEX one_report_a_version ON daily_report(cut_off, version) WHERE superseded_by IS NULL;
CREATE INDEX daily_report_by_cut_off ON daily_report(cut_off, version);

CREATE TABLE daily_schedule (${FACT},
  cut_offs TEXT NOT NULL,
  language TEXT NOT NULL,
  formats TEXT NOT NULL,
  folder TEXT,
  since TEXT NOT NULL CHECK (length(since) = 24)
) STRICT;
CREATE UNIQUE INDEX one_daily_schedule ON daily_schedule((1)) WHERE superseded_by IS NULL;

CREATE TABLE daily_run (${FACT},
  cut_off TEXT NOT NULL CHECK (length(cut_off) = 24),
  ran_at TEXT NOT NULL CHECK (length(ran_at) = 24),
  files TEXT NOT NULL,
  problem TEXT
) STRICT;
CREATE UNIQUE INDEX one_run_a_cut_off ON daily_run(cut_off) WHERE superseded_by IS NULL;
`,
  facts: ['daily_report', 'daily_schedule', 'daily_run'],
  frozen: [],
};
