import type { BedView, Place } from '#shared/contract/beds.ts';
import type { Floor } from '../board/floor.ts';

export type Scope = Place['kind'];
export const SCOPES = ['bed', 'care-unit', 'zone'] as const satisfies readonly Scope[];

/** One thing that can be closed or reopened: what it is called, what lies in it, and whether it is closed. */
export interface Closable {
  places: Place[];
  code: string;
  beds: number;
  people: number;
  closed: boolean;
}

type Views = readonly (BedView | undefined)[];

/** The bed, its care unit or its zone; of several beds, those beds together. */
export function closable(
  floor: Floor,
  views: Views,
  scope: Scope,
  chosen: readonly number[],
): Closable | null {
  const first = floor.beds[chosen[0] ?? -1];
  if (!first) return null;
  const unit = floor.units[first.unit];
  const zone = floor.zones[first.zone];
  if (!unit || !zone) return null;
  const beds = scope === 'bed' ? chosen : scope === 'zone' ? zone.beds : unit.beds;
  const codes = chosen.length > 1 ? `${first.code} +${chosen.length - 1}` : first.code;
  return {
    places: placesOf(floor, scope, chosen, { unit: unit.id, zone: zone.id }),
    code: scope === 'bed' ? codes : scope === 'zone' ? zone.name : unit.code,
    beds: beds.length,
    people: beds.filter((index) => views[index]?.occupant).length,
    closed: beds.length > 0 && beds.every((index) => views[index]?.closure?.scope === scope),
  };
}

function placesOf(
  floor: Floor,
  scope: Scope,
  chosen: readonly number[],
  around: { unit: Floor['units'][number]['id']; zone: Floor['zones'][number]['id'] },
): Place[] {
  switch (scope) {
    case 'bed':
      return chosen.flatMap((index) => {
        const bed = floor.beds[index];
        return bed ? [{ kind: 'bed' as const, id: bed.id }] : [];
      });
    case 'care-unit':
      return [{ kind: 'care-unit', id: around.unit }];
    case 'zone':
      return [{ kind: 'zone', id: around.zone }];
  }
}

/** What a press of C means: what closed the bed if it is closed, else the bed. */
export function likelyScope(views: Views, chosen: readonly number[]): Scope {
  const first = views[chosen[0] ?? -1];
  return first?.closure?.scope ?? 'bed';
}
