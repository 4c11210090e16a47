import type { BedId, StayId } from '#shared/contract/values.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { proposeOne } from '../allocation/propose-beds.ts';
import type { Bed } from '../beds/bed-repository.ts';
import { FACTS_OF_STAYS } from '../db/clinical-schema.ts';
import type { Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import type { Act } from './record-act.ts';
import type { Fact } from './undo-facts.ts';

export interface Undoing {
  tx: Tx;
  act: Act;
  zone: TimeZone;
  target: { seq: number; procedure: string };
  /** Where a stay is to go that cannot have its old bed: a bed, or null for the waiting list. */
  choices: Map<StayId, BedId | null>;
}

export async function bedGone(
  undoing: Undoing,
  stayId: StayId,
  old: Bed,
  blocked: Refusal,
): Promise<Refusal> {
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

/** Somebody who has another stay by now cannot also have been in this one at the same time. */
export async function refuseReadmitted(
  { tx }: Undoing,
  stayId: StayId,
  { from_at, to_at }: Fact,
): Promise<void> {
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
export async function requireInsideStays(undoing: Undoing, periods: readonly Fact[]): Promise<void> {
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
    await requireNothingSeen(undoing, stayId);
  }
}

/** An admission that was taken back cannot leave samples, rounds or papers of nobody behind. */
async function requireNothingSeen(undoing: Undoing, stayId: StayId): Promise<void> {
  const period = await undoing.tx
    .selectFrom('stay_period')
    .select('id')
    .where('stay_id', '=', stayId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  if (period) return;
  for (const table of FACTS_OF_STAYS) {
    const fact = await undoing.tx
      .selectFrom(table as 'observation')
      .select('recorded_by')
      .where('stay_id', '=', stayId)
      .where('superseded_by', 'is', null)
      .executeTakeFirst();
    if (fact) await refuseLater(undoing, fact.recorded_by);
  }
}

export async function refuseLater({ tx, zone }: Undoing, seq: number): Promise<never> {
  const later = await tx
    .selectFrom('act')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .leftJoin('act_subject as s', (join) =>
      join.onRef('s.act_seq', '=', 'act.seq').on('s.kind', 'in', ['stay', 'care']),
    )
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
