import type { BedId, StayId } from '#shared/contract/values.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { placeIn } from '../allocation/place-in.ts';
import { proposeOne } from '../allocation/propose-beds.ts';
import { type Bed, needsDisinfection, requireBed, whatBlocks } from '../beds/bed-repository.ts';
import { FACT_TABLES, type FactTable } from '../db/schema.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { move } from '../stays/move-patient.ts';
import { requireStay } from '../stays/stay-repository.ts';
import type { Act } from './record-act.ts';
import { type Fact, factsOf, restore, revertChanges, takeBack } from './undo-facts.ts';
import { obstacleTo } from './undo-obstacles.ts';
import { isUndoable, mayHaveBeenUsed } from './undo-rules.ts';

interface Undoing {
  tx: Tx;
  act: Act;
  zone: TimeZone;
  target: { seq: number; procedure: string };
  /** Where a stay is to go that cannot have its old bed: a bed, or null for the waiting list. */
  choices: Map<StayId, BedId | null>;
}

/**
 * Takes an act back: the facts it recorded are superseded, those it superseded hold again, and the fields
 * it changed get their earlier values. Where a later act built on it this is refused, naming that act. The
 * one later act that is no obstacle is the disinfection of a bed that was left: then the patient comes back
 * from now on, to the same bed if it is free, else to the bed chosen.
 */
export const undoAct: CommandHandler<'acts.undo'> = async (tx, input, act, { zone }) => {
  const target = await tx
    .selectFrom('act')
    .leftJoin('act_undo', 'act_undo.undoes', 'act.seq')
    .select(['act.seq', 'act.id', 'act.procedure', 'act_undo.act_seq as undone_by'])
    .where('act.id', '=', input.actId)
    .executeTakeFirst();
  refuseUnless(target !== undefined, 'no-such-act');
  refuseUnless(target.undone_by === null, 'already-undone');
  refuseUnless(isUndoable(target.procedure), 'cannot-undo');
  await tx.insertInto('act_undo').values({ act_seq: act.seq, undoes: target.seq }).execute();

  const choices = new Map(input.beds.map(({ stayId, bedId }) => [stayId, bedId]));
  const undoing: Undoing = { tx, act, zone, target, choices };
  const recorded = await factsOf(tx, 'recorded_by', target.seq);
  const replaced = await factsOf(tx, 'superseded_by', target.seq);
  const returning = await takeReturningStays(undoing, recorded, replaced);
  await undoFacts(undoing, recorded, replaced, returning);
  await requireInsideStays(undoing, [...recorded.stay_period, ...replaced.stay_period]);
  await revertChanges(tx, target.seq, act);
  await touchSubjects(undoing);
  return { actId: act.id, undone: input.actId };
};

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

type Facts = Record<FactTable, Fact[]>;

/** A stay that cannot simply be put back, with the facts that its coming back leaves as they are. */
interface Returning {
  facts: Fact[];
  first: boolean;
  comeBack: () => Promise<void>;
}

/**
 * Finds the stays that left a bed in this act and whose bed has been disinfected since. Their old time in
 * that bed stays as it was; they come back as of now.
 */
async function takeReturningStays(undoing: Undoing, recorded: Facts, replaced: Facts): Promise<Returning[]> {
  const { target, choices } = undoing;
  const returning: Returning[] = [];
  for (const disinfection of recorded.disinfection) {
    const ended = recorded.bed_assignment.find(
      (row) => row.bed_id === disinfection.bed_id && row.to_at !== null,
    );
    const open = replaced.bed_assignment.find(
      (row) => row.bed_id === disinfection.bed_id && row.to_at === null,
    );
    if (!ended?.stay_id || !open || ended.superseded_by !== null) continue;
    if (disinfection.superseded_by === null && !choices.has(ended.stay_id)) continue;
    const bed = await requireBed(undoing.tx, ended.bed_id as BedId);
    const facts = [disinfection, ended, open];
    if (target.procedure === 'discharges.commit') {
      await refuseReadmitted(undoing, ended.stay_id, open);
      const goal = await goalFor(undoing, ended.stay_id, bed, true);
      returning.push({
        facts,
        first: false,
        comeBack: () => comeToBed(undoing, ended.stay_id as StayId, goal),
      });
    } else if (target.procedure === 'stays.move') {
      const began = recorded.bed_assignment.find(
        (row) => row.stay_id === ended.stay_id && row.to_at === null,
      );
      if (!began || began.superseded_by !== null) continue;
      const goal = await goalFor(undoing, ended.stay_id, bed, false);
      facts.push(began);
      returning.push({
        facts,
        first: true,
        comeBack: () => moveBack(undoing, ended.stay_id as StayId, goal),
      });
    }
  }
  return returning;
}

/** The bed somebody comes back to: the one chosen, else the old one; refused with a proposal if that is taken. */
async function goalFor(undoing: Undoing, stayId: StayId, old: Bed, mayWait: boolean): Promise<Bed | null> {
  const { tx, act, zone, choices } = undoing;
  const choice = choices.get(stayId);
  if (choice === null && mayWait) return null;
  if (choice) return requireBed(tx, choice);
  const blocked = await whatBlocks(tx, old, act.happenedAt, zone, stayId);
  if (!blocked) return old;
  throw await bedGone(undoing, stayId, old, blocked);
}

async function bedGone(undoing: Undoing, stayId: StayId, old: Bed, blocked: Refusal): Promise<Refusal> {
  const stay = await undoing.tx
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select('person.name')
    .where('stay.id', '=', stayId)
    .executeTakeFirstOrThrow();
  const proposal = await proposeOne(undoing.tx, stayId, undoing.act.recordedAt, undoing.zone);
  return new Refusal('undo-bed-taken', {
    bed: old.code,
    by: blocked.params.name ?? blocked.params.note ?? blocked.params.reason ?? '—',
    name: stay.name,
    stayId,
    ...(blocked.params.stayId ? { byStayId: blocked.params.stayId } : {}),
    proposal: proposal?.code ?? '—',
    proposalBedId: proposal?.bedId ?? '',
  });
}

async function comeToBed({ tx, act, zone }: Undoing, stayId: StayId, bed: Bed | null): Promise<void> {
  if (!bed) return;
  const stay = await requireStay(tx, stayId);
  await placeIn(tx, stay, bed, { at: act.happenedAt, zone, act, override: 'settled' });
}

async function moveBack({ tx, act, zone }: Undoing, stayId: StayId, bed: Bed | null): Promise<void> {
  if (bed)
    await move(tx, await requireStay(tx, stayId), bed, {
      at: act.happenedAt,
      zone,
      act,
      override: 'settled',
    });
}

/** Somebody who has another stay by now cannot also have been in this one at the same time. */
async function refuseReadmitted({ tx }: Undoing, stayId: StayId, { from_at, to_at }: Fact): Promise<void> {
  const other = await tx
    .selectFrom('stay as mine')
    .innerJoin('stay as later', 'later.person_id', 'mine.person_id')
    .innerJoin('person', 'person.id', 'mine.person_id')
    .innerJoin('stay_period as p', 'p.stay_id', 'later.id')
    .select(['person.name', 'later.number'])
    .where('mine.id', '=', stayId)
    .whereRef('later.id', '<>', 'mine.id')
    .where('p.superseded_by', 'is', null)
    .where((eb) => eb.or([eb('p.to_at', 'is', null), eb('p.to_at', '>', from_at)]))
    .$if(to_at !== null, (q) => q.where('p.from_at', '<', to_at as Instant))
    .executeTakeFirst();
  if (other) throw new Refusal('undo-back-in-house', { name: other.name, number: String(other.number) });
}

/** A bed given, or held, since for a stay that is no longer going on then is a later act that built on this one. */
async function requireInsideStays(undoing: Undoing, periods: readonly Fact[]): Promise<void> {
  for (const stayId of new Set(periods.map(({ stay_id }) => stay_id))) {
    if (!stayId) continue;
    const outside = await undoing.tx
      .selectFrom('bed_assignment as a')
      .leftJoin('stay_period as p', (join) =>
        join.onRef('p.stay_id', '=', 'a.stay_id').on('p.superseded_by', 'is', null),
      )
      .select('a.recorded_by')
      .where('a.stay_id', '=', stayId)
      .where('a.superseded_by', 'is', null)
      .where((eb) =>
        eb.or([
          eb('p.id', 'is', null),
          eb('a.from_at', '<', eb.ref('p.from_at')),
          eb.and([eb('p.to_at', 'is not', null), eb('a.to_at', 'is', null)]),
          eb('a.to_at', '>', eb.ref('p.to_at')),
        ]),
      )
      .executeTakeFirst();
    if (outside) await refuseLater(undoing, outside.recorded_by);
    const held = await undoing.tx
      .selectFrom('reservation as r')
      .leftJoin('stay_period as p', (join) =>
        join.onRef('p.stay_id', '=', 'r.stay_id').on('p.superseded_by', 'is', null),
      )
      .select('r.recorded_by')
      .where('r.stay_id', '=', stayId)
      .where('r.superseded_by', 'is', null)
      .where('r.to_at', 'is', null)
      .where((eb) => eb.or([eb('p.id', 'is', null), eb('p.to_at', 'is not', null)]))
      .executeTakeFirst();
    if (held) await refuseLater(undoing, held.recorded_by);
  }
}

async function refuseLater({ tx, zone }: Undoing, seq: number): Promise<never> {
  const later = await tx
    .selectFrom('act')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .leftJoin('act_subject as s', (join) => join.onRef('s.act_seq', '=', 'act.seq').on('s.kind', '=', 'stay'))
    .leftJoin('stay', 'stay.id', 's.subject_id')
    .leftJoin('person', 'person.id', 'stay.person_id')
    .select(['act.procedure', 'act.id', 'act.recorded_at', 'operator.name as who', 'person.name as subject'])
    .where('act.seq', '=', seq)
    .executeTakeFirstOrThrow();
  throw new Refusal('undo-later-act', {
    who: later.who,
    what: later.procedure,
    subject: later.subject ?? localOf(later.recorded_at, zone),
    actId: later.id,
  });
}

async function touchSubjects({ tx, act, target }: Undoing): Promise<void> {
  const subjects = await tx.selectFrom('act_subject').selectAll().where('act_seq', '=', target.seq).execute();
  for (const { kind, subject_id } of subjects) act.touches(kind, subject_id);
}
