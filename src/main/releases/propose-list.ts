import type { Candidate, ReleaseBus } from '#shared/contract/release-list.ts';
import type { ReleaseBusId, StayId } from '#shared/contract/values.ts';
import {
  addMinutes,
  type Instant,
  instantOfLocal,
  type LocalDate,
  type TimeZone,
} from '#shared/rules/instant.ts';
import type { Judgement } from '../eligibility/eligibility-types.ts';
import { judgeStays } from '../eligibility/judge-stays.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { findListOf, type ListFacts, readList } from './list-repository.ts';
import { byPlace, type Listed, readListed } from './listed-people.ts';
import { seatPeople } from './seating-rules.ts';
import { readProtocolName } from './show-list.ts';

/**
 * Who is eligible at `at`, and apart from them who will be by the day's departure if the next result is good.
 * Only the first are ever put on a list by a proposal. Those on the day's list already are left out.
 */
export const proposeList: QueryHandler<'releases.propose'> = async (db, input, { now, zone, progress }) => {
  const { day } = input;
  const at = input.at ?? now;
  progress({ step: 'judging-list', done: 0, total: 2 });
  const listId = await findListOf(db, day);
  const list = listId === null ? null : await readList(db, listId);
  const departure = departureOf(day, list?.buses ?? [], zone);
  const judgements = await judgeStays(db, at, zone, 'present');
  const wanted = [...judgements].filter(
    ([stayId, judgement]) => isCandidate(judgement, departure) && !isOnList(list, stayId),
  );
  progress({ step: 'judging-list', done: 1, total: 2 });
  const people = await readListed(
    db,
    wanted.map(([stayId]) => stayId),
    at,
    zone,
  );
  const candidates = wanted.flatMap(([stayId, judgement]) => {
    const listed = people.get(stayId);
    return listed ? [candidateOf(listed, judgement)] : [];
  });
  const eligible = candidates.filter(({ verdict }) => verdict === 'eligible').sort(byPlace);
  const seats = seatPeople(eligible, freeSeats(list?.buses ?? []));
  return {
    ...{ listId, day, at, departure },
    protocol: await readProtocolName(db, at),
    eligible: eligible.map((one) => ({ ...one, busId: seats.get(one.stayId) ?? null })),
    expected: candidates.filter(({ verdict }) => verdict !== 'eligible').sort(byPlace),
  };
};

const isOnList = (list: ListFacts | null, stayId: StayId): boolean =>
  list?.members.some((member) => member.stayId === stayId) ?? false;

const isCandidate = ({ verdict, earliest }: Judgement, departure: Instant): boolean =>
  verdict === 'eligible' || (verdict === 'not-yet' && earliest !== null && earliest <= departure);

/** The last departure of the day's buses; where there are none yet, the end of the day. */
function departureOf(day: LocalDate, buses: readonly ReleaseBus[], zone: TimeZone): Instant {
  const last = buses
    .map(({ departsAt }) => departsAt)
    .sort()
    .at(-1);
  if (last) return last;
  const begin = instantOfLocal(`${day}T00:00`, zone) as Instant;
  return addMinutes(begin, 24 * 60);
}

const freeSeats = (buses: readonly ReleaseBus[]) =>
  buses.map((bus) => ({ ...bus, free: bus.seats - bus.taken }));

const candidateOf = ({ person }: Listed, { verdict, earliest, next }: Judgement): Candidate => ({
  ...person,
  verdict,
  earliest,
  next: { zh: next.sentence.zh, en: next.sentence.en },
  busId: null as ReleaseBusId | null,
});
