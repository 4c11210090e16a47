import {
  AGE_GROUPS,
  type Movement,
  type Overview,
  PERSON_FIGURES,
  type ZoneFigures,
} from '#shared/contract/overview.ts';
import type { CareUnitId, ZoneId } from '#shared/contract/values.ts';
import { CLASSIFICATIONS, SEXES, type SexPolicy } from '#shared/contract/vocabulary.ts';
import { type Instant, localOf, type TimeZone } from '#shared/rules/instant.ts';
import { figuresOfBed, figuresOfPerson, noBeds, noMovements } from './figure-rules.ts';
import type { OverviewBed, OverviewPerson } from './overview-types.ts';

const HOURS = 24;

export interface Floor {
  zones: { id: ZoneId; code: string; name: string; sex_policy: SexPolicy }[];
  units: { id: CareUnitId; code: string; zone_id: ZoneId }[];
}

/** Beds and key patients of every zone and care unit, by their codes. */
export function countPlaces(
  { zones, units }: Floor,
  beds: readonly OverviewBed[],
  people: readonly OverviewPerson[],
): ZoneFigures[] {
  const counted = zones.map(
    ({ sex_policy, ...zone }): ZoneFigures => ({
      ...zone,
      sexPolicy: sex_policy,
      beds: noBeds(),
      keyPatients: 0,
      units: units
        .filter(({ zone_id }) => zone_id === zone.id)
        .map(({ id, code }) => ({ id, code, beds: noBeds(), keyPatients: 0 })),
    }),
  );
  const zoneOf = new Map(counted.map((zone) => [zone.id, zone]));
  const unitOf = new Map(counted.flatMap((zone) => zone.units.map((unit) => [unit.id, unit])));
  for (const bed of beds) {
    const places = [zoneOf.get(bed.zoneId), unitOf.get(bed.careUnitId)];
    for (const figure of figuresOfBed(bed)) for (const place of places) if (place) place.beds[figure] += 1;
  }
  for (const person of people) {
    if (person.zoneId === null || person.careUnitId === null || person.row.keyReasons.length === 0) continue;
    for (const place of [zoneOf.get(person.zoneId), unitOf.get(person.careUnitId)])
      if (place) place.keyPatients += 1;
  }
  return counted;
}

export function countBeds(beds: readonly OverviewBed[]): Overview['beds'] {
  const counts = noBeds();
  for (const bed of beds) for (const figure of figuresOfBed(bed)) counts[figure] += 1;
  return counts;
}

export function countPeople(
  people: readonly OverviewPerson[],
): Pick<Overview, 'people' | 'bySex' | 'byClassification' | 'byAgeGroup'> {
  const counts = {
    people: zeros(PERSON_FIGURES),
    bySex: zeros(SEXES),
    byClassification: zeros(CLASSIFICATIONS),
    byAgeGroup: zeros(AGE_GROUPS),
  };
  for (const person of people) {
    for (const figure of figuresOfPerson(person)) counts.people[figure] += 1;
    counts.bySex[person.row.sex] += 1;
    counts.byClassification[person.row.classification] += 1;
    counts.byAgeGroup[person.ageGroup] += 1;
  }
  return counts;
}

export const hourOf = (at: Instant, zone: TimeZone): number => Number(localOf(at, zone).slice(11, 13));

export function countMovements(
  moved: readonly { movement: Movement; at: Instant }[],
  zone: TimeZone,
): Pick<Overview['today'], 'total' | 'hours'> {
  const total = noMovements();
  const hours = Array.from({ length: HOURS }, (_, hour) => ({ hour, counts: noMovements() }));
  for (const { movement, at } of moved) {
    total[movement] += 1;
    const counts = hours[hourOf(at, zone)]?.counts;
    if (counts) counts[movement] += 1;
  }
  return { total, hours };
}

const zeros = <Word extends string>(words: readonly Word[]): Record<Word, number> =>
  Object.fromEntries(words.map((word) => [word, 0])) as Record<Word, number>;
