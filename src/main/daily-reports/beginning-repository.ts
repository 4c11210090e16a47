import type { Instant } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';

/** From when on there is something to report: the opening, or an arrival that was written down from before it. */
export async function readBeginning(db: Reads): Promise<Instant> {
  const first = await db
    .selectFrom('stay_period')
    .select(({ fn }) => fn.min('from_at').as('at'))
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  const { created_at: opened } = await db
    .selectFrom('hospital')
    .select('created_at')
    .executeTakeFirstOrThrow();
  return first?.at && first.at < opened ? first.at : opened;
}
