/**
 * People who sign in: their secrets as Argon2id strings, their badges, roles and zones; what a hospital changed about
 * the rights of a role; failed attempts; and what was seen or done under break-glass. What somebody may do is what
 * holds now, so roles and zones are plain sets; that they were changed, by whom and when, stands in act_change.
 */
export const sql = `
CREATE TABLE credential (
  operator_id TEXT NOT NULL REFERENCES operator(id),
  kind TEXT NOT NULL CHECK (kind IN ('secret', 'recovery')),
  hash TEXT NOT NULL CHECK (hash LIKE '$argon2id$%'),
  must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
  made_at TEXT NOT NULL CHECK (length(made_at) = 24),
  PRIMARY KEY (operator_id, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE badge (
  code TEXT PRIMARY KEY CHECK (code <> ''),
  operator_id TEXT NOT NULL UNIQUE REFERENCES operator(id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_in_state (
  operator_id TEXT PRIMARY KEY REFERENCES operator(id),
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  locked_until TEXT CHECK (length(locked_until) = 24),
  last_at TEXT CHECK (length(last_at) = 24)
) STRICT, WITHOUT ROWID;

CREATE TABLE operator_role (
  operator_id TEXT NOT NULL REFERENCES operator(id),
  role TEXT NOT NULL CHECK (role <> ''),
  PRIMARY KEY (operator_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE operator_zone (
  operator_id TEXT NOT NULL REFERENCES operator(id),
  zone_id TEXT NOT NULL REFERENCES zone(id),
  PRIMARY KEY (operator_id, zone_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE role_right (
  role TEXT NOT NULL CHECK (role <> ''),
  right_name TEXT NOT NULL CHECK (right_name <> ''),
  granted INTEGER NOT NULL CHECK (granted IN (0, 1)),
  PRIMARY KEY (role, right_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE break_glass (
  id TEXT PRIMARY KEY,
  recorded_by INTEGER NOT NULL REFERENCES act(seq),
  operator_id TEXT NOT NULL REFERENCES operator(id),
  from_at TEXT NOT NULL CHECK (length(from_at) = 24),
  to_at TEXT NOT NULL CHECK (to_at > from_at),
  reason TEXT NOT NULL CHECK (reason <> ''),
  seen_by TEXT REFERENCES operator(id),
  seen_at TEXT CHECK (length(seen_at) = 24),
  CHECK ((seen_by IS NULL) = (seen_at IS NULL)),
  CHECK (seen_by IS NULL OR seen_by <> operator_id)
) STRICT;
CREATE INDEX break_glass_of ON break_glass(operator_id, to_at);
CREATE INDEX break_glass_unseen ON break_glass(from_at) WHERE seen_at IS NULL;
CREATE TRIGGER break_glass_no_delete BEFORE DELETE ON break_glass
BEGIN SELECT RAISE(ABORT, 'break_glass is append-only'); END;
CREATE TRIGGER break_glass_unaltered BEFORE UPDATE OF id, recorded_by, operator_id, from_at, reason ON break_glass
BEGIN SELECT RAISE(ABORT, 'break_glass is append-only'); END;
-- It can be ended early, never made longer; and it is seen once.
CREATE TRIGGER break_glass_no_longer BEFORE UPDATE OF to_at ON break_glass WHEN NEW.to_at > OLD.to_at
BEGIN SELECT RAISE(ABORT, 'break_glass is append-only'); END;
CREATE TRIGGER break_glass_seen_once BEFORE UPDATE OF seen_by, seen_at ON break_glass WHEN OLD.seen_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'break_glass is append-only'); END;
`;
