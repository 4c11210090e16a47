import { connect } from '#main/db/open.ts';
import { randomFrom } from '#main/demo/random.ts';
import { noTimes, type Part, type Times, timed } from './figures.ts';
import type { OldWard } from './old-ward.ts';

const ROUNDS = 150;
const AIM = 'p99 < 20 ms';

interface Somebody {
  name: string;
  name_pinyin: string;
  name_initials: string;
  document_number: string;
  phone: string;
  number: number;
  bed: string;
}

/** What may be typed to find somebody. */
const TYPED: Record<string, (one: Somebody) => string> = {
  'whole name': ({ name }) => name,
  'given name alone': ({ name }) => name.slice(1),
  'surname alone': ({ name }) => name.slice(0, 1),
  pinyin: ({ name_pinyin }) => name_pinyin,
  'two letters of the pinyin': ({ name_pinyin }) => name_pinyin.slice(0, 2),
  'one letter': ({ name_initials }) => name_initials.slice(0, 1),
  initials: ({ name_initials }) => name_initials,
  'whole document number': ({ document_number }) => document_number,
  'last four of the document': ({ document_number }) => document_number.slice(-4),
  phone: ({ phone }) => phone,
  'first three of the phone': ({ phone }) => phone.slice(0, 3),
  'stay number': ({ number }) => String(number),
  'bed code': ({ bed }) => bed,
  'nobody’s name': ({ name }) => `${name}${name}`,
};

const PLAIN = `
  select stay.id, stay.number, person.name, p.from_at, p.to_at, bed.code
  from person join stay on stay.person_id = person.id
  join stay_period p on p.stay_id = stay.id and p.superseded_by is null
  left join bed_assignment a on a.stay_id = stay.id and a.superseded_by is null and a.to_at is null
  left join bed on bed.id = a.bed_id
  where person.name_pinyin >= ? and person.name_pinyin < ? limit 12`;

/** Everything that the search box takes, for people from all of the ward's history and those in house. */
export async function measureSearch(oldWard: () => Promise<OldWard>): Promise<Part> {
  const { ward } = await oldWard();
  const database = connect(ward.file, { readonly: true });
  const people = peopleOf(database.prepare(SOMEBODY).all() as Somebody[]);
  const plain = database.prepare(PLAIN);
  const all = noTimes();
  const reference = noTimes();
  const kinds = new Map<string, Times>(Object.keys(TYPED).map((kind) => [kind, noTimes()]));
  let found = 0;
  for (const [round, one] of people.entries()) {
    for (const [kind, typed] of Object.entries(TYPED)) {
      const times = kinds.get(kind) ?? noTimes();
      const hits = await timed(round < 10 ? noTimes() : times, () =>
        ward.call('stays.search', { text: typed(one), limit: 12 }),
      );
      if (kind === 'initials' && hits.some(({ number }) => number === one.number)) found += 1;
    }
    const { name_pinyin } = one;
    await timed(reference, () => plain.all(name_pinyin, `${name_pinyin}\u{10FFFF}`));
  }
  database.close();
  for (const { wall, cpu } of kinds.values()) {
    all.wall.push(...wall);
    all.cpu.push(...cpu);
  }
  return {
    about: 'Ctrl+K at 26,462 stays, against one plain query by pinyin',
    figures: [
      { what: 'anything typed', ours: all, reference, aim: AIM },
      ...[...kinds].map(([kind, ours]) => ({ what: `  ${kind}`, ours, aim: AIM })),
    ],
    notes: [`by initials alone ${found} of ${people.length} in-house patients are among the first twelve`],
  };
}

const SOMEBODY = `
  select person.name, name_pinyin, name_initials, document_number, phone, stay.number, bed.code as bed
  from bed_assignment a join bed on bed.id = a.bed_id join stay on stay.id = a.stay_id
  join person on person.id = stay.person_id
  where a.superseded_by is null and a.to_at is null and document_number is not null and phone <> ''`;

const peopleOf = (rows: readonly Somebody[]): Somebody[] => randomFrom(3).shuffled(rows).slice(0, ROUNDS);
