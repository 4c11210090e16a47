import { FACT, INTERVAL } from './004-clinical/fact.ts';
import { appendOnly } from './append-only.ts';

/**
 * Which care units a relief team owns apart from whole zones, as where two teams share one. A unit has one team of its
 * own at a time; without one it is its zone's.
 */
export const sql = `
CREATE TABLE team_unit (${FACT}, ${INTERVAL},
  care_unit_id TEXT NOT NULL REFERENCES care_unit(id),
  team_id TEXT NOT NULL
) STRICT;
CREATE INDEX team_unit_by_unit ON team_unit(care_unit_id, from_at) WHERE superseded_by IS NULL;
CREATE TRIGGER team_unit_kept_apart BEFORE INSERT ON team_unit WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'two teams own one care unit') WHERE EXISTS (
    SELECT 1 FROM team_unit AS other WHERE other.care_unit_id = NEW.care_unit_id AND other.superseded_by IS NULL
      AND (NEW.to_at IS NULL OR other.from_at < NEW.to_at) AND (other.to_at IS NULL OR other.to_at > NEW.from_at));
END;
${appendOnly('team_unit')}
CREATE TRIGGER team_unit_unaltered BEFORE UPDATE OF id, recorded_by, from_at, to_at, care_unit_id, team_id ON team_unit
BEGIN SELECT RAISE(ABORT, 'team_unit is append-only'); END;
`;
