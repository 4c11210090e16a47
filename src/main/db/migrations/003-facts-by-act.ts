/**
 * Undo asks what an act recorded and what it superseded. Without these it reads every fact table whole: 25 ms at
 * 26,462 stays, and longer with each of them.
 */
const FACT_TABLES = [
  'stay_period',
  'stay_classification',
  'bed_assignment',
  'disinfection',
  'closure',
  'reservation',
  'convoy_fact',
  'roster_choice',
  'roster_column',
  'roster_edit',
  'roster_drop',
  'roster_admission',
];

export const sql = FACT_TABLES.map(
  (table) => `
CREATE INDEX ${table}_recorded ON ${table}(recorded_by);
CREATE INDEX ${table}_superseded ON ${table}(superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX ${table}_restored ON ${table}(restores) WHERE restores IS NOT NULL;`,
).join('\n');
