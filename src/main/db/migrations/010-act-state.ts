/**
 * What is changed in place (a stay, a person, who may do what here) as it stood after an act: a digest, written where it
 * differs from the one before. `act_state_start` says after which act they are kept; what no act has touched since has
 * none. The chain of the audit trail holds them by the act's own digest (acts/act-digest.ts).
 */
export const sql = `
CREATE TABLE act_state (
  act_seq INTEGER NOT NULL REFERENCES act(seq),
  kind TEXT NOT NULL CHECK (kind IN ('stay', 'person', 'rights')),
  subject_id TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 43),
  PRIMARY KEY (kind, subject_id, act_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_state_by_act ON act_state(act_seq);
CREATE TRIGGER act_state_no_delete BEFORE DELETE ON act_state
BEGIN SELECT RAISE(ABORT, 'act_state is append-only'); END;
CREATE TRIGGER act_state_no_update BEFORE UPDATE ON act_state
BEGIN SELECT RAISE(ABORT, 'act_state is append-only'); END;

CREATE TABLE act_state_start (id INTEGER PRIMARY KEY CHECK (id = 1), after_act INTEGER NOT NULL) STRICT;
INSERT INTO act_state_start SELECT 1, coalesce(max(seq), 0) FROM act;
CREATE TRIGGER act_state_start_no_delete BEFORE DELETE ON act_state_start
BEGIN SELECT RAISE(ABORT, 'act_state_start stays'); END;
CREATE TRIGGER act_state_start_no_update BEFORE UPDATE ON act_state_start
BEGIN SELECT RAISE(ABORT, 'act_state_start stays'); END;
`;
