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
