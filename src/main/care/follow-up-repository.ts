import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import type { Order } from './care-repository.ts';

/**
 * The order "the same again" that a former answer to this turn, superseded by now, gave, and whether it has been
 * answered itself.
 */
export const findFollowUp = (
  db: Reads,
  { stayId, dueAt }: { stayId: StayId; dueAt: Instant },
  { order_id, team, kind, what }: Order,
) =>
  db
    .selectFrom('care_order as o')
    .select('o.id')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('care_done as a')
            .select('a.id')
            .whereRef('a.order_id', '=', 'o.order_id')
            .where('a.superseded_by', 'is', null),
        )
        .$castTo<number>()
        .as('answered'),
    )
    .where('o.stay_id', '=', stayId)
    .where('o.superseded_by', 'is', null)
    .where('o.stopped', '=', 0)
    .where('o.every_hours', 'is', null)
    .where('o.order_id', '<>', order_id)
    .where('o.team', '=', team)
    .where('o.kind', '=', kind)
    .where('o.what', '=', what)
    .where('o.recorded_by', 'in', (eb) =>
      eb
        .selectFrom('care_done as d')
        .select('d.recorded_by')
        .where('d.order_id', '=', order_id)
        .where('d.stay_id', '=', stayId)
        .where('d.due_at', '=', dueAt)
        .where('d.superseded_by', 'is not', null),
    )
    .orderBy('o.id', 'desc')
    .executeTakeFirst();
