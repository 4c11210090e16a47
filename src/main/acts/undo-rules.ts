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
  'tests.importLab',
  'tests.solveRow',
  'tests.rejectRow',
  'tests.assignLabels',
  'tests.recordSample',
  'tests.enterResult',
  'referrals.request',
  'referrals.accept',
  'referrals.sendVehicle',
  'referrals.leave',
  'referrals.arrive',
  'referrals.cancel',
  'care.order',
  'care.stop',
  'care.tick',
  'home.record',
  'rounds.record',
  'rounds.correct',
  'rounds.mark',
  'rounds.unmark',
  'rounds.orderExamination',
  'rounds.completeExamination',
  'rounds.cancelExamination',
  'alerts.acknowledge',
  'protocols.choose',
  'releases.setMembers',
  'releases.addBus',
  'releases.changeBus',
  'releases.cancelBus',
  'releases.assignBuses',
  'releases.sign',
  'releases.withdrawSignature',
  'shifts.setPattern',
  'shifts.addTeam',
  'shifts.changeTeam',
  'shifts.setZones',
  'shifts.addMembers',
  'shifts.endMembers',
  'shifts.assign',
  'shifts.unassign',
  'shifts.copyDay',
  'shifts.rotate',
  'rollCalls.begin',
  'rollCalls.mark',
  'rollCalls.mend',
  'rollCalls.close',
  'acts.undo',
]);

/** Acts after which patients have left; taken back, they come back to a bed. */
const ENDS_STAYS: ReadonlySet<string> = new Set(['discharges.commit', 'referrals.leave']);

export const endsStays = (procedure: string): boolean => ENDS_STAYS.has(procedure);

export const isUndoable = (procedure: string): boolean => UNDOABLE.has(procedure);

/** Whoever was written into a bed for longer than this has probably been in it. */
const USED_AFTER_MINUTES = 30;

export const mayHaveBeenUsed = (recordedAt: Instant, undoneAt: Instant): boolean =>
  minutesBetween(recordedAt, undoneAt) > USED_AFTER_MINUTES;
