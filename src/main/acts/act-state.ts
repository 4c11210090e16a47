import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { PersonId, StayId } from '#shared/contract/values.ts';
import { inChunks } from '../db/chunks.ts';
import { valuesOf } from '../db/row-values.ts';
import type { Schema, SubjectKind } from '../db/schema.ts';
import type { Reads, Tx } from '../ipc/context.ts';

/** Something that is changed in place, and SHA-256 over it as it stands. */
export interface State {
  kind: 'stay' | 'person' | 'rights';
  id: string;
  digest: string;
}

/** Who may do what is held as one: whoever is put in beside the others shows, too. */
const RIGHTS = { kind: 'rights', id: 'rights' } as const;
const TABLES_OF_RIGHTS = [
  'operator',
  'operator_role',
  'operator_zone',
  'badge',
  'role_right',
  'setting',
] as const;
const OF_RIGHTS: ReadonlySet<SubjectKind> = new Set(['operator', 'hospital']);

/**
 * Keeps how that stands now which the act touched and which is changed in place, where it differs from what was kept
 * last. Answers what it wrote.
 */
export async function keepStates(
  tx: Tx,
  seq: number,
  touched: readonly { kind: SubjectKind; id: string }[],
): Promise<State[]> {
  const stays = touched.flatMap(({ kind, id }) => (kind === 'stay' ? [id as StayId] : []));
  const now = await statesOfStays(tx, stays);
  if (touched.some(({ kind }) => OF_RIGHTS.has(kind))) now.push(await stateOfRights(tx));
  const before = await lastDigests(tx, now);
  const changed = now.filter((state) => before.get(keyOf(state)) !== state.digest);
  for (const some of inChunks(changed, 500))
    await tx
      .insertInto('act_state')
      .values(some.map(({ kind, id, digest }) => ({ act_seq: seq, kind, subject_id: id, digest })))
      .execute();
  return changed;
}

export const keyOf = ({ kind, id }: Pick<State, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Stays, and the people who stay. */
async function statesOfStays(db: Reads, ids: readonly StayId[]): Promise<State[]> {
  const states: State[] = [];
  const people = new Set<PersonId>();
  for (const some of inChunks(ids, 500)) {
    const stays = await db.selectFrom('stay').selectAll().where('id', 'in', some).execute();
    for (const stay of stays) {
      states.push(stateOfStay(stay));
      people.add(stay.person_id);
    }
  }
  return [...states, ...(await statesOfPeople(db, [...people]))];
}

/** `version` is not of the stay but of the acts about it. */
export const stateOfStay = ({ version: _, ...stay }: Selectable<Schema['stay']>): State => ({
  ...{ kind: 'stay', id: stay.id, digest: digestOf(valuesOf(stay)) },
});

export async function statesOfPeople(db: Reads, ids: readonly PersonId[]): Promise<State[]> {
  const states: State[] = [];
  for (const some of inChunks(ids, 500))
    for (const person of await db.selectFrom('person').selectAll().where('id', 'in', some).execute())
      states.push({ kind: 'person', id: person.id, digest: digestOf(valuesOf(person)) });
  return states;
}

/** Operators with roles, zones and badges, what roles may do, and the hospital's settings. */
export async function stateOfRights(db: Reads): Promise<State> {
  const parts: string[][] = [];
  for (const table of TABLES_OF_RIGHTS) {
    // The tables differ in columns; one of them stands for all in the types.
    const rows = await db
      .selectFrom(table as 'operator')
      .selectAll()
      .execute();
    parts.push(rows.map((row) => JSON.stringify(valuesOf(row))).sort());
  }
  return { ...RIGHTS, digest: digestOf(parts) };
}

const digestOf = (what: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url');

async function lastDigests(db: Reads, of: readonly State[]): Promise<Map<string, string>> {
  const last = new Map<string, string>();
  for (const some of inChunks(of, 500)) {
    const kept = await db
      .selectFrom('act_state')
      .select(['kind', 'subject_id as id', 'digest'])
      .where('kind', 'in', [...new Set(some.map(({ kind }) => kind))])
      .where(
        'subject_id',
        'in',
        some.map(({ id }) => id),
      )
      .orderBy('act_seq')
      .execute();
    for (const state of kept) last.set(keyOf(state), state.digest);
  }
  return last;
}
