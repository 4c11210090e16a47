import type { ProcedureName, QueryName } from './index.ts';

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
  'reports.gridFile',
  'home.exportFile',
  'figures.exportFile',
  'daily.file',
  'people.list',
  'people.breakGlasses',
  'audit.list',
  'audit.exportFile',
]);

/** Of these, each call leaves a file with people on it that can be carried away. */
export const FILES_MADE: ReadonlySet<string> = new Set<QueryName>([
  'releases.districtFile',
  'reports.dischargeFile',
  'reports.gridFile',
  'home.exportFile',
  'figures.exportFile',
  'daily.file',
  'audit.exportFile',
]);

/** What is done at a desk beside the ward's router, and must stand on the trail all the same. */
export const AUDITED_APART: ReadonlySet<string> = new Set<ProcedureName>([
  'setup.unlock',
  'setup.offerRecoveryKey',
  'setup.protect',
  'setup.replaceRecoveryKey',
  'setup.changePassphrase',
  'backups.take',
  'backups.setTarget',
  'backups.drill',
  'backups.restore',
]);
