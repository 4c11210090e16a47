import { BANDS, type Forecast, type FreeingBed, HORIZONS } from '#shared/contract/overview.ts';
import { freeBy } from '#shared/rules/free-by.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { settingOf } from '../ward/settings-repository.ts';
import { readOverviewBeds } from './bed-repository.ts';
import { type FreeAt, freeAfterCleaning, freeAfterLeaving } from './forecast-rules.ts';
import { readLeavers } from './leaver-repository.ts';
import type { OverviewBed, OverviewPerson } from './overview-types.ts';
import { occupiedBeds, readPeopleInHouse } from './people-repository.ts';

/** Which beds will be free, why, and when by three degrees of confidence. Judges the whole ward. */
export const showForecast: QueryHandler<'overview.forecast'> = async (
  db,
  _input,
  { now, zone, progress },
) => {
  const context = { now, zone, cleaningMinutes: await settingOf(db, 'disinfectionMinutes') };
  const people = await readPeopleInHouse(db, { now, zone, protocol: await protocolInForce(db, now) });
  const { beds } = await readOverviewBeds(db, now, occupiedBeds(people));
  progress({ step: 'judging-list', done: 0, total: people.length });
  const { leavers, signedLists } = await readLeavers(db, now, zone);
  const inBed = new Map(people.map((person) => [person.bedId, person]));
  const leftOut = { closed: 0, held: 0 };
  const freeing: FreeingBed[] = [];
  for (const bed of beds) {
    const person = inBed.get(bed.id);
    const leaver = person && leavers.get(person.row.stayId);
    const free =
      bed.state === 'awaitingDisinfection'
        ? freeAfterCleaning(bed.readyAt ?? now, now)
        : leaver && freeAfterLeaving(leaver, context);
    if (!free) continue;
    if (bed.closed || !bed.open) leftOut.closed += 1;
    else if (bed.held || leaver?.referral?.holdsBed) leftOut.held += 1;
    else freeing.push(freeingOf(bed, person, free));
  }
  return {
    at: now,
    cleaningMinutes: context.cleaningMinutes,
    signedLists,
    horizons: HORIZONS.map((hours) => {
      const until = addMinutes(now, hours * 60);
      const free = Object.fromEntries(
        BANDS.map((band) => [band, freeing.filter((bed) => freeBy(bed, band, until)).length]),
      ) as Forecast['horizons'][number]['free'];
      return { hours, until, free };
    }),
    beds: freeing,
    leftOut,
  };
};

function freeingOf(
  { id, code, zone, unit }: OverviewBed,
  person: OverviewPerson | undefined,
  free: FreeAt,
): FreeingBed {
  const who = person && { stayId: person.row.stayId, number: person.row.number, name: person.row.name };
  return { id, code, zone, unit, person: who ?? null, ...free };
}
