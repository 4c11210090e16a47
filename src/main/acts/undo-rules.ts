import { type Instant, minutesBetween } from '#shared/rules/instant.ts';

/** Acts that can be taken back. Others are either no facts about patients, or have a reverse of their own. */
const UNDOABLE: ReadonlySet<string> = new Set([
  'stays.admit',
  'stays.correct',
  'stays.linkFamily',
  'stays.assign',
  'stays.move',
  'stays.swap',
  'allocation.commit',
  'allocation.run',
  'discharges.commit',
  'beds.close',
  'beds.reopen',
  'beds.reserve',
  'beds.release',
  'beds.signOffDisinfection',
  'convoys.expect',
  'convoys.arrive',
  'convoys.cancel',
  'rosters.editRow',
  'rosters.dropRow',
  'rosters.commit',
  'ward.changeSettings',
  'acts.undo',
]);

export const isUndoable = (procedure: string): boolean => UNDOABLE.has(procedure);

/** Whoever was written into a bed for longer than this has probably been in it. */
const USED_AFTER_MINUTES = 30;

export const mayHaveBeenUsed = (recordedAt: Instant, undoneAt: Instant): boolean =>
  minutesBetween(recordedAt, undoneAt) > USED_AFTER_MINUTES;
