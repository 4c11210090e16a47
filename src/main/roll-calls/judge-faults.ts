import type { BedId } from '#shared/contract/values.ts';
import { type Fault, isSettled, type Registered } from '#shared/rules/roll-call.ts';
import type { Reads } from '../ipc/context.ts';
import { type Mark, type Mend, mendKey } from './mark-repository.ts';
import { bedGivenSince, laterOf, type Moment, type Word, wordSince } from './since-walk-rules.ts';
import { type NamedAct, readActs, readAdmissionsOf, readWords } from './words-since.ts';

/** A fault with what became of it. */
export interface JudgedFault extends Fault {
  state: 'open' | 'mended' | 'settled';
  mend: Mend | null;
  /** The act by which others have said since where the person is: it settles the fault. */
  settledBy: NamedAct | null;
  /** The act by which somebody else has the bed since: whoever was found there cannot be registered there. */
  bedGivenBy: NamedAct | null;
}

type Marks = ReadonlyMap<BedId, Mark>;

/**
 * What became of each fault. A fault is settled as soon as an act says since where its person is: a mend by what was
 * seen before that would undo what somebody has done with the person in front of them.
 */
export async function judgeFaults(
  db: Reads,
  faults: readonly Fault[],
  { marks, mends, registered }: { marks: Marks; mends: ReadonlyMap<string, Mend>; registered: Registered },
): Promise<JudgedFault[]> {
  const unmended = faults.filter((fault) => !mends.has(mendKey(fault)));
  const words = await readWordsAbout(db, unmended, marks);
  const strangers = unmended.filter(({ stayId }) => stayId === null);
  const names = strangers.flatMap(({ bedId }) => marks.get(bedId)?.name ?? []);
  // Two strangers may have one name: whoever was admitted for the one is not the other.
  const mendedBy = new Set([...mends.values()].map(({ seq }) => seq));
  const admissions = (await readAdmissionsOf(db, names)).filter(({ act }) => !mendedBy.has(act));
  const judged = faults.map((fault) => {
    const mark = marks.get(fault.bedId);
    const walked = walkedAt(fault, marks);
    const mend = mends.get(mendKey(fault)) ?? null;
    const admitted = admissions.find((one) => mark && walked && isThisStranger(one, fault, mark, walked));
    const word = walked && wordSince(fault, walked, words);
    return {
      ...{ fault, mend, expected: mark?.seen.expected ?? null },
      settledBy: mend ? null : (word?.act ?? admitted?.act ?? null),
      bedGivenBy: mend || !walked ? null : (bedGivenSince(fault, walked, words)?.act ?? null),
    };
  });
  const acts = await readActs(
    db,
    judged.flatMap(({ settledBy, bedGivenBy }) => [settledBy, bedGivenBy].filter((seq) => seq !== null)),
  );
  const named = (seq: number | null) => (seq === null ? null : (acts.get(seq) ?? null));
  return judged.map(({ fault, mend, expected, settledBy, bedGivenBy }): JudgedFault => {
    const settled = settledBy !== null || isSettled(fault, expected, registered);
    return {
      ...{ ...fault, mend, settledBy: named(settledBy), bedGivenBy: named(bedGivenBy) },
      state: mend ? 'mended' : settled ? 'settled' : 'open',
    };
  });
}

/** Of somebody misplaced the walk may have said twice where they are; the later word counts. */
function walkedAt({ stayId, bedId, registeredBedId }: Fault, marks: Marks): Moment | null {
  const mark = marks.get(bedId);
  if (!mark) return null;
  const missed = registeredBedId === null ? undefined : marks.get(registeredBedId);
  return missed && stayId !== null && missed.seen.expected === stayId
    ? laterOf(mark.walked, missed.walked)
    : mark.walked;
}

async function readWordsAbout(db: Reads, faults: readonly Fault[], marks: Marks): Promise<Word[]> {
  const stayIds = faults.flatMap(({ stayId }) => stayId ?? []);
  const bedIds = faults.flatMap(({ kind, bedId }) => (kind === 'ghost' ? [] : [bedId]));
  const [first, ...others] = faults.flatMap(({ bedId }) => marks.get(bedId)?.walked.at ?? []);
  if (first === undefined) return [];
  return readWords(
    db,
    stayIds,
    bedIds,
    others.reduce((min, at) => (at < min ? at : min), first),
  );
}

type Admission = Awaited<ReturnType<typeof readAdmissionsOf>>[number];

/** A stranger is known by nothing but the name (and sex) that the walk has for them. */
const isThisStranger = (one: Admission, { stayId }: Fault, mark: Mark, walked: Moment): boolean =>
  stayId === null &&
  one.name === mark.name &&
  (one.sex === mark.sex || one.sex === 'unknown' || mark.sex === 'unknown') &&
  (one.act > walked.act || one.from > walked.at);
