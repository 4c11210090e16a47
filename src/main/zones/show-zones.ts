import type { ZoneId } from '#shared/contract/values.ts';
import type { ZoneRow } from '#shared/contract/zones.ts';
import { countStates, readWardFacts, viewOf } from '../beds/bed-facts.ts';
import { readBedPlaces } from '../beds/show-board.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { listNumbers, readItems, readTicks } from './readiness-repository.ts';
import { actsOf, isBeforeOpening, nextAct } from './zone-life-rules.ts';
import { readLives } from './zone-repository.ts';
import { type ZoneStatus, zoneStatuses } from './zone-status.ts';

/** How many of those in the way are named; all of them are on the drain list. */
const NAMED = 5;

/** Every zone with its life, what is in it, and what stands in the way of its next step. */
export const showZones: QueryHandler<'zones.list'> = async (db, _input, { now, zone }) => {
  const zones = await db.selectFrom('zone').selectAll().orderBy('code').execute();
  const statuses = await zoneStatuses(db, null);
  const facts = await readWardFacts(db, null, now, zone);
  const places = Map.groupBy(await readBedPlaces(db), ({ zone_id }) => zone_id);
  const lives = Map.groupBy(await readLives(db), ({ zone_id }) => zone_id);
  const lists = await listNumbers(db);
  const ticks = await readTicks(db);
  const items = await readItems(db);
  return zones.map(({ id, code, name, sex_policy }): ZoneRow => {
    const status = statuses.get(id) as ZoneStatus;
    const beds = (places.get(id) ?? []).map((bed) => viewOf(bed, facts));
    const people = beds.flatMap(({ occupant }) => (occupant ? [occupant.name] : []));
    const number = lists.get(id) ?? 1;
    const confirmed = new Set(
      ticks.filter((tick) => tick.zone_id === id && tick.list === number).map(({ item }) => item),
    );
    const missing = items.filter(({ key }) => !confirmed.has(key));
    return {
      ...{ zoneId: id as ZoneId, code, name, sexPolicy: sex_policy, state: status.state },
      ...{ since: status.since, by: status.by, note: status.note },
      counts: countStates(beds),
      inHouse: people.length,
      list: { number, confirmed: items.length - missing.length, of: items.length },
      next: nextAct(status.state),
      hindrances: hindrancesOf(status, people, missing, now),
      acts: actsOf(status.state).filter((act) => act !== 'hold' || people.length === 0),
      life: (lives.get(id) ?? []).map((step) => ({
        ...{ state: step.step, from: step.from_at, by: step.name, note: step.note },
      })),
    };
  });
};

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
  if ((state === 'draining' || state === 'stop-admissions') && people.length > 0)
    return [{ kind: 'people', count: people.length, names: people.slice(0, NAMED) }];
  if (state === 'final-disinfection' && readyAt !== null && readyAt > now)
    return [{ kind: 'contact-time', until: readyAt }];
  return [];
}
