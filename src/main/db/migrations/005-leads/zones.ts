import { FACT, INTERVAL, type Part } from '../004-clinical/fact.ts';

/** Steps at which nobody may be in the zone. */
const EMPTY = `('not-open', 'final-disinfection', 'closed')`;
/** Steps at which whoever is inside stays, and nobody comes in. */
const STOPPED = `('stop-admissions', 'draining')`;

const zoneOf = (bed: string) =>
  `(SELECT u.zone_id FROM bed b JOIN care_unit u ON u.id = b.care_unit_id WHERE b.id = ${bed})`;

/**
 * The life of zones, and what was confirmed before they opened. A zone without a step has been open from the
 * beginning. That a zone takes nobody is a closure like any other, recorded by the act of the step.
 */
export const zones: Part = {
  sql: `
CREATE TABLE zone_step (${FACT}, ${INTERVAL},
  zone_id TEXT NOT NULL REFERENCES zone(id),
  step TEXT NOT NULL CHECK (step IN
    ('not-open', 'open', 'stop-admissions', 'draining', 'final-disinfection', 'closed')),
  note TEXT NOT NULL,
  list INTEGER,
  ready_at TEXT CHECK (ready_at >= from_at),
  CHECK ((step = 'open') OR list IS NULL),
  CHECK ((step = 'final-disinfection') = (ready_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX one_step_a_zone ON zone_step(zone_id) WHERE superseded_by IS NULL AND to_at IS NULL;
CREATE INDEX zone_step_by_zone ON zone_step(zone_id, from_at) WHERE superseded_by IS NULL;

CREATE TABLE readiness_tick (${FACT},
  zone_id TEXT NOT NULL REFERENCES zone(id),
  list INTEGER NOT NULL CHECK (list > 0),
  item TEXT NOT NULL,
  confirmed_at TEXT NOT NULL CHECK (length(confirmed_at) = 24),
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_tick_an_item ON readiness_tick(zone_id, list, item) WHERE superseded_by IS NULL;
CREATE INDEX readiness_tick_by_list ON readiness_tick(zone_id, list);

CREATE TRIGGER zone_step_kept_apart BEFORE INSERT ON zone_step WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'two steps of one zone') WHERE EXISTS (
    SELECT 1 FROM zone_step s WHERE s.zone_id = NEW.zone_id AND s.superseded_by IS NULL
      AND (s.to_at IS NULL OR s.to_at > NEW.from_at) AND (NEW.to_at IS NULL OR s.from_at < NEW.to_at));
  SELECT RAISE(ABORT, 'somebody is in the zone') WHERE NEW.step IN ${EMPTY} AND EXISTS (
    SELECT 1 FROM care_unit u JOIN bed b ON b.care_unit_id = u.id JOIN bed_assignment a ON a.bed_id = b.id
    WHERE u.zone_id = NEW.zone_id AND a.superseded_by IS NULL
      AND (a.to_at IS NULL OR a.to_at > NEW.from_at) AND (NEW.to_at IS NULL OR a.from_at < NEW.to_at));
END;

CREATE TRIGGER bed_assignment_in_a_zone_that_takes_people BEFORE INSERT ON bed_assignment
WHEN NEW.superseded_by IS NULL
BEGIN
  SELECT RAISE(ABORT, 'the zone is not open') WHERE EXISTS (
    SELECT 1 FROM zone_step s WHERE s.zone_id = ${zoneOf('NEW.bed_id')} AND s.superseded_by IS NULL
      AND s.step IN ${EMPTY} AND (s.to_at IS NULL OR s.to_at > NEW.from_at)
      AND (NEW.to_at IS NULL OR s.from_at < NEW.to_at));
  SELECT RAISE(ABORT, 'the zone takes nobody new') WHERE EXISTS (
    SELECT 1 FROM zone_step s WHERE s.zone_id = ${zoneOf('NEW.bed_id')} AND s.superseded_by IS NULL
      AND s.step IN ${STOPPED} AND s.from_at <= NEW.from_at AND (s.to_at IS NULL OR s.to_at > NEW.from_at)
      AND NOT EXISTS (
        SELECT 1 FROM bed_assignment p WHERE p.stay_id = NEW.stay_id AND p.superseded_by IS NULL
          AND p.to_at = NEW.from_at AND ${zoneOf('p.bed_id')} = s.zone_id));
END;
`,
  facts: ['zone_step', 'readiness_tick'],
  frozen: [],
};
