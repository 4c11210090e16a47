import type { SelectQueryBuilder } from 'kysely';
import type { AuditRow } from '#shared/contract/audit.ts';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { readChanges } from '../acts/change-repository.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads } from '../ipc/context.ts';

type Filter = Pick<ParsedInputOf<'audit.list'>, 'from' | 'to' | 'who' | 'outcome' | 'procedure' | 'about'>;

/** Of many subjects an entry names so many. */
const NAMED = 5;
const MOST_MEANT = 200;

/** How many rows the filter finds. */
export async function countAuditRows(db: Reads, filter: Filter): Promise<number> {
  const { total } = await filtered(db, filter, await idsOf(db, filter.about))
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return total;
}

/** Rows by the filter, the latest first, with what they were about in words. */
export async function readAuditRows(
  db: Reads,
  filter: Filter,
  page: { before?: number | undefined; limit: number },
): Promise<AuditRow[]> {
  const ids = await idsOf(db, filter.about);
  let rows = filtered(db, filter, ids).selectAll('audit').orderBy('audit.seq', 'desc').limit(page.limit);
  if (page.before !== undefined) rows = rows.where('audit.seq', '<', page.before);
  const found = await rows.execute();
  const acts = found.flatMap(({ act_seq }) => (act_seq === null ? [] : [act_seq]));
  const reasons = await reasonsOf(db, acts);
  const subjects = await subjectsOf(db, acts);
  const changes = await readChanges(db, acts);
  const asked = await namesOf(
    db,
    found.flatMap(({ act_seq, subject }) => (act_seq === null && subject !== '' ? [subject] : [])),
  );
  return found.map((row) => ({
    ...{ seq: row.seq, at: row.at, operatorId: row.operator_id, who: row.who, roles: row.roles },
    ...{ session: row.session, procedure: row.procedure, outcome: row.outcome, code: row.code },
    about: row.act_seq === null ? (asked.get(row.subject) ?? '') : (subjects.get(row.act_seq) ?? ''),
    reason: row.act_seq === null ? '' : (reasons.get(row.act_seq) ?? ''),
    changes: row.act_seq === null ? [] : (changes.get(row.act_seq) ?? []),
    link: row.hash,
  }));
}

function filtered(db: Reads, { from, to, who, outcome, procedure }: Filter, ids: string[] | null) {
  let rows: SelectQueryBuilder<Schema, 'audit', object> = db.selectFrom('audit');
  if (from !== undefined) rows = rows.where('audit.at', '>=', from);
  if (to !== undefined) rows = rows.where('audit.at', '<', to);
  if (who !== undefined) rows = rows.where('audit.operator_id', '=', who);
  if (outcome !== undefined) rows = rows.where('audit.outcome', '=', outcome);
  if (procedure) rows = rows.where('audit.procedure', 'like', `${procedure.replace(/[%_]/g, '')}%`);
  if (ids) {
    rows = rows.where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('act_subject')
            .select('act_subject.act_seq')
            .whereRef('act_subject.act_seq', '=', 'audit.act_seq')
            .where('act_subject.subject_id', 'in', ids),
        ),
        where(
          'audit.subject',
          'in',
          ids.flatMap((id) => [`stayId:${id}`, `bedId:${id}`]),
        ),
      ]),
    );
  }
  return rows;
}

/** Whoever and whatever is meant by a name, the beginning of one, a stay number or the code of a bed. */
async function idsOf(db: Reads, about: string | undefined): Promise<string[] | null> {
  const text = about?.trim().replace(/[%_]/g, '');
  if (!text) return null;
  const stays = await db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select('stay.id')
    .where((where) =>
      where.or([where('person.name', 'like', `${text}%`), where('stay.number', '=', stayNumber(text))]),
    )
    .limit(MOST_MEANT)
    .execute();
  const beds = await db.selectFrom('bed').select('id').where('code', '=', text.toUpperCase()).execute();
  return [...stays, ...beds].map(({ id }) => id);
}

const stayNumber = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : -1);

async function reasonsOf(db: Reads, acts: readonly number[]): Promise<Map<number, string>> {
  if (acts.length === 0) return new Map();
  const rows = await db.selectFrom('act').select(['seq', 'reason']).where('seq', 'in', acts).execute();
  return new Map(rows.map(({ seq, reason }) => [seq, reason]));
}

/** Patients by name and stay number, then beds by code and colleagues by name. */
async function subjectsOf(db: Reads, acts: readonly number[]): Promise<Map<number, string>> {
  if (acts.length === 0) return new Map();
  const rows = await db
    .selectFrom('act_subject')
    .leftJoin('stay', 'stay.id', 'act_subject.subject_id')
    .leftJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('bed', 'bed.id', 'act_subject.subject_id')
    .leftJoin('operator', 'operator.id', 'act_subject.subject_id')
    .select(['act_subject.act_seq', 'stay.number', 'person.name', 'bed.code'])
    .select('operator.name as operator')
    .where('act_subject.act_seq', 'in', acts)
    .orderBy('person.name', (order) => order.desc().nullsLast())
    .execute();
  const words = new Map<number, string[]>();
  for (const row of rows) {
    const word = row.name ? `${row.name} #${row.number}` : (row.code ?? row.operator);
    // What has no name of its own (a convoy, a list) is told by the act; its number would say nothing.
    if (word === null) continue;
    words.set(row.act_seq, [...(words.get(row.act_seq) ?? []), word]);
  }
  return new Map(
    [...words].map(([seq, all]) => {
      const unique = [...new Set(all)];
      const more = unique.length > NAMED ? ` +${unique.length - NAMED}` : '';
      return [seq, unique.slice(0, NAMED).join(' · ') + more];
    }),
  );
}

/** `stayId:…` of a refusal or a sight as the name of a patient, `operatorId:…` as that of a colleague. */
async function namesOf(db: Reads, subjects: readonly string[]): Promise<Map<string, string>> {
  const names = new Map(subjects.map((subject) => [subject, subject.slice(subject.indexOf(':') + 1)]));
  const idsAfter = (kind: string) =>
    subjects.flatMap((one) => (one.startsWith(`${kind}:`) ? [one.slice(kind.length + 1)] : [])) as never[];
  const stays = await db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['stay.id', 'stay.number', 'person.name'])
    .where('stay.id', 'in', idsAfter('stayId'))
    .execute();
  for (const { id, number, name } of stays) names.set(`stayId:${id}`, `${name} #${number}`);
  const colleagues = await db
    .selectFrom('operator')
    .select(['id', 'name'])
    .where('id', 'in', idsAfter('operatorId'))
    .execute();
  for (const { id, name } of colleagues) names.set(`operatorId:${id}`, name);
  return names;
}
