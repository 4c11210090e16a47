import type { RollCallFinding, RollCallPerson } from '#shared/contract/roll-call-findings.ts';
import type { RollCallHead } from '#shared/contract/roll-calls.ts';
import { type ActId, actId, type BedId, type StayId } from '#shared/contract/values.ts';
import type { BedState } from '#shared/contract/vocabulary.ts';
import { ageOn } from '#shared/rules/age.ts';
import { bedState } from '#shared/rules/bed-state.ts';
import { type Instant, localDateOf } from '#shared/rules/instant.ts';
import type { Registered, Told } from '#shared/rules/roll-call.ts';
import { closureOf, readEmptyFacts } from '../beds/bed-facts.ts';
import { readBedPlaces } from '../beds/show-board.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';
import type { JudgedFault } from './judge-faults.ts';
import { type Mark, readPeople } from './mark-repository.ts';
import { type Findings, keyOf, readFindings, readRegistered, waysOf } from './read-findings.ts';
import {
  placeOf,
  type RollCall,
  readClosedRollCalls,
  readOpenRollCalls,
  readWalk,
  requireRollCall,
  scopeOf,
} from './roll-call-repository.ts';

/** Those under way, then the latest closed ones, with what they found and how much of it is still open. */
export const listRollCalls: QueryHandler<'rollCalls.list'> = async (db, { limit }) => {
  const registered = await readRegistered(db, null);
  const rollCalls = [...(await readOpenRollCalls(db)), ...(await readClosedRollCalls(db, limit))];
  const heads = [];
  for (const rollCall of rollCalls) {
    const findings = await readFindings(db, rollCall.roll_call_id, registered);
    heads.push(headOf(rollCall, (await readWalk(db, rollCall)).length, findings));
  }
  return { rollCalls: heads };
};

/** One roll call, bed by bed. Who is expected in a bed that was not walked yet can be asked for a past moment. */
export const showRollCall: QueryHandler<'rollCalls.show'> = async (db, { rollCallId, at }, context) => {
  const { now, zone } = context;
  const rollCall = await requireRollCall(db, rollCallId);
  const asOf = at === undefined || at >= now ? null : { at, knownBy: null };
  const registered = await readRegistered(db, null);
  const expected = asOf ? await readRegistered(db, asOf) : registered;
  const findings = await readFindings(db, rollCallId, registered);
  const beds = await readWalk(db, rollCall);
  const tell = await teller(db, findings, expected, localDateOf(asOf?.at ?? now, zone));
  const facts = await readEmptyFacts(db, asOf);
  const places = new Map((await readBedPlaces(db)).map((bed) => [bed.id, bed]));
  const place = (id: BedId): Place => {
    const bed = places.get(id);
    const state = bedState({
      occupied: expected.stayIn.has(id),
      closed: bed !== undefined && closureOf(bed, facts) !== null,
      awaitingDisinfection: facts.disinfections.has(id),
      reserved: facts.reservations.has(id),
    });
    return { code: bed?.code ?? '', state };
  };
  const walk = beds.map((bed) => {
    const mark = findings.marks.get(bed.id);
    return {
      ...{ bedId: bed.id, code: bed.code, careUnitId: bed.care_unit_id, unit: bed.unit, zone: bed.zone },
      expected: tell(mark ? mark.seen.expected : (expected.stayIn.get(bed.id) ?? null)),
      outOfService: closureOf(bed, facts) !== null,
      mark: mark ? markOf(mark, tell) : null,
    };
  });
  const told = findings.told.map((one) => findingOf(one, findings, { tell, place }));
  return { ...headOf(rollCall, beds.length, findings), walk, findings: told };
};

interface Place {
  code: string;
  state: BedState;
}

type Tell = (stayId: StayId | null) => RollCallPerson | null;

async function teller(
  db: Reads,
  { marks, faults }: Findings,
  expected: Registered,
  day: ReturnType<typeof localDateOf>,
): Promise<Tell> {
  const ids = new Set<StayId>(expected.bedOf.keys());
  for (const { seen } of marks.values())
    for (const id of [seen.expected, seen.foundStay]) if (id !== null) ids.add(id);
  for (const { stayId } of faults) if (stayId !== null) ids.add(stayId);
  const people = await readPeople(db, [...ids]);
  return (stayId) => {
    const person = stayId === null ? undefined : people.get(stayId);
    if (!person) return null;
    const { birth_date, ...rest } = person;
    return { ...rest, age: birth_date === null ? null : Math.max(0, ageOn(birth_date, day)) };
  };
}

function markOf(mark: Mark, tell: Tell) {
  const { found, seen, found_stay: stayId } = mark;
  return {
    found:
      stayId !== null
        ? { kind: 'stay' as const, stayId }
        : found === 'stranger'
          ? { kind: 'stranger' as const, name: mark.name, sex: mark.sex }
          : { kind: 'nobody' as const },
    person: tell(stayId),
    ...{ at: seen.at, who: mark.who, late: mark.late === 1, actId: actId.parse(mark.actId) },
    right: found !== 'stranger' && seen.expected === stayId,
  };
}

function findingOf(
  told: Told<JudgedFault>,
  { marks }: Findings,
  { tell, place }: { tell: Tell; place(bedId: BedId): Place },
): RollCallFinding {
  const [first] = told.faults;
  const mark = marks.get(first.bedId);
  const { mend } = first;
  const since =
    told.faults.map(({ settledBy, bedGivenBy }) => settledBy ?? bedGivenBy).find((act) => act !== null) ??
    null;
  return {
    kind: told.kind,
    key: keyOf(told),
    concerned: told.faults.map(({ stayId, bedId, registeredBedId }) => ({
      person: tell(stayId),
      bed: { bedId, code: place(bedId).code },
      state: place(bedId).state,
      registered:
        registeredBedId === null ? null : { bedId: registeredBedId, code: place(registeredBedId).code },
    })),
    name: first.kind === 'stranger' ? (mark?.name ?? '') : '',
    sex: first.kind === 'stranger' ? (mark?.sex ?? 'unknown') : 'unknown',
    at: mark?.seen.at as Instant,
    state: first.state,
    ways: waysOf(told),
    since: since && { what: since.what, who: since.who, at: since.at, actId: actId.parse(since.id) },
    mended: mend && {
      ...{ how: mend.how, who: mend.who, at: mend.at, reason: mend.reason },
      actId: mend.actId as ActId,
    },
  };
}

function headOf(rollCall: RollCall, beds: number, { marks, told }: Findings): RollCallHead {
  const kinds = { ghost: 0, swap: 0, misplaced: 0, stranger: 0 };
  for (const { kind } of told) kinds[kind] += 1;
  const people = [...marks.values()].filter(({ seen }) => seen.expected !== null);
  return {
    rollCallId: rollCall.roll_call_id,
    ...{ scope: scopeOf(rollCall), place: placeOf(rollCall) },
    ...{ begunAt: rollCall.begun_at, begunBy: rollCall.begunByName },
    ...{ closedAt: rollCall.closed_at, closedBy: rollCall.closedByName ?? '', note: rollCall.note },
    result: {
      ...{ beds, walked: marks.size, expected: people.length },
      found: people.filter(({ seen }) => seen.expected === seen.foundStay).length,
      ...{ ghosts: kinds.ghost, swaps: kinds.swap, misplaced: kinds.misplaced, strangers: kinds.stranger },
      open: told.filter(({ faults: [first] }) => first.state === 'open').length,
    },
  };
}
