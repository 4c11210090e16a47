import {
  addMinutes,
  type Instant,
  instantOfLocal,
  localDateOf,
  type TimeZone,
} from '#shared/rules/instant.ts';
import { daysBefore } from './calendar.ts';
import { DESIGNATED_HOSPITALS, DISTRICTS, type District } from './made-up-places.ts';
import type { PlannedLeaving } from './planned-stays.ts';
import type { Random } from './random.ts';

/**
 * Share of single people who get worse and are taken to a designated hospital. They leave earlier than others, so
 * in a history of ten days they are one in twelve of those who left.
 */
const TO_HOSPITAL = 0.065;
const TO_COMMUNITY = 0.015;

/**
 * How and when a household leaves, at least a day after it came. Most go home in their district's bus, in the
 * morning or the afternoon as the list of the evening before says; whoever gets worse goes at any hour.
 */
export function planLeaving(
  random: Random,
  from: { arrivesAt: Instant; district: District; single: boolean; zone: TimeZone },
): PlannedLeaving {
  const { arrivesAt, district, single, zone } = from;
  if (single && random.chance(TO_HOSPITAL)) {
    const at = addMinutes(arrivesAt, random.int(24 * 60, 5 * 24 * 60));
    return { at, way: 'to-hospital', destination: random.pick(DESIGNATED_HOSPITALS) };
  }
  const days = random.weighted([
    [5, 18],
    [6, 27],
    [7, 28],
    [8, 17],
    [9, 10],
  ]);
  const at = busHome(arrivesAt, days, district, zone);
  return single && random.chance(TO_COMMUNITY)
    ? { at, way: 'to-community', destination: `${district.name}健康驿站` }
    : { at, way: 'on-order', destination: '' };
}

/** The one bus that a district has on that day. */
function busHome(arrivesAt: Instant, days: number, district: District, zone: TimeZone): Instant {
  const day = daysBefore(localDateOf(arrivesAt, zone), -days);
  const turn = DISTRICTS.indexOf(district);
  const afternoon = (Number(day.slice(8)) + turn) % 2 === 1;
  const first = instantOfLocal(`${day}T${afternoon ? '14:05' : '09:35'}`, zone);
  return addMinutes(first ?? arrivesAt, turn * 11);
}
