import { type Floor, floorOf, type Plan } from '#renderer/beds/board/floor.ts';
import stadium from '#resources/layouts/stadium-1200.json' with { type: 'json' };
import type { BedView } from '#shared/contract/beds.ts';
import { layoutFile } from '#shared/contract/layout.ts';
import { bedId, careUnitId, stayId, zoneId } from '#shared/contract/values.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { expandLayout } from '#shared/rules/layout.ts';

const uuid = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** The stadium as the main process answers it. */
export function stadiumPlan(): Plan {
  const layout = layoutFile.parse(stadium);
  const { zones, units, beds } = expandLayout(layout);
  const zoneIds = new Map(zones.map(({ code }, i) => [code, zoneId.parse(uuid(1, i))]));
  const unitIds = new Map(units.map(({ code }, i) => [code, careUnitId.parse(uuid(2, i))]));
  const of = <T>(ids: ReadonlyMap<string, T>, code: string): T => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`no ${code}`);
    return id;
  };
  return {
    floor: layout.floor,
    zones: zones.map(({ name, ...zone }) => ({ ...zone, id: of(zoneIds, zone.code), name: name.zh })),
    careUnits: units.map(({ zoneCode, ...unit }) => ({
      ...unit,
      id: of(unitIds, unit.code),
      zoneId: of(zoneIds, zoneCode),
    })),
    beds: beds.map(({ code, unitCode, x, y, attributes }, i) => ({
      ...{ id: bedId.parse(uuid(3, i)), careUnitId: of(unitIds, unitCode), code, x, y, attributes },
    })),
    landmarks: layout.landmarks.map(({ kind, label, x, y, width, height }) => ({
      ...{ kind, label: label?.zh ?? '', x, y, width, height },
    })),
  };
}

export const stadiumFloor = (): Floor => floorOf(stadiumPlan());

export function bedCalled(floor: Floor, code: string): Floor['beds'][number] {
  const bed = floor.beds.find((one) => one.code === code);
  if (!bed) throw new Error(`no ${code}`);
  return bed;
}

const SINCE = instantFromMillis(Date.UTC(2022, 3, 5));

export const stay = (n: number) => stayId.parse(uuid(4, n));

const BARE = { version: 1, occupant: null, reservation: null, disinfection: null, closure: null };

/** A bed with somebody in it, or without. */
export function viewOf(
  bed: Floor['beds'][number],
  who: { n: number; name: string; initials: string } | null,
): BedView {
  if (!who) return { ...BARE, id: bed.id, state: 'available' };
  return {
    ...BARE,
    id: bed.id,
    state: 'occupied',
    occupant: {
      ...{ stayId: stay(who.n), number: who.n, version: 1, name: who.name, initials: who.initials },
      ...{ sex: 'female', age: 31, classification: 'mild', since: SINCE },
      ...{ family: false, provisional: false, alert: false },
    },
  };
}

export const emptyViews = (floor: Floor): BedView[] => floor.beds.map((bed) => viewOf(bed, null));
