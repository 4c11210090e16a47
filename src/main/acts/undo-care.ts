import type { Selectable } from 'kysely';
import type { CareOrderId } from '#shared/contract/values.ts';
import { inChunks } from '../db/chunks.ts';
import type { Schema } from '../db/schema.ts';
import type { Facts } from './undo-facts.ts';
import { refuseLater, type Undoing } from './undo-refusals.ts';

/** What was ticked off since stands on its order: an order that has been worked on cannot be taken back. */
export async function requireOrdersOfTicks(undoing: Undoing, { care_order }: Facts): Promise<void> {
  const orders = care_order as unknown as Selectable<Schema['care_order']>[];
  for (const some of inChunks(orders, 5000)) {
    const ids: CareOrderId[] = some.map(({ order_id }) => order_id);
    const orphan = await undoing.tx
      .selectFrom('care_done as d')
      .select('d.recorded_by')
      .where('d.order_id', 'in', ids)
      .where('d.superseded_by', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('care_order as o')
              .select('o.id')
              .whereRef('o.order_id', '=', 'd.order_id')
              .where('o.superseded_by', 'is', null),
          ),
        ),
      )
      .executeTakeFirst();
    if (orphan) await refuseLater(undoing, orphan.recorded_by);
  }
}

/** Somebody who was called at home has left: their discharge cannot be taken back before that is. */
export async function requireStillAtHome(undoing: Undoing, { stay_period }: Facts): Promise<void> {
  for (const stayId of new Set(stay_period.map(({ stay_id }) => stay_id))) {
    if (!stayId) continue;
    const check = await undoing.tx
      .selectFrom('home_check as c')
      .innerJoin('stay_period as p', 'p.stay_id', 'c.stay_id')
      .select('c.recorded_by')
      .where('c.stay_id', '=', stayId)
      .where('c.superseded_by', 'is', null)
      .where('p.superseded_by', 'is', null)
      .where('p.to_at', 'is', null)
      .executeTakeFirst();
    if (check) await refuseLater(undoing, check.recorded_by);
  }
}
