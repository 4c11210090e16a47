import type { ZoneId } from '#shared/contract/values.ts';
import type { ZoneState } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads } from '../ipc/context.ts';
import { isStopped } from './zone-life-rules.ts';

/**
 * The state by which a zone takes nobody who comes into one of its beds at `at` for good; null where it does.
 * Whoever comes from a bed of the same zone may lie in another one while the zone is only stopped.
 */
export async function stateAgainst(
  db: Reads,
  zoneId: ZoneId,
  at: Instant,
  comesFrom: ZoneId | null,
): Promise<ZoneState | null> {
  const steps = await db
    .selectFrom('zone_step')
    .select(['step', 'from_at'])
    .where('zone_id', '=', zoneId)
    .where('superseded_by', 'is', null)
    .where('step', '<>', 'open')
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', at)]))
    .orderBy('from_at')
    .execute();
  const against = steps.find(({ step, from_at }) =>
    isStopped(step) ? from_at <= at && comesFrom !== zoneId : true,
  );
  return against?.step ?? null;
}
