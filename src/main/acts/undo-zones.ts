import type { Selectable } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { Tx } from '../ipc/context.ts';
import { isStopped } from '../zones/zone-life-rules.ts';
import type { Fact, Facts } from './undo-facts.ts';
import { refuseLater, type Undoing } from './undo-refusals.ts';

/** The act by which the zone of the bed was emptied while the bed would be held; null: it was not. */
export async function zoneShutOver(tx: Tx, fact: Fact): Promise<number | null> {
  if (!fact.bed_id) return null;
  const row = await tx
    .selectFrom('bed')
    .innerJoin('care_unit as u', 'u.id', 'bed.care_unit_id')
    .innerJoin('zone_step as s', 's.zone_id', 'u.zone_id')
    .select('s.recorded_by')
    .where('bed.id', '=', fact.bed_id)
    .where('s.superseded_by', 'is', null)
    .where('s.step', 'in', ['not-open', 'final-disinfection', 'closed'])
    .where((eb) => eb.or([eb('s.to_at', 'is', null), eb('s.to_at', '>', fact.from_at)]))
    .$if(fact.to_at !== null, (q) => q.where('s.from_at', '<', fact.to_at as typeof fact.from_at))
    .executeTakeFirst();
  return row?.recorded_by ?? null;
}

/** Whoever has come into the zone while the step that is to hold again would have kept them out. */
export async function peopleAgainstStep(tx: Tx, fact: Fact): Promise<number | null> {
  const step = fact as unknown as Selectable<Schema['zone_step']>;
  if (step.step === 'open') return null;
  const inside = tx
    .selectFrom('care_unit as u')
    .innerJoin('bed', 'bed.care_unit_id', 'u.id')
    .innerJoin('bed_assignment as a', 'a.bed_id', 'bed.id')
    .select('a.recorded_by')
    .where('u.zone_id', '=', step.zone_id)
    .where('a.superseded_by', 'is', null)
    .$if(step.to_at !== null, (q) => q.where('a.from_at', '<', step.to_at as typeof step.from_at));
  const row = isStopped(step.step)
    ? await inside.where('a.from_at', '>=', step.from_at).executeTakeFirst()
    : await inside
        .where((eb) => eb.or([eb('a.to_at', 'is', null), eb('a.to_at', '>', step.from_at)]))
        .executeTakeFirst();
  return row?.recorded_by ?? null;
}

/** A zone was opened by its list: what was confirmed on it cannot be taken back while it is open by it. */
export async function requireListsOfOpenZones(undoing: Undoing, { readiness_tick }: Facts): Promise<void> {
  for (const tick of readiness_tick as unknown as Selectable<Schema['readiness_tick']>[]) {
    const opened = await undoing.tx
      .selectFrom('zone_step')
      .select('recorded_by')
      .where('zone_id', '=', tick.zone_id)
      .where('list', '=', tick.list)
      .where('superseded_by', 'is', null)
      .executeTakeFirst();
    if (opened) await refuseLater(undoing, opened.recorded_by);
  }
}
