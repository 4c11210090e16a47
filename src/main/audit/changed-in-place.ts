import { keyOf, type State, stateOfStay } from '../acts/act-state.ts';
import {
  everyStay,
  readFirstKeptAfter,
  readLastKept,
  readRights,
  statesOfPeople,
} from '../acts/act-state-repository.ts';
import type { Reads } from '../ipc/context.ts';
import { findRowOfAct } from './audit-repository.ts';

/** The act after which it stood otherwise than now, as its row of the trail is found. */
interface ChangedSince {
  seq: number;
  at: string;
}

const PORTION = 1000;

/**
 * What an act left otherwise than it stands now, though no later act has touched it: stays, people, and who may do what.
 * What was touched by no act since version 10 is not known.
 */
export async function changedInPlace(db: Reads): Promise<ChangedSince[]> {
  const kept = new Map((await readLastKept(db)).map((last) => [keyOf(last), last]));
  const changed: ChangedSince[] = [];
  const compare = (now: State) => {
    const last = kept.get(keyOf(now));
    if (last && last.digest !== now.digest) changed.push(last);
    kept.delete(keyOf(now));
  };
  const after = await readFirstKeptAfter(db);
  for await (const stay of everyStay(db, PORTION)) {
    const state = stateOfStay(stay);
    // Put in beside the program, or as if an act had been about it that never was.
    if (stay.version > after && !kept.has(keyOf(state)))
      changed.push((await findRowOfAct(db, stay.version)) ?? { seq: 0, at: '' });
    compare(state);
  }
  const people = [...kept.values()].flatMap(({ kind, id }) => (kind === 'person' ? [id as never] : []));
  for (const person of await statesOfPeople(db, people)) compare(person);
  compare(await readRights(db));
  // What is left was kept, and is gone.
  return [...changed, ...kept.values()];
}
