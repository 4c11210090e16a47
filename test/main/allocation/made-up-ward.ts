import { readFileSync } from 'node:fs';
import type { Bed, Occupant, Person } from '#main/allocation/allocation-types.ts';
import { layoutFile } from '#shared/contract/layout.ts';
import {
  bedId,
  careUnitId,
  type FamilyId,
  familyId,
  type StayId,
  stayId,
  zoneId,
} from '#shared/contract/values.ts';
import type { BedAttribute, SexPolicy } from '#shared/contract/vocabulary.ts';
import { parseInstant } from '#shared/rules/instant.ts';
import { expandLayout } from '#shared/rules/layout.ts';

const uuid = (kind: number, n: number): string =>
  `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const stay = (n: number): StayId => stayId.parse(uuid(1, n));
export const family = (n: number): FamilyId => familyId.parse(uuid(2, n));

/** A man of 40 with nothing to mind who arrived `n` minutes after eight, but for what is said otherwise. */
export function person(n: number, said: Partial<Person> = {}): Person {
  const minute = new Date(Date.UTC(2022, 3, 4, 0, n)).toISOString();
  const arrivedAt = parseInstant(minute);
  if (arrivedAt === null) throw new Error(minute);
  return {
    stayId: stay(n),
    name: `P${n}`,
    sex: 'male',
    ageYears: 40,
    classification: 'mild',
    needs: [],
    mobility: 'walks',
    keyGroups: [],
    familyId: null,
    arrivedAt,
    ...said,
  };
}

/** The beds of a default layout, all of them available. */
export function bedsOfLayout(id: string): Bed[] {
  const text = readFileSync(new URL(`../../../resources/layouts/${id}.json`, import.meta.url), 'utf8');
  const plan = expandLayout(layoutFile.parse(JSON.parse(text)));
  const zones = new Map(plan.zones.map((zone, i) => [zone.code, { ...zone, i }]));
  const units = new Map(plan.units.map((unit, i) => [unit.code, i]));
  return plan.beds.map((bed, i) => {
    const zone = zones.get(bed.zoneCode);
    return {
      ...free(i, bed.attributes),
      code: bed.code,
      unitId: careUnitId.parse(uuid(4, units.get(bed.unitCode) ?? -1)),
      unitCode: bed.unitCode,
      zoneId: zoneId.parse(uuid(5, zone?.i ?? -1)),
      zoneCode: bed.zoneCode,
      sexPolicy: zone?.sexPolicy ?? 'family',
      x: bed.x,
      y: bed.y,
    };
  });
}

/** Zones of care units of `columns` × `rows` beds, 2.5 m × 2.4 m apart. */
export function bedsOf(
  zones: readonly { code: string; policy: SexPolicy; units: number; columns: number; rows: number }[],
  attributes: (bed: number, code: string) => BedAttribute[] = () => [],
): Bed[] {
  const beds: Bed[] = [];
  zones.forEach(({ code: zone, policy, units, columns, rows }, z) => {
    for (let u = 1; u <= units; u++) {
      for (let b = 0; b < columns * rows; b++) {
        const unitCode = `${zone}-${String(u).padStart(2, '0')}`;
        const code = `${unitCode}-${String(b + 1).padStart(2, '0')}`;
        beds.push({
          ...free(beds.length, attributes(beds.length, code)),
          code,
          unitId: careUnitId.parse(uuid(4, z * 100 + u)),
          unitCode,
          zoneId: zoneId.parse(uuid(5, z)),
          zoneCode: zone,
          sexPolicy: policy,
          x: z * 100 + u * 20 + (b % columns) * 2.5,
          y: Math.floor(b / columns) * 2.4,
        });
      }
    }
  });
  return beds;
}

const free = (n: number, attributes: BedAttribute[]) => ({
  bedId: bedId.parse(uuid(3, n)),
  attributes,
  state: 'available' as const,
  heldBy: '',
  reservedFor: null,
});

/** The beds with these people lying in them. */
export function occupy(beds: readonly Bed[], lying: readonly (readonly [code: string, who: Person])[]) {
  const byCode = new Map(lying);
  const occupants: Occupant[] = [];
  const after = beds.map((bed): Bed => {
    const who = byCode.get(bed.code);
    if (who === undefined) return bed;
    occupants.push({ ...who, bedId: bed.bedId });
    return { ...bed, state: 'occupied', heldBy: who.name };
  });
  return { beds: after, occupants };
}

/** Whole numbers below `n`, the same ones for the same seed (mulberry32). */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}
