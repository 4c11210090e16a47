import { FACT } from './004-clinical/fact.ts';
import { appendOnly } from './append-only.ts';

/**
 * Shift handovers: what one zone handed over, kept whole under two signatures, and notes to the next shift, which
 * are carried over until somebody marks them done. The numbers stand beside the body so that the file itself
 * refuses one that does not add up; nothing of a signed row but its standing can ever change.
 */
const tables = ['handover', 'handover_taking', 'handover_note'];

const unaltered = (table: string, columns: readonly string[]) => `
CREATE TRIGGER ${table}_as_signed BEFORE UPDATE OF ${columns.join(', ')} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} stays as it was signed'); END;`;

const HANDOVER_COLUMNS = [
  ...['id', 'recorded_by', 'handover_id', 'zone_id', 'from_at', 'to_at'],
  ...['opening', 'arrived', 'moved_in', 'moved_out', 'left_zone', 'closing'],
  ...['body', 'hash', 'given_by', 'given_at'],
];
const TAKING_COLUMNS = ['id', 'recorded_by', 'handover_id', 'hash', 'taken_by', 'taken_at'];

export const sql = `
CREATE TABLE handover (${FACT},
  handover_id TEXT NOT NULL,
  zone_id TEXT NOT NULL REFERENCES zone(id),
  from_at TEXT NOT NULL CHECK (length(from_at) = 24),
  to_at TEXT NOT NULL CHECK (to_at > from_at),
  opening INTEGER NOT NULL CHECK (opening >= 0),
  arrived INTEGER NOT NULL CHECK (arrived >= 0),
  moved_in INTEGER NOT NULL CHECK (moved_in >= 0),
  moved_out INTEGER NOT NULL CHECK (moved_out >= 0),
  left_zone INTEGER NOT NULL CHECK (left_zone >= 0),
  closing INTEGER NOT NULL CHECK (closing >= 0),
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  given_by TEXT NOT NULL REFERENCES operator(id),
  given_at TEXT NOT NULL CHECK (given_at >= to_at),
  CHECK (opening + arrived + moved_in - moved_out - left_zone = closing)
) STRICT;
CREATE UNIQUE INDEX one_handover_a_shift ON handover(zone_id, to_at) WHERE superseded_by IS NULL;
CREATE UNIQUE INDEX one_fact_a_handover ON handover(handover_id) WHERE superseded_by IS NULL;
CREATE INDEX handover_by_id ON handover(handover_id);
CREATE INDEX handover_by_zone ON handover(zone_id, to_at);

CREATE TABLE handover_taking (${FACT},
  handover_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  taken_by TEXT NOT NULL REFERENCES operator(id),
  taken_at TEXT NOT NULL CHECK (length(taken_at) = 24)
) STRICT;
CREATE UNIQUE INDEX one_taking_a_handover ON handover_taking(handover_id) WHERE superseded_by IS NULL;
CREATE INDEX handover_taking_by_id ON handover_taking(handover_id);

CREATE TABLE handover_note (${FACT},
  note_id TEXT NOT NULL,
  zone_id TEXT NOT NULL REFERENCES zone(id),
  stay_id TEXT REFERENCES stay(id),
  words TEXT NOT NULL CHECK (words <> ''),
  written_by TEXT NOT NULL REFERENCES operator(id),
  written_at TEXT NOT NULL CHECK (length(written_at) = 24),
  done_by TEXT REFERENCES operator(id),
  done_at TEXT CHECK (done_at >= written_at),
  CHECK ((done_by IS NULL) = (done_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_fact_a_note ON handover_note(note_id) WHERE superseded_by IS NULL;
CREATE INDEX handover_note_open ON handover_note(zone_id, written_at)
  WHERE superseded_by IS NULL AND done_at IS NULL;
CREATE INDEX handover_note_done ON handover_note(zone_id, done_at)
  WHERE superseded_by IS NULL AND done_at IS NOT NULL;

CREATE TRIGGER handover_taken_as_given BEFORE INSERT ON handover_taking WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'nobody takes over what was not given') WHERE NOT EXISTS (
    SELECT 1 FROM handover h WHERE h.handover_id = NEW.handover_id AND h.superseded_by IS NULL
      AND h.hash = NEW.hash AND h.given_at <= NEW.taken_at);
  SELECT RAISE(ABORT, 'nobody takes over from themselves') WHERE EXISTS (
    SELECT 1 FROM handover h WHERE h.handover_id = NEW.handover_id AND h.superseded_by IS NULL
      AND h.given_by = NEW.taken_by);
END;
${unaltered('handover', HANDOVER_COLUMNS)}
${unaltered('handover_taking', TAKING_COLUMNS)}
${tables.map(appendOnly).join('\n')}
`;
