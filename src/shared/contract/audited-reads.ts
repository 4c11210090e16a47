import type { QueryName } from './index.ts';

/**
 * Queries of which it is put on record that somebody asked: whole records of one patient, papers and files with people
 * on them, what administrators and auditors look at.
 */
export const AUDITED_READS: ReadonlySet<string> = new Set<QueryName>([
  'stays.record',
  'stays.byDocument',
  'referrals.summary',
  'rosters.view',
  'tests.labFile',
  'tests.quarantine',
  'papers.pages',
  'papers.listPages',
  'papers.handoverPages',
  'papers.rollCallPages',
  'papers.dailyPages',
  'releases.forPaper',
  'releases.districtFile',
  'reports.dischargeFile',
  'home.exportFile',
  'figures.exportFile',
  'daily.file',
  'people.list',
  'people.breakGlasses',
  'audit.list',
  'audit.exportFile',
]);
