import type { ZoneId } from '#shared/contract/values.ts';
import type { ReadinessLine } from '#shared/contract/zones.ts';
import { fill, type Sentence } from '#shared/messages/fill.ts';
import { KNOWN_SENTENCES } from '#shared/messages/zone-known.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { readEmptyFacts } from '../beds/bed-facts.ts';
import type { Context, Reads } from '../ipc/context.ts';
import { areShiftsKept, readOnAt } from '../shifts/duty-repository.ts';

type Known = NonNullable<ReadinessLine['known']>;

/** Codes named in a sentence; the Beds page shows them all. */
const NAMED = 5;

/** What the program can judge of a zone's readiness by itself, by the key of the shipped item. */
export async function whatIsKnown(
  db: Reads,
  zoneId: ZoneId,
  { now }: Pick<Context, 'now'>,
): Promise<Map<string, Known>> {
  const beds = await db
    .selectFrom('bed')
    .innerJoin('care_unit as u', 'u.id', 'bed.care_unit_id')
    .select(['bed.id', 'bed.code', 'bed.care_unit_id', 'bed.oxygen'])
    .where('u.zone_id', '=', zoneId)
    .orderBy('bed.code')
    .execute();
  const facts = await readEmptyFacts(db, null);
  // The closure of the zone itself is what the list is there to end.
  const closed = beds.filter(
    ({ id, care_unit_id }) => facts.closures.bed.has(id) || facts.closures.unit.has(care_unit_id),
  );
  const dirty = beds.filter(({ id }) => facts.disinfections.has(id));
  const oxygen = beds.filter(({ oxygen }) => oxygen === 1);
  const of = String(beds.length);
  const staff = await onShift(db, zoneId, now);
  return new Map([
    ...(staff ? [['staff', staff] as const] : []),
    [
      'beds',
      closed.length === 0
        ? say(true, KNOWN_SENTENCES.bedsFine, { of })
        : say(false, KNOWN_SENTENCES.bedsClosed, counted(closed)),
    ],
    [
      'disinfection',
      dirty.length === 0
        ? say(true, KNOWN_SENTENCES.disinfected, { of })
        : say(false, KNOWN_SENTENCES.awaitDisinfection, counted(dirty)),
    ],
    ['oxygen', say(oxygen.length > 0, KNOWN_SENTENCES.oxygenBeds, { count: String(oxygen.length), of })],
  ]);
}

/** Null where this hospital does not keep its shifts here. */
async function onShift(db: Reads, zoneId: ZoneId, now: Instant): Promise<Known | null> {
  if (!(await areShiftsKept(db))) return null;
  const here = (await readOnAt(db, now)).filter((duty) => duty.zoneId === null || duty.zoneId === zoneId);
  return here.length === 0
    ? say(false, KNOWN_SENTENCES.nobodyOnShift, {})
    : say(true, KNOWN_SENTENCES.onShift, { count: String(here.length) });
}

const counted = (beds: readonly { code: string }[]) => ({
  count: String(beds.length),
  beds: `${beds
    .slice(0, NAMED)
    .map(({ code }) => code)
    .join(', ')}${beds.length > NAMED ? ' …' : ''}`,
});

const say = (good: boolean, sentence: Sentence, params: Record<string, string>): Known => ({
  good,
  zh: fill(sentence, 'zh-CN', params),
  en: fill(sentence, 'en', params),
});
