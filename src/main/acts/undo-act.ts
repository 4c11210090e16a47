import { isProcedureName } from '#shared/contract/index.ts';
import { needsOf } from '#shared/contract/procedure-rights.ts';
import type { StayId } from '#shared/contract/values.ts';
import { type Bed, needsDisinfection, requireBed, whatBlocks } from '../beds/bed-repository.ts';
import { FACT_TABLES, type FactTable } from '../db/schema.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { type Access, requireRights } from '../people/access.ts';
import { requireOrdersOfTicks, requireStillAtHome } from './undo-care.ts';
import { type Fact, type Facts, factsOf, restore, revertChanges, takeBack } from './undo-facts.ts';
import { requireHandoversUntaken } from './undo-handovers.ts';
import { requireListsIntact } from './undo-lists.ts';
import { obstacleTo } from './undo-obstacles.ts';
import { bedGone, refuseLater, refuseReadmitted, requireInsideStays, type Undoing } from './undo-refusals.ts';
import { comeToBed, type Returning, takeReturningStays } from './undo-returning.ts';
import { requireRollCallsOpen } from './undo-roll-calls.ts';
import { isUndoable, mayHaveBeenUsed } from './undo-rules.ts';
import { requireTubesOfResults } from './undo-samples.ts';
import { requireShiftsInTeams } from './undo-shifts.ts';
import { requireListsOfZones, requireNewItemsUnconfirmed } from './undo-zones.ts';

/**
 * Takes an act back: the facts it recorded are superseded, those it superseded hold again, and the fields
 * it changed get their earlier values. Where a later act built on it this is refused, naming that act. The
 * one later act that is no obstacle is the disinfection of a bed that was left: then the patient comes back
 * from now on, to the same bed if it is free, else to the bed chosen.
 */
export const undoAct: CommandHandler<'acts.undo'> = async (tx, input, act, { zone, access }) => {
  const target = await tx
    .selectFrom('act')
    .leftJoin('act_undo', 'act_undo.undoes', 'act.seq')
    .select(['act.seq', 'act.id', 'act.procedure', 'act_undo.act_seq as undone_by'])
    .where('act.id', '=', input.actId)
    .executeTakeFirst();
  refuseUnless(target !== undefined, 'no-such-act');
  refuseUnless(target.undone_by === null, 'already-undone');
  refuseUnless(isUndoable(target.procedure), 'cannot-undo');
  requireRightsOf(access, target.procedure);
  await tx.insertInto('act_undo').values({ act_seq: act.seq, undoes: target.seq }).execute();

  const choices = new Map(input.beds.map(({ stayId, bedId }) => [stayId, bedId]));
  const undoing: Undoing = { tx, act, zone, target, choices };
  const recorded = await factsOf(tx, 'recorded_by', target.seq);
  const replaced = await factsOf(tx, 'superseded_by', target.seq);
  // A signature is taken back by daily.withdraw or handovers.withdraw; also by undoing what had put it back, and then with a reason too.
  refuseUnless(
    (recorded.daily_report.length === 0 && recorded.handover.length === 0) || act.reason !== '',
    'reason-needed',
  );
  const returning = await takeReturningStays(undoing, recorded, replaced);
  await requireListsIntact(undoing, recorded, replaced);
  await requireRollCallsOpen(undoing, recorded);
  await requireHandoversUntaken(undoing, recorded);
  await requireNewItemsUnconfirmed(undoing);
  await undoFacts(undoing, recorded, replaced, returning);
  await requireOrdersOfTicks(undoing, recorded);
  await requireStillAtHome(undoing, recorded);
  await requireListsOfZones(undoing, recorded, replaced);
  await requireInsideStays(undoing, [...recorded.stay_period, ...replaced.stay_period]);
  await requireShiftsInTeams(undoing, recorded, replaced);
  if (recorded.nat_sample.length > 0) await requireTubesOfResults(undoing);
  await revertChanges(tx, target.seq, act);
  await touchSubjects(undoing);
  return { actId: act.id, undone: input.actId };
};

/** Whoever takes an act back could have made it. */
function requireRightsOf(access: Access, procedure: string): void {
  const needs = isProcedureName(procedure) ? needsOf(procedure) : 'signed-in';
  if (typeof needs !== 'string') requireRights(access, needs);
}

/** Every table in order: first what the act recorded goes, then what it replaced comes back. */
async function undoFacts(
  undoing: Undoing,
  recorded: Facts,
  replaced: Facts,
  returning: Returning[],
): Promise<void> {
  const { tx, act } = undoing;
  const settled = new Set(returning.flatMap(({ facts }) => facts));
  for (const table of FACT_TABLES) {
    for (const fact of recorded[table]) {
      if (settled.has(fact)) continue;
      if (fact.superseded_by !== null) await refuseLater(undoing, fact.superseded_by);
      await takeBack(tx, table, fact, act.seq);
    }
  }
  for (const { comeBack } of returning.filter(({ first }) => first)) await comeBack();
  const elsewhere: Fact[] = [];
  for (const table of FACT_TABLES) {
    for (const fact of replaced[table]) {
      if (settled.has(fact)) continue;
      if (await mayHoldAgain(undoing, table, fact)) await restore(tx, table, fact, act.seq);
      else elsewhere.push(fact);
    }
  }
  for (const { comeBack } of returning.filter(({ first }) => !first)) await comeBack();
  for (const { stay_id } of elsewhere)
    if (stay_id) await comeToBed(undoing, stay_id, await choiceFor(undoing, stay_id));
  for (const fact of recorded.bed_assignment) if (!settled.has(fact)) await cleanAfter(undoing, fact);
}

/**
 * True where nothing stands in the way. False where the bed is taken and another way was chosen; everything
 * else is refused, naming who or what it is.
 */
async function mayHoldAgain(undoing: Undoing, table: FactTable, fact: Fact): Promise<boolean> {
  if (table === 'stay_period' && fact.stay_id) await refuseReadmitted(undoing, fact.stay_id, fact);
  const obstacle = await obstacleTo(undoing.tx, table, fact);
  if (!obstacle) return true;
  if (obstacle.bedTaken && fact.to_at === null && fact.bed_id && fact.stay_id) {
    if (undoing.choices.has(fact.stay_id)) return false;
    const bed = await requireBed(undoing.tx, fact.bed_id);
    const blocked = await whatBlocks(undoing.tx, bed, fact.from_at, undoing.zone, fact.stay_id);
    if (blocked) throw await bedGone(undoing, fact.stay_id, bed, blocked);
  }
  return refuseLater(undoing, obstacle.recordedBy);
}

async function choiceFor({ tx, choices }: Undoing, stayId: StayId): Promise<Bed | null> {
  const choice = choices.get(stayId);
  return choice ? requireBed(tx, choice) : null;
}

/**
 * A bed that somebody was written into for a while may well have been used, mistake or not: when the mistake
 * is taken back it awaits disinfection, unless somebody lies in it.
 */
async function cleanAfter({ tx, act }: Undoing, fact: Fact): Promise<void> {
  if (fact.to_at !== null || !fact.bed_id) return;
  const { recorded_at } = await tx
    .selectFrom('act')
    .select('recorded_at')
    .where('seq', '=', fact.recorded_by)
    .executeTakeFirstOrThrow();
  if (!mayHaveBeenUsed(recorded_at, act.recordedAt) || act.happenedAt <= fact.from_at) return;
  const open = { ...fact, from_at: act.happenedAt, stay_id: undefined };
  if (await obstacleTo(tx, 'disinfection', open)) return;
  await needsDisinfection(tx, fact.bed_id, act.happenedAt, act.seq);
}

async function touchSubjects({ tx, act, target }: Undoing): Promise<void> {
  const subjects = await tx.selectFrom('act_subject').selectAll().where('act_seq', '=', target.seq).execute();
  for (const { kind, subject_id } of subjects) act.touches(kind, subject_id);
}
