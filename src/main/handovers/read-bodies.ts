import { createHash } from 'node:crypto';
import { type HandoverBody, handoverBody } from '#shared/contract/handover-body.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { shiftAt } from '#shared/rules/shift-rules.ts';
import { readJourneys } from '../figures/journey-repository.ts';
import type { Interval, Journey } from '../figures/journey-rules.ts';
import type { Reads } from '../ipc/context.ts';
import { readPatterns } from '../shifts/pattern-repository.ts';
import { readNames } from './name-repository.ts';
import { readOpenNotes } from './note-repository.ts';
import { peopleOfZone } from './people-rules.ts';
import { readAlertsOfShift } from './read-alerts.ts';
import { readBedsAt } from './read-beds.ts';
import { readChanges } from './read-changes.ts';
import { readOpenTasks } from './read-tasks.ts';
import { readTestsAndLeaving } from './read-tests.ts';
import { readHospitalName, type ZoneOf } from './zone-repository.ts';

/** The people of one zone over an interval, and who of them became worse or better: what a signed body is compared with. */
export async function readPeople(
  db: Reads,
  zone: ZoneOf,
  interval: Interval,
  clocks: TimeZone,
): Promise<ReturnType<typeof peopleOfZone> & Pick<HandoverBody, 'worse' | 'better'>> {
  const journeys = await arrayOf(readJourneys(db, interval, null));
  const names = await readNames(
    db,
    journeys.map(({ stayId }) => stayId),
  );
  const people = peopleOfZone(journeys, zone.id, interval, names);
  return { ...people, ...(await readChanges(db, people.closing, interval, clocks)) };
}

/**
 * What a zone hands over of (from, to], as it is known now: everything as of `to`. Judges everybody in the zone, so
 * it runs in the worker.
 */
export async function readBody(
  db: Reads,
  zone: ZoneOf,
  interval: Interval,
  clocks: TimeZone,
): Promise<HandoverBody> {
  const hospital = await readHospitalName(db);
  const people = await readPeople(db, zone, interval, clocks);
  const here = people.closing;
  const next = shiftAt(interval.to, await readPatterns(db), clocks);
  return {
    hospital,
    zone,
    from: interval.from,
    to: interval.to,
    ...people,
    alerts: await readAlertsOfShift(db, here, interval, clocks),
    ...(await readTestsAndLeaving(db, here, { at: interval.to, until: next.to }, clocks)),
    tasks: await readOpenTasks(db, here, interval.to, clocks),
    beds: await readBedsAt(db, zone.id, interval.to),
    notes: await readOpenNotes(db, zone.id),
  };
}

const arrayOf = async (journeys: AsyncGenerator<Journey>): Promise<Journey[]> => {
  const all: Journey[] = [];
  for await (const journey of journeys) all.push(journey);
  return all;
};

export const textOfBody = (body: HandoverBody): string => JSON.stringify(handoverBody.parse(body));

/** Of the body in the order of its schema: what both signatures are under. */
export const hashOfBody = (body: HandoverBody): string =>
  createHash('sha256').update(textOfBody(body)).digest('base64url');
