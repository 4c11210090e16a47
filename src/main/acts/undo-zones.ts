import type { Selectable } from 'kysely';
import type { ZoneId } from '#shared/contract/values.ts';
import { zoneSettings } from '#shared/contract/zone-settings.ts';
import type { Schema } from '../db/schema.ts';
import type { Tx } from '../ipc/context.ts';
import { itemsOf, listsOf, readOpenings } from '../zones/readiness-repository.ts';
import { confirmedSince } from '../zones/renew-items.ts';
import { isBeforeOpening, isStopped } from '../zones/zone-life-rules.ts';
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

/**
 * A zone was opened by its list: what was confirmed on it, and what was withdrawn before, stays as it was signed
 * for. And a step by which a list began is not taken back from under what was confirmed on that list: the zone
 * would open by it another time.
 */
export async function requireListsOfZones(undoing: Undoing, recorded: Facts, replaced: Facts): Promise<void> {
  const openings = await readOpenings(undoing.tx);
  for (const tick of ticksOf(recorded, replaced)) {
    const by = openings.find(({ zone_id, list }) => zone_id === tick.zone_id && list === tick.list);
    if (by) await refuseLater(undoing, by.recorded_by);
  }
  const begun = [
    ...stepsOf(recorded).flatMap(({ step, to_at, zone_id }) =>
      to_at === null && isBeforeOpening(step) ? [zone_id] : [],
    ),
    ...closuresOf(recorded).flatMap(({ reason, to_at, zone_id }) =>
      to_at === null && reason === 'not-open' && zone_id !== null ? [zone_id] : [],
    ),
  ];
  for (const zoneId of new Set(begun)) {
    const lists = await listsOf(undoing.tx, zoneId);
    const since = await laterTick(undoing, zoneId, 'recorded_by', lists.opened);
    if (since !== null) await refuseLater(undoing, since);
  }
  // Only the undo of an undo brings an opening back; its list was open to changes in between.
  for (const { step, list, zone_id } of stepsOf(replaced)) {
    if (step !== 'open' || list === null || undoing.target.procedure !== 'acts.undo') continue;
    const others = (await listsOf(undoing.tx, zone_id)).opened.filter((one) => one !== list);
    const since = await laterTick(undoing, zone_id, 'superseded_by', others);
    if (since !== null) await refuseLater(undoing, since);
  }
}

/** What has been confirmed of an item since it came on the list keeps it there. */
export async function requireNewItemsUnconfirmed(undoing: Undoing): Promise<void> {
  const { tx, target } = undoing;
  const change = await tx
    .selectFrom('act_change')
    .select(['before', 'after'])
    .where('act_seq', '=', target.seq)
    .where('kind', '=', 'hospital')
    .where('field', '=', 'zones')
    .executeTakeFirst();
  if (!change?.before || !change.after) return;
  const [before, after] = [change.before, change.after].map((text) =>
    itemsOf(zoneSettings.parse(JSON.parse(text))),
  );
  const since = await confirmedSince(tx, target.seq, before ?? [], after ?? []);
  if (since !== null) await refuseLater(undoing, since);
}

/** The first act after the one to be undone that confirmed or withdrew something on a list of the zone. */
async function laterTick(
  { tx, target }: Undoing,
  zoneId: ZoneId,
  column: 'recorded_by' | 'superseded_by',
  except: readonly number[],
): Promise<number | null> {
  const row = await tx
    .selectFrom('readiness_tick')
    .select(column)
    .where('zone_id', '=', zoneId)
    .where(column, '>', target.seq)
    .$if(column === 'recorded_by', (q) => q.where('superseded_by', 'is', null))
    .$if(except.length > 0, (q) => q.where('list', 'not in', except))
    .orderBy(column)
    .executeTakeFirst();
  return row?.[column] ?? null;
}

const ticksOf = (...facts: Facts[]) =>
  facts.flatMap(({ readiness_tick }) => readiness_tick as unknown as Selectable<Schema['readiness_tick']>[]);
const stepsOf = ({ zone_step }: Facts) => zone_step as unknown as Selectable<Schema['zone_step']>[];
const closuresOf = ({ closure }: Facts) => closure as unknown as Selectable<Schema['closure']>[];
