import { keyOf, type State, stateOfRights, stateOfStay, statesOfPeople } from '../acts/act-state.ts';
import type { Reads } from '../ipc/context.ts';

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
  const kept = await lastKept(db);
  const changed: ChangedSince[] = [];
  const compare = (now: State) => {
    const last = kept.get(keyOf(now));
    if (last && last.digest !== now.digest) changed.push(last);
    kept.delete(keyOf(now));
  };
  const { after_act } = await db.selectFrom('act_state_start').select('after_act').executeTakeFirstOrThrow();
  for (let last = ''; ; ) {
    const stays = await db
      .selectFrom('stay')
      .selectAll()
      .where('id', '>', last as never)
      .orderBy('id')
      .limit(PORTION)
      .execute();
    for (const stay of stays) {
      const state = stateOfStay(stay);
      // Put in beside the program, or as if an act had been about it that never was.
      if (stay.version > after_act && !kept.has(keyOf(state))) changed.push(await rowOf(db, stay.version));
      compare(state);
    }
    const end = stays.at(-1);
    if (!end) break;
    last = end.id;
  }
  const people = [...kept.values()].flatMap(({ kind, id }) => (kind === 'person' ? [id as never] : []));
  for (const person of await statesOfPeople(db, people)) compare(person);
  compare(await stateOfRights(db));
  // What is left was kept, and is gone.
  return [...changed, ...kept.values()];
}

type Kept = State & ChangedSince;

async function lastKept(db: Reads): Promise<Map<string, Kept>> {
  const rows = await db
    .selectFrom('act_state')
    .innerJoin('act', 'act.seq', 'act_state.act_seq')
    .leftJoin('audit', 'audit.act_seq', 'act_state.act_seq')
    .select(['act_state.kind', 'act_state.subject_id as id', 'act_state.digest'])
    .select(['audit.seq', 'act.recorded_at as at'])
    .orderBy('act_state.act_seq')
    .execute();
  return new Map(rows.map((row) => [keyOf(row), { ...row, seq: row.seq ?? 0 }]));
}

async function rowOf(db: Reads, act: number): Promise<ChangedSince> {
  const row = await db
    .selectFrom('audit')
    .select(['seq', 'at'])
    .where('act_seq', '=', act)
    .executeTakeFirst();
  return row ?? { seq: 0, at: '' };
}
