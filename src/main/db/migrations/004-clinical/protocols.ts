import { FACT, INTERVAL, type Part, STAY } from './fact.ts';

/**
 * Protocols as documents: each version is written once, whole (it is read whole, too), and chosen over a time.
 * A discharge keeps the version that it was judged by.
 */
export const protocols: Part = {
  sql: `
CREATE TABLE protocol_version (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  body TEXT NOT NULL,
  written_by INTEGER NOT NULL REFERENCES act(seq),
  UNIQUE (key, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE protocol_choice (${FACT}, ${INTERVAL},
  protocol_version_id TEXT NOT NULL REFERENCES protocol_version(id)
) STRICT;
CREATE UNIQUE INDEX one_protocol_in_force ON protocol_choice((to_at IS NULL)) WHERE superseded_by IS NULL AND to_at IS NULL;
CREATE TRIGGER protocol_choice_kept_apart BEFORE INSERT ON protocol_choice WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'two protocols in force') WHERE EXISTS (
    SELECT 1 FROM protocol_choice AS other WHERE other.superseded_by IS NULL
      AND (other.to_at IS NULL OR other.to_at > NEW.from_at)
      AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at));
END;

CREATE TABLE discharge_basis (${FACT}, ${STAY},
  protocol_version_id TEXT NOT NULL REFERENCES protocol_version(id),
  verdict TEXT NOT NULL CHECK (verdict IN ('eligible', 'not-yet', 'excluded')),
  judged_at TEXT NOT NULL CHECK (length(judged_at) = 24),
  list_id TEXT REFERENCES release_list(id)
) STRICT;
CREATE UNIQUE INDEX one_basis_a_stay ON discharge_basis(stay_id) WHERE superseded_by IS NULL;
CREATE INDEX discharge_basis_by_list ON discharge_basis(list_id) WHERE superseded_by IS NULL AND list_id IS NOT NULL;
`,
  facts: ['protocol_choice', 'discharge_basis'],
  frozen: ['protocol_version'],
};
