import type { FieldChange } from '#shared/contract/stays.ts';
import type { SubjectKind } from '../db/schema.ts';
import type { Reads } from '../ipc/context.ts';

/**
 * What acts changed, field by field, for people to read: whose stay it is by name and a colleague's zones by code, for
 * their ids say nothing. `of`: some subjects only, and no more than so many.
 */
export async function readChanges(
  db: Reads,
  acts: readonly number[],
  of: { subjects?: readonly string[] | null; most?: number } = {},
): Promise<Map<number, FieldChange[]>> {
  const { subjects = null, most } = of;
  if (acts.length === 0) return new Map();
  const rows = await db
    .selectFrom('act_change')
    .select(['act_seq', 'kind', 'field', 'before', 'after'])
    .where('act_seq', 'in', acts)
    .$if(subjects !== null, (q) => q.where('subject_id', 'in', subjects ?? []))
    .orderBy('act_seq')
    .$if(most !== undefined, (q) => q.limit(most ?? 0))
    .execute();
  const named = rows.filter(isNamed);
  const names = await namesOf(db, [
    ...new Set(named.flatMap(({ before, after }) => [...idsIn(before), ...idsIn(after)])),
  ]);
  const told = (ids: string | null) =>
    ids === null
      ? null
      : idsIn(ids)
          .map((id) => names.get(id) ?? id)
          .join(' ');
  const changes = new Map<number, FieldChange[]>();
  for (const row of rows) {
    const { act_seq, field } = row;
    const [before, after] = isNamed(row) ? [told(row.before), told(row.after)] : [row.before, row.after];
    changes.set(act_seq, [...(changes.get(act_seq) ?? []), { field, before, after }]);
  }
  return changes;
}

/** `zones` is also a setting of the hospital, which names nobody. */
const isNamed = ({ kind, field }: { kind: SubjectKind; field: string }): boolean =>
  (kind === 'stay' && field === 'person_id') || (kind === 'operator' && field === 'zones');

const idsIn = (ids: string | null): string[] => ids?.split(' ').filter((id) => id !== '') ?? [];

async function namesOf(db: Reads, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', ids as never[])
    .execute();
  const zones = await db
    .selectFrom('zone')
    .select(['id', 'code'])
    .where('id', 'in', ids as never[])
    .execute();
  return new Map<string, string>([
    ...people.map(({ id, name }) => [id, name] as const),
    ...zones.map(({ id, code }) => [id, code] as const),
  ]);
}
