/**
 * The audit trail: one row for every act, every refusal, every sign-in and every sight of a sensitive page, each with
 * an HMAC over the one before it and its own content (audit/chain.ts). An act's subjects, and what stood there before
 * and after, are in act_subject and act_change; `digest` is over them, so that the chain holds them too.
 * `audit_anchor` keeps the head of the chain as a signed report carries it. `audit_start` says after which act the trail
 * begins: acts of earlier versions have no row.
 */
export const sql = `
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at TEXT NOT NULL CHECK (length(at) = 24),
  operator_id TEXT REFERENCES operator(id),
  who TEXT NOT NULL,
  roles TEXT NOT NULL,
  session TEXT NOT NULL,
  procedure TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'seen')),
  code TEXT NOT NULL,
  subject TEXT NOT NULL,
  act_seq INTEGER UNIQUE REFERENCES act(seq),
  digest TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 43)
) STRICT;
CREATE INDEX audit_at ON audit(at);
CREATE INDEX audit_by_operator ON audit(operator_id, seq);
CREATE INDEX audit_by_subject ON audit(subject, seq) WHERE subject <> '';
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

CREATE TABLE audit_anchor (
  id INTEGER PRIMARY KEY,
  audit_seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  about TEXT NOT NULL,
  made_by INTEGER NOT NULL REFERENCES act(seq)
) STRICT;
CREATE UNIQUE INDEX audit_anchor_about ON audit_anchor(about);
CREATE TRIGGER audit_anchor_no_delete BEFORE DELETE ON audit_anchor
BEGIN SELECT RAISE(ABORT, 'audit_anchor is append-only'); END;
CREATE TRIGGER audit_anchor_no_update BEFORE UPDATE ON audit_anchor
BEGIN SELECT RAISE(ABORT, 'audit_anchor is append-only'); END;

CREATE TABLE audit_start (id INTEGER PRIMARY KEY CHECK (id = 1), after_act INTEGER NOT NULL) STRICT;
INSERT INTO audit_start SELECT 1, coalesce(max(seq), 0) FROM act;
CREATE TRIGGER audit_start_no_delete BEFORE DELETE ON audit_start
BEGIN SELECT RAISE(ABORT, 'audit_start stays'); END;
CREATE TRIGGER audit_start_no_update BEFORE UPDATE ON audit_start
BEGIN SELECT RAISE(ABORT, 'audit_start stays'); END;
`;
