import { createHash } from 'node:crypto';
import { type DailyBody, dailyBody } from '#shared/contract/daily-body.ts';
import { type Instant, localOf } from '#shared/rules/instant.ts';
import { countStates } from '../beds/bed-facts.ts';
import { readBedStates } from '../beds/bed-states.ts';
import { readFlow } from '../figures/read-flow.ts';
import { readAdmittedByClassification, readTotalsSinceOpening } from '../figures/totals-repository.ts';
import type { Context, Reads } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { readLetterhead } from '../reports/discharge-repository.ts';
import { countArrived, countPresent, sumOf } from '../ward/present-repository.ts';
import { readBeginning } from './beginning-repository.ts';
import { dayBefore } from './cut-off-rules.ts';
import { readDistricts } from './district-repository.ts';
import { countDaysMoreDischarged } from './more-left-repository.ts';

/** Refuses a cut-off that has not come yet, and one before anything was on record here. */
export async function requireCutOff(
  db: Reads,
  cutOff: Instant,
  { now, zone }: Pick<Context, 'now' | 'zone'>,
): Promise<void> {
  if (cutOff > now) throw new Refusal('in-future', { at: localOf(cutOff, zone) });
  const begins = await readBeginning(db);
  refuseUnless(cutOff >= begins, 'before-opening', () => ({ at: localOf(begins, zone) }));
}

/** All figures of the day up to the cut-off, as known after the act `knownBy`; null: as known now. */
export async function readDailyBody(
  db: Reads,
  cutOff: Instant,
  knownBy: number | null,
  { zone }: Pick<Context, 'zone'>,
): Promise<DailyBody> {
  const interval = { from: dayBefore(cutOff, zone), to: cutOff };
  const asOf = { at: cutOff, knownBy };
  const beds = countStates(await readBedStates(db, asOf));
  const flow = await readFlow(db, interval, knownBy);
  const present = await countPresent(db, asOf);
  const arrived = await countArrived(db, interval, knownBy);
  const admitted = await readAdmittedByClassification(db, cutOff, knownBy);
  const totals = await readTotalsSinceOpening(db, cutOff, knownBy);
  return {
    hospital: (await readLetterhead(db)).name,
    from: interval.from,
    cutOff,
    beds,
    inHouse: { people: sumOf(present), byClassification: present },
    waiting: flow.places.find(({ zone: place }) => place === null)?.closing ?? 0,
    admitted: {
      inPeriod: { people: sumOf(arrived), byClassification: arrived },
      sinceOpening: { people: sumOf(admitted), byClassification: admitted },
    },
    left: {
      inPeriod: { people: sumOf(flow.leftByWay), byWay: flow.leftByWay },
      sinceOpening: { people: totals.left, byWay: totals.leftByWay },
    },
    recovered: totals.leftByWay['on-order'] + totals.leftByWay['to-community'],
    daysMoreLeft: await countDaysMoreDischarged(db, cutOff, knownBy, zone),
    places: flow.places,
    districts: await readDistricts(db, interval, knownBy),
  };
}

/** Of the body in the order of its schema: what a signature is under. */
export const hashOfBody = (body: DailyBody): string =>
  createHash('sha256').update(textOfBody(body)).digest('base64url');

export const textOfBody = (body: DailyBody): string => JSON.stringify(dailyBody.parse(body));
