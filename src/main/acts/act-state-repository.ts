import type { Selectable } from 'kysely';
import type { PersonId, StayId } from '#shared/contract/values.ts';
import { inChunks } from '../db/chunks.ts';
import type { Schema, SubjectKind } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { keyOf, OF_RIGHTS, type State, stateOfPerson, stateOfRights, stateOfStay } from './act-state.ts';

/** Operators with roles, zones and badges, what roles may do, and the hospital's settings. */
const TABLES_OF_RIGHTS = [
  'operator',
  'operator_role',
  'operator_zone',
  'badge',
  'role_right',
  'setting',
] as const;

/**
 * Keeps how that stands now which the act touched and which is changed in place, where it differs from what was kept
 * last: stays, people (of those stays, too), and rights. Answers what it wrote.
 */
export async function keepStates(
  tx: Tx,
  seq: number,
  touched: readonly { kind: SubjectKind; id: string }[],
): Promise<State[]> {
  const idsOf = (of: SubjectKind) => touched.flatMap(({ kind, id }) => (kind === of ? [id] : []));
  const stays = await readStays(tx, idsOf('stay') as StayId[]);
  const people = new Set([...(idsOf('person') as PersonId[]), ...stays.map(({ person_id }) => person_id)]);
  const now = [...stays.map(stateOfStay), ...(await statesOfPeople(tx, [...people]))];
  if (touched.some(({ kind }) => OF_RIGHTS.has(kind))) now.push(await readRights(tx));
  const before = await lastDigests(tx, now);
  const changed = now.filter((state) => before.get(keyOf(state)) !== state.digest);
  for (const some of inChunks(changed, 500))
    await tx
      .insertInto('act_state')
      .values(some.map(({ kind, id, digest }) => ({ act_seq: seq, kind, subject_id: id, digest })))
      .execute();
  return changed;
}

async function readStays(db: Reads, ids: readonly StayId[]): Promise<Selectable<Schema['stay']>[]> {
  const stays: Selectable<Schema['stay']>[] = [];
  for (const some of inChunks(ids, 500))
    stays.push(...(await db.selectFrom('stay').selectAll().where('id', 'in', some).execute()));
  return stays;
}

export async function statesOfPeople(db: Reads, ids: readonly PersonId[]): Promise<State[]> {
  const states: State[] = [];
  for (const some of inChunks(ids, 500)) {
    const people = await db.selectFrom('person').selectAll().where('id', 'in', some).execute();
    states.push(...people.map(stateOfPerson));
  }
  return states;
}

export async function readRights(db: Reads): Promise<State> {
  const tables: object[][] = [];
  // The tables differ in columns; one of them stands for all in the types.
  for (const table of TABLES_OF_RIGHTS)
    tables.push(
      await db
        .selectFrom(table as 'operator')
        .selectAll()
        .execute(),
    );
  return stateOfRights(tables);
}

async function lastDigests(db: Reads, of: readonly State[]): Promise<Map<string, string>> {
  const last = new Map<string, string>();
  for (const some of inChunks(of, 500)) {
    const ids = some.map(({ id }) => id);
    const kept = await db
      .selectFrom('act_state')
      .select(['kind', 'subject_id as id', 'digest'])
      .where('kind', 'in', [...new Set(some.map(({ kind }) => kind))])
      .where('subject_id', 'in', ids)
      .orderBy('act_seq')
      .execute();
    for (const state of kept) last.set(keyOf(state), state.digest);
  }
  return last;
}

/** What was kept last of each, with the row of the trail that tells of the act. */
export async function readLastKept(db: Reads): Promise<(State & { seq: number; at: string })[]> {
  const rows = await db
    .selectFrom('act_state')
    .innerJoin('act', 'act.seq', 'act_state.act_seq')
    .leftJoin('audit', 'audit.act_seq', 'act_state.act_seq')
    .select(['act_state.kind', 'act_state.subject_id as id', 'act_state.digest'])
    .select(['audit.seq', 'act.recorded_at as at'])
    .orderBy('act_state.act_seq')
    .execute();
  return [...new Map(rows.map((row) => [keyOf(row), { ...row, seq: row.seq ?? 0 }])).values()];
}

/** After which act states are kept at all. */
export const readFirstKeptAfter = async (db: Reads): Promise<number> =>
  (await db.selectFrom('act_state_start').select('after_act').executeTakeFirstOrThrow()).after_act;

/** Every stay, in portions of so many. */
export async function* everyStay(db: Reads, portion: number): AsyncGenerator<Selectable<Schema['stay']>> {
  let last: StayId | null = null;
  for (;;) {
    let next = db.selectFrom('stay').selectAll().orderBy('id').limit(portion);
    if (last !== null) next = next.where('id', '>', last);
    const stays: Selectable<Schema['stay']>[] = await next.execute();
    yield* stays;
    const end = stays.at(-1);
    if (!end) return;
    last = end.id;
  }
}
