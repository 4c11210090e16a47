import { type RawBuilder, sql } from 'kysely';
import type { SearchHit } from '#shared/contract/stays.ts';
import { ageOn } from '#shared/rules/age.ts';
import { tidyDocumentNumber } from '#shared/rules/id-card.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import { readWristband } from '#shared/rules/wristband.ts';
import { holds } from '../db/as-of.ts';
import type { QueryHandler, Reads } from '../ipc/context.ts';

type Matched = SearchHit['matched'];

/**
 * One box for everything a nurse may have at hand. Each kind of text is asked of the index that knows it,
 * by prefix; a given name without its surname is looked for inside names last, as that reads them all. Whoever may not
 * see whole numbers finds nobody by a part of one: digit by digit they would learn it.
 */
export const searchStays: QueryHandler<'stays.search'> = async (
  db,
  { text, limit },
  { now, zone, access },
) => {
  const words = text.trim();
  if (words === '') return [];
  const hits: SearchHit[] = await findBeds(db, words, limit);
  const seen = new Set<string>();
  for await (const [matched, people] of candidates(db, words, limit, access.has('patients.identity'))) {
    for (const hit of await staysOfPeople(db, people, matched, limit)) {
      if (hit.stayId === null || seen.has(hit.stayId) || seen.size >= limit) continue;
      seen.add(hit.stayId);
      hits.push(hit);
    }
    if (seen.size >= limit) break;
  }
  return hits.slice(0, limit);

  async function staysOfPeople(
    from: Reads,
    ids: string[],
    matched: Matched,
    most: number,
  ): Promise<SearchHit[]> {
    if (ids.length === 0) return [];
    const rows = await from
      .selectFrom('stay')
      .innerJoin('person', 'person.id', 'stay.person_id')
      .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
      .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(holds('a', null)))
      .leftJoin('bed', 'bed.id', 'a.bed_id')
      .select([
        'stay.id',
        'stay.number',
        'person.name',
        'person.sex',
        'person.birth_date',
        'person.document_tail',
      ])
      .select(['person.phone', 'p.from_at', 'p.to_at', 'a.bed_id', 'bed.code'])
      .where(matched === 'number' ? 'stay.id' : 'stay.person_id', 'in', ids as never[])
      .where('p.superseded_by', 'is', null)
      .orderBy((eb) => eb.case().when('p.to_at', 'is', null).then(0).else(1).end())
      .orderBy('p.from_at', 'desc')
      .limit(most)
      .execute();
    return rows.map((row) => ({
      kind: 'stay',
      stayId: row.id,
      bedId: row.bed_id,
      name: row.name,
      number: row.number,
      bed: row.code ?? '',
      status: row.to_at !== null ? 'left' : row.bed_id !== null ? 'in-house' : 'waiting',
      sex: row.sex,
      age: row.birth_date === null ? null : Math.max(0, ageOn(row.birth_date, localDateOf(now, zone))),
      documentTail: row.document_tail ?? '',
      phone: row.phone,
      arrivedAt: row.from_at,
      leftAt: row.to_at,
      matched,
    }));
  }
};

/** Lists of people by how they were found, the surest first; asked for one by one until there are enough. */
async function* candidates(
  db: Reads,
  words: string,
  limit: number,
  byParts: boolean,
): AsyncGenerator<[Matched, string[]]> {
  const numbered = byParts ? begins : is;
  const phone = words.replace(/^\+?86(?=[\s-]?1)/, '').replace(/[\s\-().]/g, '');
  const digits = /^\d+$/.test(words);
  const wristband = readWristband(words);
  if (wristband !== null) {
    const rows = await db.selectFrom('stay').select('id').where('number', '=', wristband).execute();
    yield ['number', rows.map(({ id }) => id)];
  }
  const number = tidyDocumentNumber(words);
  if (/^[0-9A-Z]{3}[0-9X]$/.test(number)) {
    yield ['document', await peopleWhere(db, is('document_tail', number), limit)];
  }
  if (/^[0-9A-Z]{5,}$/.test(number))
    yield ['document', await peopleWhere(db, numbered('document_number', number), limit)];
  if (/^\d{3,}$/.test(phone)) {
    // Those without a phone are not in the index of phones: without saying so it would not be used.
    const withPhone = sql<boolean>`${numbered('phone_digits', phone)} and person.phone_digits <> ''`;
    yield ['phone', await peopleWhere(db, withPhone, limit)];
  }
  if (digits) return;
  const byName = await peopleWhere(db, begins('name', words), limit);
  yield ['name', byName];
  let nobody = byName.length === 0;
  for (const [matched, condition] of spellings(words)) {
    const ids = await peopleWhere(db, condition, limit);
    yield [matched, ids];
    nobody &&= ids.length === 0;
  }
  if (nobody) yield ['name', await peopleWhere(db, contains('name', words), limit)];
}

/** What letters may stand for: whole initials, pinyin, or the first of the initials. */
function spellings(words: string): [Matched, RawBuilder<boolean>][] {
  const letters = words
    .toLowerCase()
    .replace(/[\s'’]/g, '')
    .replaceAll('ü', 'v');
  if (!/^[a-z]+$/.test(letters)) return [];
  return [
    ['initials', is('name_initials', letters)],
    ['pinyin', begins('name_pinyin', letters)],
    ['initials', begins('name_initials', letters)],
  ];
}

type SearchColumn =
  | 'name'
  | 'name_pinyin'
  | 'name_initials'
  | 'document_number'
  | 'document_tail'
  | 'phone_digits';

const columnOf = (column: SearchColumn) => sql.ref(`person.${column}`);

const is = (column: SearchColumn, value: string) => sql<boolean>`${columnOf(column)} = ${value}`;

/** A range up to the first text that no longer begins so is answered by the index; LIKE may not be. */
const begins = (column: SearchColumn, prefix: string) =>
  sql<boolean>`${columnOf(column)} >= ${prefix} and ${columnOf(column)} < ${afterPrefix(prefix)}`;

const afterPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`;

function contains(column: SearchColumn, words: string) {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`${columnOf(column)} like ${pattern} escape '\\'`;
}

/**
 * People of whom this holds. Where there are more than wanted, those who are here come first: an index gives
 * the oldest first, and after some weeks none of them would be in house.
 */
async function peopleWhere(db: Reads, condition: RawBuilder<boolean>, limit: number): Promise<string[]> {
  const found = await db.selectFrom('person').select('id').where(condition).limit(limit).execute();
  if (found.length < limit) return found.map(({ id }) => id);
  // Cross joins keep this order: those present are few, those whose names begin so may be thousands.
  const here = await db
    .selectFrom('stay_period as p')
    .crossJoin('stay')
    .crossJoin('person')
    .select('person.id')
    .where(holds('p', null))
    .whereRef('stay.id', '=', 'p.stay_id')
    .whereRef('person.id', '=', 'stay.person_id')
    .where(condition)
    .limit(limit)
    .execute();
  return [...new Set([...here, ...found].map(({ id }) => id))];
}

/** A bed code, typed with or without its dashes: `a312` finds A-03-12. */
async function findBeds(db: Reads, words: string, limit: number): Promise<SearchHit[]> {
  const code = words.toUpperCase();
  if (!/^[A-Z]{1,4}-?\d/.test(code) && !/^\d{1,3}-\d/.test(code)) return [];
  const loose = /^([A-Z]{1,4})-?0*(\d{1,2})-?(\d{2})$/.exec(code);
  const codes = loose ? [code, `${loose[1]}-${(loose[2] ?? '').padStart(2, '0')}-${loose[3]}`] : [code];
  const rows = await db
    .selectFrom('bed')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.bed_id', '=', 'bed.id').on(holds('a', null)))
    .leftJoin('stay', 'stay.id', 'a.stay_id')
    .leftJoin('person', 'person.id', 'stay.person_id')
    .select(['bed.id', 'bed.code', 'a.stay_id', 'a.from_at', 'stay.number', 'person.name', 'person.sex'])
    .where((eb) =>
      eb.or([
        eb('bed.code', 'in', codes),
        eb.and([eb('bed.code', '>=', code), eb('bed.code', '<', afterPrefix(code))]),
      ]),
    )
    .orderBy('bed.code')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    kind: 'bed',
    stayId: row.stay_id,
    bedId: row.id,
    name: row.name ?? '',
    number: row.number,
    bed: row.code,
    status: row.stay_id === null ? null : 'in-house',
    sex: row.sex ?? 'unknown',
    age: null,
    documentTail: '',
    phone: '',
    arrivedAt: null,
    leftAt: null,
    matched: 'bed',
  }));
}
