import type { BedCounts, BedView } from '#shared/contract/beds.ts';
import type { BedId, CareUnitId, StayId, ZoneId } from '#shared/contract/values.ts';
import type { Classification } from '#shared/contract/vocabulary.ts';
import { ageOn } from '#shared/rules/age.ts';
import { bedState } from '#shared/rules/bed-state.ts';
import { type Instant, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { keyGroupsOf } from '#shared/rules/key-groups.ts';
import { type AsOf, classificationOf, heldAsOf } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';

type Closure = NonNullable<BedView['closure']>;

/** Everything that decides the states of the beds as of one instant (null: now), by bed or by place. */
export interface WardFacts {
  occupants: Map<BedId, NonNullable<BedView['occupant']>>;
  closures: { bed: Map<BedId, Closure>; unit: Map<CareUnitId, Closure>; zone: Map<ZoneId, Closure> };
  disinfections: Map<BedId, NonNullable<BedView['disinfection']>>;
  reservations: Map<BedId, NonNullable<BedView['reservation']>>;
}

export interface BedPlace {
  id: BedId;
  care_unit_id: CareUnitId;
  zone_id: ZoneId;
}

/** Reads the facts in four queries, whatever the number of beds. `now` decides ages. */
export async function readWardFacts(
  db: Reads,
  asOf: AsOf | null,
  now: Instant,
  zone: TimeZone,
): Promise<WardFacts> {
  return {
    occupants: await readOccupants(db, asOf, asOf?.at ?? now, zone),
    ...(await readEmptyFacts(db, asOf)),
  };
}

/** What decides the state of a bed besides who is in it, in three queries. */
export const readEmptyFacts = async (
  db: Reads,
  asOf: AsOf | null,
): Promise<Omit<WardFacts, 'occupants'>> => ({
  closures: await readClosures(db, asOf),
  disinfections: await readDisinfections(db, asOf),
  reservations: await readReservations(db, asOf),
});

async function readOccupants(db: Reads, asOf: AsOf | null, instant: Instant, zone: TimeZone) {
  const rows = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('stay', 'stay.id', 'a.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select([
      'a.bed_id',
      'a.from_at',
      'stay.id',
      'stay.number',
      'stay.version',
      'stay.family_id',
      'stay.conditions',
      'stay.needs',
      'person.name',
      'person.name_initials',
      'person.sex',
      'person.birth_date',
      'person.provisional',
    ])
    .select(classificationOf('stay.id', asOf?.at ?? null, asOf?.knownBy).as('classification'))
    .where(heldAsOf('bed_assignment', 'a', asOf))
    .execute();
  const day = localDateOf(instant, zone);
  return new Map(
    rows.map((row) => {
      const age = row.birth_date === null ? null : Math.max(0, ageOn(row.birth_date, day));
      const classification = (row.classification ?? 'unknown') as Classification;
      const needs = row.needs === '' ? [] : (row.needs.split(',') as never[]);
      return [
        row.bed_id,
        {
          stayId: row.id,
          number: row.number,
          version: row.version,
          name: row.name,
          initials: row.name_initials,
          sex: row.sex,
          age,
          classification,
          since: row.from_at,
          family: row.family_id !== null,
          provisional: row.provisional === 1,
          alert:
            BELONGS_ELSEWHERE.has(classification) ||
            keyGroupsOf({ conditions: row.conditions, needs }, age).length > 0,
        },
      ] as const;
    }),
  );
}

/** Ninth edition: these belong in a designated hospital. */
const BELONGS_ELSEWHERE: ReadonlySet<Classification> = new Set(['ordinary', 'severe', 'critical']);

async function readClosures(db: Reads, asOf: AsOf | null): Promise<WardFacts['closures']> {
  const closures: WardFacts['closures'] = { bed: new Map(), unit: new Map(), zone: new Map() };
  const rows = await db
    .selectFrom('closure as c')
    .select(['c.bed_id', 'c.care_unit_id', 'c.zone_id', 'c.reason', 'c.note', 'c.from_at'])
    .where(heldAsOf('closure', 'c', asOf))
    .execute();
  for (const { bed_id, care_unit_id, zone_id, reason, note, from_at: since } of rows) {
    if (bed_id !== null) closures.bed.set(bed_id, { scope: 'bed', reason, note, since });
    if (care_unit_id !== null) closures.unit.set(care_unit_id, { scope: 'care-unit', reason, note, since });
    if (zone_id !== null) closures.zone.set(zone_id, { scope: 'zone', reason, note, since });
  }
  return closures;
}

async function readDisinfections(db: Reads, asOf: AsOf | null) {
  const rows = await db
    .selectFrom('disinfection as d')
    .select(['d.bed_id', 'd.from_at', 'd.ready_at'])
    .where(heldAsOf('disinfection', 'd', asOf))
    .execute();
  return new Map(rows.map((row) => [row.bed_id, { since: row.from_at, readyAt: row.ready_at }] as const));
}

async function readReservations(db: Reads, asOf: AsOf | null) {
  const rows = await db
    .selectFrom('reservation as r')
    .leftJoin('stay', 'stay.id', 'r.stay_id')
    .leftJoin('person', 'person.id', 'stay.person_id')
    .select(['r.bed_id', 'r.stay_id', 'r.note', 'r.from_at', 'person.name'])
    .where(heldAsOf('reservation', 'r', asOf))
    .execute();
  return new Map(
    rows.map(
      (row) =>
        [
          row.bed_id,
          { stayId: row.stay_id as StayId | null, name: row.name ?? '', note: row.note, since: row.from_at },
        ] as const,
    ),
  );
}

/** Why a bed takes nobody, the widest place that is closed first. */
export const closureOf = (bed: BedPlace, { closures }: Pick<WardFacts, 'closures'>): Closure | null =>
  closures.zone.get(bed.zone_id) ?? closures.unit.get(bed.care_unit_id) ?? closures.bed.get(bed.id) ?? null;

/** One bed as every screen shows it. */
export function viewOf(bed: BedPlace & { version: number }, facts: WardFacts): BedView {
  const occupant = facts.occupants.get(bed.id) ?? null;
  const disinfection = facts.disinfections.get(bed.id) ?? null;
  const reservation = facts.reservations.get(bed.id) ?? null;
  const closure = closureOf(bed, facts);
  const state = bedState({
    occupied: occupant !== null,
    closed: closure !== null,
    awaitingDisinfection: disinfection !== null,
    reserved: reservation !== null,
  });
  return { id: bed.id, version: bed.version, state, occupant, reservation, disinfection, closure };
}

export function countStates(views: readonly Pick<BedView, 'state'>[]): BedCounts {
  const counts = {
    total: views.length,
    available: 0,
    reserved: 0,
    occupied: 0,
    awaitingDisinfection: 0,
    outOfService: 0,
  };
  for (const { state } of views) counts[state] += 1;
  return counts;
}
