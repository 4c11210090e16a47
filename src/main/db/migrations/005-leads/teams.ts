import { FACT, INTERVAL, type Part } from '../004-clinical/fact.ts';

/**
 * Relief teams, who belongs to them, which zones they own, and who is on duty where. Shifts are no rows: they
 * follow from the pattern in force (shared/rules/shift-rules.ts). A duty keeps the bounds of the shift it was
 * planned for. Its care units hang on its id, which an undo writes again; a duty without any is a whole zone's.
 */
export const teams: Part = {
  sql: `
CREATE TABLE relief_team (${FACT},
  team_id TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  province TEXT NOT NULL,
  arrives_at TEXT NOT NULL CHECK (length(arrives_at) = 24),
  takes_over_at TEXT CHECK (takes_over_at >= arrives_at),
  leaves_at TEXT CHECK (leaves_at > arrives_at)
) STRICT;
CREATE UNIQUE INDEX one_fact_a_team ON relief_team(team_id) WHERE superseded_by IS NULL;

CREATE TABLE team_member (${FACT}, ${INTERVAL},
  operator_id TEXT NOT NULL REFERENCES operator(id),
  team_id TEXT NOT NULL,
  team_group TEXT NOT NULL
) STRICT;
CREATE INDEX team_member_by_operator ON team_member(operator_id, from_at) WHERE superseded_by IS NULL;
CREATE INDEX team_member_by_team ON team_member(team_id) WHERE superseded_by IS NULL;

CREATE TABLE team_zone (${FACT}, ${INTERVAL},
  zone_id TEXT NOT NULL REFERENCES zone(id),
  team_id TEXT NOT NULL
) STRICT;
CREATE INDEX team_zone_by_zone ON team_zone(zone_id, from_at) WHERE superseded_by IS NULL;

CREATE TABLE shift_pattern (${FACT},
  from_at TEXT NOT NULL CHECK (length(from_at) = 24),
  hours INTEGER NOT NULL CHECK (hours IN (4, 6)),
  first_start TEXT NOT NULL CHECK (length(first_start) = 5),
  rest_hours INTEGER NOT NULL CHECK (rest_hours BETWEEN 0 AND 24)
) STRICT;
CREATE UNIQUE INDEX one_pattern_at_a_time ON shift_pattern(from_at) WHERE superseded_by IS NULL;

CREATE TABLE duty (${FACT},
  duty_id TEXT NOT NULL,
  operator_id TEXT NOT NULL REFERENCES operator(id),
  from_at TEXT NOT NULL CHECK (length(from_at) = 24),
  to_at TEXT NOT NULL CHECK (to_at > from_at),
  zone_id TEXT REFERENCES zone(id)
) STRICT;
CREATE UNIQUE INDEX one_fact_a_duty ON duty(duty_id) WHERE superseded_by IS NULL;
CREATE INDEX duty_by_time ON duty(from_at) WHERE superseded_by IS NULL;
CREATE INDEX duty_by_operator ON duty(operator_id, from_at) WHERE superseded_by IS NULL;

CREATE TABLE duty_unit (
  duty_id TEXT NOT NULL,
  care_unit_id TEXT NOT NULL REFERENCES care_unit(id),
  PRIMARY KEY (duty_id, care_unit_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER team_member_kept_apart BEFORE INSERT ON team_member WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'one person in two teams') WHERE EXISTS (${overlaps('team_member', 'operator_id')});
END;
CREATE TRIGGER team_zone_kept_apart BEFORE INSERT ON team_zone WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'two teams own one zone') WHERE EXISTS (${overlaps('team_zone', 'zone_id')});
END;
CREATE TRIGGER duty_kept_apart BEFORE INSERT ON duty WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'one person in two places') WHERE EXISTS (${overlaps('duty', 'operator_id')});
  SELECT RAISE(ABORT, 'on duty outside the team') WHERE NOT EXISTS (
    SELECT 1 FROM team_member AS m JOIN relief_team AS t ON t.team_id = m.team_id AND t.superseded_by IS NULL
    WHERE m.operator_id = NEW.operator_id AND m.superseded_by IS NULL
      AND m.from_at <= NEW.from_at AND (m.to_at IS NULL OR m.to_at >= NEW.to_at)
      AND t.arrives_at <= NEW.from_at AND (t.leaves_at IS NULL OR t.leaves_at >= NEW.to_at));
END;
`,
  facts: ['relief_team', 'team_member', 'team_zone', 'shift_pattern', 'duty'],
  frozen: ['duty_unit'],
};

/** Rows of `table` that hold at a moment of the new one's interval. */
function overlaps(table: string, column: string): string {
  return `SELECT 1 FROM ${table} AS other
    WHERE other.${column} = NEW.${column} AND other.superseded_by IS NULL
      AND (other.to_at IS NULL OR other.to_at > NEW.from_at)
      AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at)`;
}
