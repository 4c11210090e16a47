import type { HandoverBody, HandoverMover, HandoverPerson } from '#shared/contract/handover-body.ts';
import type { StayId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import {
  type Interval,
  isInHouse,
  type Journey,
  type Movement,
  movementsOf,
  type Stretch,
  stretchAt,
} from '../figures/journey-rules.ts';

type Lists = Pick<
  HandoverBody,
  'opening' | 'arrived' | 'movedIn' | 'movedOut' | 'within' | 'left' | 'closing'
>;
export type NameOf = (stayId: StayId) => { number: number; name: string };

/** Who was in a zone at `from` and at `to`, and who came, moved and left in between. */
export function peopleOfZone(
  journeys: readonly Journey[],
  zoneId: ZoneId,
  interval: Interval,
  nameOf: NameOf,
): Lists {
  const lists: Lists = {
    ...{ opening: [], arrived: [], movedIn: [], movedOut: [], within: [], left: [], closing: [] },
  };
  for (const journey of journeys) {
    const named = (bed: string): HandoverPerson => ({
      stayId: journey.stayId,
      ...nameOf(journey.stayId),
      bed,
    });
    const there = (at: Instant): HandoverPerson[] => {
      const stretch = isInHouse(journey, at) ? stretchAt(journey, at) : null;
      return stretch?.zoneId === zoneId ? [named(stretch.bed)] : [];
    };
    lists.opening.push(...there(interval.from));
    lists.closing.push(...there(interval.to));
    for (const movement of movementsOf(journey, interval)) {
      const found = moverIn(movement, zoneId);
      if (found) lists[found.list].push({ ...named(found.bed), ...found.rest });
    }
  }
  lists.opening.sort(byBed);
  lists.closing.sort(byBed);
  for (const list of ['arrived', 'movedIn', 'movedOut', 'within', 'left'] as const) lists[list].sort(byTime);
  return lists;
}

type MoverIn = {
  list: 'arrived' | 'movedIn' | 'movedOut' | 'within' | 'left';
  bed: string;
  rest: Pick<HandoverMover, 'at' | 'other' | 'way'>;
};

function moverIn(movement: Movement, zoneId: ZoneId): MoverIn | null {
  const mine = (stretch: Stretch | null) => stretch?.zoneId === zoneId;
  const { at } = movement;
  if (movement.kind === 'arrived')
    return mine(movement.to)
      ? { list: 'arrived', bed: movement.to?.bed ?? '', rest: { at, other: '', way: null } }
      : null;
  const { from } = movement;
  if (movement.kind === 'left')
    return mine(from)
      ? { list: 'left', bed: from?.bed ?? '', rest: { at, other: '', way: movement.way } }
      : null;
  const { to } = movement;
  const [before, after] = [from?.bed ?? '', to?.bed ?? ''];
  if (mine(from) && mine(to)) return { list: 'within', bed: after, rest: { at, other: before, way: null } };
  if (mine(to)) return { list: 'movedIn', bed: after, rest: { at, other: before, way: null } };
  if (mine(from)) return { list: 'movedOut', bed: before, rest: { at, other: after, way: null } };
  return null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byBed = (a: HandoverPerson, b: HandoverPerson) => compare(a.bed, b.bed) || a.number - b.number;
const byTime = (a: HandoverMover, b: HandoverMover) => compare(a.at, b.at) || byBed(a, b);
