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

export const figures = {
  sql: `
${INTERVALS.map(lookedBackAt).join('\n')}
CREATE INDEX act_by_time ON act(recorded_at);
CREATE INDEX stay_period_by_arrival ON stay_period(from_at);
CREATE INDEX bed_assignment_ever ON bed_assignment(stay_id, from_at);
CREATE INDEX stay_classification_ever ON stay_classification(stay_id, from_at);`,
  facts: [],
  frozen: [],
};
