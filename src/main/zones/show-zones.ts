import type { ZoneId } from '#shared/contract/values.ts';
import type { ZoneRow } from '#shared/contract/zones.ts';
import { countStates } from '../beds/bed-facts.ts';
import { readBedStates } from '../beds/bed-states.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import { listShown, readItems, readLists, readTicks } from './readiness-repository.ts';
import { closedByHand, openClosureOf } from './settle-closure.ts';
import { actsOf, isBeforeOpening, isStopped, nextAct } from './zone-life-rules.ts';
import { heldBedsOf, peopleIn, readLives, readZones } from './zone-repository.ts';
import { type ZoneStatus, zoneStatuses } from './zone-status.ts';

/** How many of those in the way are named; all of them are on the drain list. */
const NAMED = 5;

/** Every zone with its life, what is in it, and what stands in the way of its next step. */
export const showZones: QueryHandler<'zones.list'> = async (db, _input, { now }) => {
  const zones = await readZones(db);
  const statuses = await zoneStatuses(db, null);
  const beds = Map.groupBy(await readBedStates(db, null), ({ zone_id }) => zone_id);
  const inTheWay = await readInTheWay(db, statuses);
  const held = await readHeld(db, statuses);
  const lives = Map.groupBy(await readLives(db), ({ zone_id }) => zone_id);
  const lists = await readLists(db);
  const byHand = await readClosedByHand(db, statuses);
  const ticks = await readTicks(db);
  const items = await readItems(db);
  return zones.map(({ id, code, name, sex_policy }): ZoneRow => {
    const status = statuses.get(id) as ZoneStatus;
    const counts = countStates(beds.get(id) ?? []);
    const number = listShown(lists.get(id), status.state);
    const confirmed = new Set(
      ticks.filter((tick) => tick.zone_id === id && tick.list === number).map(({ item }) => item),
    );
    const missing = items.filter(({ key }) => !confirmed.has(key));
    return {
      ...{ zoneId: id as ZoneId, code, name, sexPolicy: sex_policy, state: status.state },
      ...{ since: status.since, by: status.by, note: status.note },
      counts,
      inHouse: counts.occupied,
      closedByHand: byHand.get(id) ?? null,
      list: { number, confirmed: items.length - missing.length, of: items.length },
      next: nextAct(status.state),
      hindrances: [
        ...hindrancesOf(status, inTheWay.get(id) ?? [], missing, now),
        ...heldOf(held.get(id) ?? []),
      ],
      acts: actsOf(status.state).filter((act) => act !== 'hold' || counts.occupied === 0),
      life: (lives.get(id) ?? []).map((step) => ({
        ...{ state: step.step, from: step.from_at, by: step.name, note: step.note },
      })),
    };
  });
};

/** Who is still in a zone that takes nobody; whoever is in one that is open is in nobody's way. */
async function readInTheWay(
  db: Reads,
  statuses: ReadonlyMap<ZoneId, ZoneStatus>,
): Promise<Map<ZoneId, string[]>> {
  const names = new Map<ZoneId, string[]>();
  for (const [zoneId, { state }] of statuses)
    if (isStopped(state))
      names.set(
        zoneId,
        (await peopleIn(db, zoneId)).map(({ name }) => name),
      );
  return names;
}

type Held = Awaited<ReturnType<typeof heldBedsOf>>;

/** Beds that are held in a zone on its way to be closed: closing it lets them go. */
async function readHeld(db: Reads, statuses: ReadonlyMap<ZoneId, ZoneStatus>): Promise<Map<ZoneId, Held>> {
  const held = new Map<ZoneId, Held>();
  for (const [zoneId, { state }] of statuses)
    if (isStopped(state) || state === 'final-disinfection') held.set(zoneId, await heldBedsOf(db, zoneId));
  return held;
}

const heldOf = (beds: Held): ZoneRow['hindrances'] =>
  beds.length === 0 ? [] : [{ kind: 'held', count: beds.length, beds: beds.slice(0, NAMED) }];

/** Zones that somebody closed by hand: whatever their steps, they take nobody until they are put back into service. */
async function readClosedByHand(db: Reads, statuses: ReadonlyMap<ZoneId, ZoneStatus>) {
  const found = new Map<ZoneId, NonNullable<ZoneRow['closedByHand']>>();
  for (const zoneId of statuses.keys()) {
    const open = await openClosureOf(db, zoneId);
    const byHand = open ? await closedByHand(db, open) : null;
    if (byHand) found.set(zoneId, { reason: byHand.reason, note: byHand.note });
  }
  return found;
}

function hindrancesOf(
  { state, readyAt }: ZoneStatus,
  people: readonly string[],
  missing: readonly { zh: string; en: string }[],
  now: string,
): ZoneRow['hindrances'] {
  if (isBeforeOpening(state) && missing.length > 0) {
    const items = missing.map(({ zh, en }) => ({ zh, en }));
    return [{ kind: 'unconfirmed', count: missing.length, items }];
  }
  if (isStopped(state) && people.length > 0)
    return [{ kind: 'people', count: people.length, names: people.slice(0, NAMED) }];
  if (state === 'final-disinfection' && readyAt !== null && readyAt > now)
    return [{ kind: 'contact-time', until: readyAt }];
  return [];
}
