import type { StayId } from '#shared/contract/values.ts';
import { holds } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';

/** Somebody, as lists of samples show them; `bed` '' where they have none now. */
export interface Person {
  readonly stayId: StayId;
  readonly number: number;
  readonly name: string;
  readonly bed: string;
}

export async function readPeople(db: Reads, ids: readonly StayId[]): Promise<Map<StayId, Person>> {
  const people = new Map<StayId, Person>();
  for (const some of inChunks([...new Set(ids)], 1000)) {
    const rows = await db
      .selectFrom('stay')
      .innerJoin('person', 'person.id', 'stay.person_id')
      .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(holds('a', null)))
      .leftJoin('bed', 'bed.id', 'a.bed_id')
      .select(['stay.id', 'stay.number', 'person.name', 'bed.code'])
      .where('stay.id', 'in', some)
      .execute();
    for (const { id, number, name, code } of rows)
      people.set(id, { stayId: id, number, name, bed: code ?? '' });
  }
  return people;
}
