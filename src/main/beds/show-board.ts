import type { BedAttribute } from '#shared/contract/vocabulary.ts';
import { BED_ATTRIBUTES } from '#shared/contract/vocabulary.ts';
import { readAsOf } from '../figures/knowledge.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { countStates, readWardFacts, viewOf } from './bed-facts.ts';

export const readBedPlaces = (db: Reads) =>
  db
    .selectFrom('bed')
    .innerJoin('care_unit', 'care_unit.id', 'bed.care_unit_id')
    .select(['bed.id', 'bed.code', 'bed.version', 'bed.care_unit_id', 'care_unit.zone_id'])
    .orderBy('bed.code')
    .execute();

/** Every bed of the ward with its state, now or at a past instant, as it is known now or was known earlier. */
export const showBoard: QueryHandler<'beds.board'> = async (db, input, context) => {
  const { now, zone } = context;
  const asOf = await readAsOf(db, input, context);
  const facts = await readWardFacts(db, asOf, now, zone);
  const beds = (await readBedPlaces(db)).map((bed) => viewOf(bed, facts));
  return { at: asOf?.at ?? now, counts: countStates(beds), beds };
};

/** One bed with everybody who ever had it, latest first. */
export const showBedCard: QueryHandler<'beds.card'> = async (db, { bedId }, { now, zone }) => {
  const place = (await readBedPlaces(db)).find((bed) => bed.id === bedId);
  if (!place) throw new Refusal('no-such-bed', { bed: bedId });
  const history = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('stay', 'stay.id', 'a.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['stay.id', 'stay.number', 'person.name', 'a.from_at', 'a.to_at'])
    .where('a.bed_id', '=', bedId)
    .where('a.superseded_by', 'is', null)
    .orderBy('a.from_at', 'desc')
    .limit(100)
    .execute();
  return {
    code: place.code,
    view: viewOf(place, await readWardFacts(db, null, now, zone)),
    history: history.map(({ id, number, name, from_at, to_at }) => ({
      stayId: id,
      number,
      name,
      from: from_at,
      to: to_at,
    })),
  };
};

const COLUMN_OF = {
  nearNurse: 'near_nurse',
  nearToilet: 'near_toilet',
  socket: 'socket',
  oxygen: 'oxygen',
  quiet: 'quiet',
  cot: 'cot',
} as const satisfies Record<BedAttribute, string>;

export const attributesOf = (bed: Record<(typeof COLUMN_OF)[BedAttribute], 0 | 1>): BedAttribute[] =>
  BED_ATTRIBUTES.filter((attribute) => bed[COLUMN_OF[attribute]] === 1);

/** The floor as it was laid out at opening. */
export const showPlan: QueryHandler<'beds.plan'> = async (db) => {
  const hospital = await db.selectFrom('hospital').selectAll().executeTakeFirstOrThrow();
  const zones = await db.selectFrom('zone').selectAll().orderBy('code').execute();
  const units = await db.selectFrom('care_unit').selectAll().orderBy('code').execute();
  const beds = await db.selectFrom('bed').selectAll().orderBy('code').execute();
  const landmarks = await db
    .selectFrom('landmark')
    .select(['kind', 'label', 'x', 'y', 'width', 'height'])
    .orderBy('id')
    .execute();
  return {
    floor: { width: hospital.floor_width, height: hospital.floor_height },
    zones: zones.map(({ sex_policy, ...zone }) => ({ ...zone, sexPolicy: sex_policy })),
    careUnits: units.map(({ zone_id, ...unit }) => ({ ...unit, zoneId: zone_id })),
    beds: beds.map((bed) => ({
      id: bed.id,
      careUnitId: bed.care_unit_id,
      code: bed.code,
      x: bed.x,
      y: bed.y,
      attributes: attributesOf(bed),
    })),
    landmarks,
  };
};
