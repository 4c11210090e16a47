import { type RawBuilder, sql } from 'kysely';
import type { StayRow } from '#shared/contract/stays.ts';
import type { FamilyId } from '#shared/contract/values.ts';
import { ageOn } from '#shared/rules/age.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import { readWardFacts, viewOf } from '../beds/bed-facts.ts';
import { attributesOf } from '../beds/show-board.ts';
import { classificationOf, holds } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';
import { readSettings } from '../ward/settings-repository.ts';
import type { Bed, Occupant, Person, WardSituation } from './allocation-types.ts';

/** A bed with its place, which never changes after opening; the state is filled in by who needs it. */
type FloorBed = Bed & { version: number };

const floors = new Map<string, FloorBed[]>();
const FLOORS_KEPT = 4;

/** The floor is laid out once, so it is read once for each ward. States in it mean nothing. */
export async function readFloor(db: Reads): Promise<readonly FloorBed[]> {
  const { ward_id } = await db.selectFrom('hospital').select('ward_id').executeTakeFirstOrThrow();
  const known = floors.get(ward_id);
  if (known) return known;
  const rows = await db
    .selectFrom('bed')
    .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .innerJoin('zone', 'zone.id', 'care_unit.zone_id')
    .selectAll('bed')
    .select([
      'care_unit.code as unit_code',
      'zone.id as zone_id',
      'zone.code as zone_code',
      'zone.sex_policy',
    ])
    .orderBy('bed.code')
    .execute();
  const floor = rows.map((row) => ({
    bedId: row.id,
    code: row.code,
    unitId: row.care_unit_id,
    unitCode: row.unit_code,
    zoneId: row.zone_id,
    zoneCode: row.zone_code,
    sexPolicy: row.sex_policy,
    attributes: attributesOf(row),
    x: row.x,
    y: row.y,
    state: 'available' as const,
    heldBy: '',
    reservedFor: null,
    version: 0,
  }));
  if (floors.size >= FLOORS_KEPT) floors.clear();
  floors.set(ward_id, floor);
  return floor;
}

/** The whole ward as an allocation sees it: every bed with its state, everybody in one, the settings. */
export async function readSituation(db: Reads, now: Instant, zone: TimeZone): Promise<WardSituation> {
  const facts = await readWardFacts(db, null, now, zone);
  const floor = await readFloor(db);
  const beds = floor.map((bed): Bed => {
    const view = viewOf({ id: bed.bedId, care_unit_id: bed.unitId, zone_id: bed.zoneId, version: 0 }, facts);
    const heldBy = view.occupant?.name ?? view.reservation?.name ?? '';
    return { ...bed, state: view.state, heldBy, reservedFor: view.reservation?.stayId ?? null };
  });
  const { allocation: settings } = await readSettings(db);
  return { beds, occupants: await readOccupants(db, now, zone, null), settings };
}

/** Asked by bed, so that the index of open assignments is looked up a few times instead of read whole. */
const bedsAround = (
  unitIds: readonly string[],
  familyId: FamilyId | null,
): RawBuilder<boolean> => sql<boolean>`
  a.bed_id in (
    select near.id from bed as near where near.care_unit_id in (${sql.join([...unitIds])})
    union
    select k.bed_id from stay as kin join bed_assignment as k on k.stay_id = kin.id
    where kin.family_id = ${familyId} and k.superseded_by is null and k.to_at is null)`;

/** Those in a bed now: all of them, or the ones around a decision (in some care units, or of some family). */
export async function readOccupants(
  db: Reads,
  now: Instant,
  zone: TimeZone,
  around: { unitIds: readonly string[]; familyId: FamilyId | null } | null,
): Promise<Occupant[]> {
  const rows = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .innerJoin('stay', 'stay.id', 'a.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['a.bed_id', 'a.stay_id', 'stay.family_id', 'person.name', 'person.sex', 'person.birth_date'])
    .select(classificationOf('stay.id', null).as('classification'))
    .where(holds('a', null))
    .$if(around !== null, (q) => q.where(bedsAround(around?.unitIds ?? [], around?.familyId ?? null)))
    .execute();
  const today = localDateOf(now, zone);
  return rows.map((row) => ({
    bedId: row.bed_id,
    stayId: row.stay_id,
    name: row.name,
    classification: (row.classification ?? 'unknown') as Occupant['classification'],
    familyId: row.family_id,
    ageYears: row.birth_date === null ? null : ageOn(row.birth_date, today),
    sex: row.sex,
  }));
}

export const personOf = (row: StayRow): Person => ({
  stayId: row.stayId,
  name: row.name,
  sex: row.sex,
  ageYears: row.age,
  classification: row.classification,
  needs: row.needs,
  mobility: row.mobility,
  keyGroups: row.keyGroups,
  familyId: row.familyId,
  arrivedAt: row.arrivedAt,
  currentBedId: row.status === 'in-house' ? (row.bed?.id ?? null) : null,
});
