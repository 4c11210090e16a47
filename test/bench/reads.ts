import { connect } from '#main/db/open.ts';
import type { InputOf, QueryName } from '#shared/contract/index.ts';
import { noTimes, type Part, type Times, timed } from './figures.ts';
import type { OldWard } from './old-ward.ts';

const WARM_UP = 20;
const ROUNDS = 120;
const AIM = 'p99 < 50 ms';

/** Every bed with whoever is in it and whatever keeps it from being given, in one statement. */
const PLAIN_BOARD = `
  select bed.id, bed.code, bed.version, bed.care_unit_id, u.zone_id, a.from_at as since, stay.id as stay_id,
    stay.number, stay.version as stay_version, stay.family_id, stay.conditions, stay.needs, person.name,
    person.name_initials, person.sex, person.birth_date, person.provisional,
    (select c.classification from stay_classification c where c.stay_id = stay.id and c.superseded_by is null
      order by c.from_at desc limit 1) as classification,
    d.from_at as dirty_since, d.ready_at, r.from_at as held_since, r.note, c.reason, c.from_at as closed_since
  from bed join care_unit u on u.id = bed.care_unit_id
  left join bed_assignment a on a.bed_id = bed.id and a.superseded_by is null and a.to_at is null
  left join stay on stay.id = a.stay_id left join person on person.id = stay.person_id
  left join disinfection d on d.bed_id = bed.id and d.superseded_by is null and d.to_at is null
  left join reservation r on r.bed_id = bed.id and r.superseded_by is null and r.to_at is null
  left join closure c on c.bed_id = bed.id and c.superseded_by is null and c.to_at is null
  order by bed.code`;

/** What an open window asks for again after every change: it is answered on the main thread. */
export async function measureReads(oldWard: () => Promise<OldWard>): Promise<Part> {
  const { ward } = await oldWard();
  const database = connect(ward.file, { readonly: true });
  const plain = database.prepare(PLAIN_BOARD);
  const reference = noTimes();
  const past = new Date(Date.parse('2022-04-20T04:00:00Z')).toISOString();
  const [somebody] = (await ward.call('stays.list', { scope: 'present' })).rows;
  if (!somebody) throw new Error('nobody is in house');

  async function ask<N extends QueryName>(name: N, input: InputOf<N>, rounds = ROUNDS): Promise<Times> {
    const times = noTimes();
    for (let i = -WARM_UP; i < rounds; i++)
      await timed(i < 0 ? noTimes() : times, () => ward.call(name, input as never));
    return times;
  }

  for (let i = -WARM_UP; i < ROUNDS; i++) await timed(i < 0 ? noTimes() : reference, () => plain.all());
  const figures = [
    { what: 'the board of 1,200 beds', ours: await ask('beds.board', {}), reference, aim: AIM },
    { what: 'the board at a past noon', ours: await ask('beds.board', { at: past }, 30), aim: AIM },
    { what: 'the census', ours: await ask('ward.census', {}), aim: AIM },
    { what: 'the census at a past noon', ours: await ask('ward.census', { at: past }, 30), aim: AIM },
    { what: 'everybody present', ours: await ask('stays.list', { scope: 'present' }), aim: AIM },
    { what: 'the floor plan', ours: await ask('beds.plan', {}), aim: AIM },
    { what: 'one patient’s record', ours: await ask('stays.record', { stayId: somebody.stayId }), aim: AIM },
    { what: 'the latest 50 acts', ours: await ask('acts.recent', {}), aim: AIM },
  ];
  database.close();
  return {
    about:
      'what a window asks for after a change, through the router at 26,462 stays; the board against one plain query',
    figures,
  };
}
