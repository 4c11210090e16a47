import type { StayId } from '#shared/contract/values.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import type { NameOf } from './people-rules.ts';

/** Number and name of these stays. */
export async function readNames(db: Reads, stayIds: readonly StayId[]): Promise<NameOf> {
  const names = new Map<StayId, { number: number; name: string }>();
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await db
      .selectFrom('stay')
      .innerJoin('person', 'person.id', 'stay.person_id')
      .select(['stay.id', 'stay.number', 'person.name'])
      .where('stay.id', 'in', some)
      .execute();
    for (const { id, ...row } of rows) names.set(id, row);
  }
  return (stayId) => {
    const found = names.get(stayId);
    if (!found) throw new Error(`no stay ${stayId}`);
    return found;
  };
}
