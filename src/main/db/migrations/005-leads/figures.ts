/**
 * What the past is asked by. `…_by_length` finds the facts that hold at one instant, `…_by_knowledge` those
 * that were held true after one act, both without reading history; see `heldAt` in db/as-of.ts.
 */
const INTERVALS = ['stay_period', 'bed_assignment', 'disinfection', 'closure', 'reservation'];

const lookedBackAt = (table: string) => `
CREATE INDEX ${table}_by_length ON ${table}(length(unixepoch(to_at) - unixepoch(from_at)), to_at, from_at)
  WHERE superseded_by IS NULL AND to_at IS NOT NULL;
CREATE INDEX ${table}_by_knowledge ON ${table}(length(superseded_by - recorded_by), superseded_by, recorded_by)
  WHERE superseded_by IS NOT NULL;`;

/**
 * How many came on each day of UTC, and how many left in which way, as it is known now: totals since opening are
 * asked for after every change of the ward, and counting a million stays takes longer than the whole board.
 * Nobody writes it but these triggers; `ward verify` counts again.
 */
const counted = (row: string, by: '+' | '-', column: string, kind: string) => `
  INSERT INTO stay_tally SELECT substr(${row}.${column}, 1, 10), ${kind}, ${by}1 WHERE ${row}.${column} IS NOT NULL
  ON CONFLICT (day, kind) DO UPDATE SET people = people ${by} 1;`;

const tally = `
CREATE TABLE stay_tally (
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (day, kind)
) STRICT, WITHOUT ROWID;
INSERT INTO stay_tally
  SELECT substr(from_at, 1, 10), 'arrived', count(*) FROM stay_period WHERE superseded_by IS NULL GROUP BY 1
  UNION ALL
  SELECT substr(to_at, 1, 10), way, count(*) FROM stay_period
  WHERE superseded_by IS NULL AND to_at IS NOT NULL GROUP BY 1, 2;
CREATE TRIGGER stay_period_counted AFTER INSERT ON stay_period WHEN NEW.superseded_by IS NULL
BEGIN ${counted('NEW', '+', 'from_at', "'arrived'")} ${counted('NEW', '+', 'to_at', 'NEW.way')}
END;
CREATE TRIGGER stay_period_counted_off AFTER UPDATE OF superseded_by ON stay_period
WHEN OLD.superseded_by IS NULL AND NEW.superseded_by IS NOT NULL
BEGIN ${counted('OLD', '-', 'from_at', "'arrived'")} ${counted('OLD', '-', 'to_at', 'OLD.way')}
END;`;

export const figures = {
  sql: `
${INTERVALS.map(lookedBackAt).join('\n')}
${tally}
CREATE INDEX act_by_time ON act(recorded_at);
CREATE INDEX stay_period_by_arrival ON stay_period(from_at);
CREATE INDEX bed_assignment_ever ON bed_assignment(stay_id, from_at);
CREATE INDEX stay_classification_ever ON stay_classification(stay_id, from_at);`,
  facts: [],
  frozen: [],
};
