import type { Leaving } from '#shared/contract/discharges.ts';
import { addMinutes, type Instant } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { endReservation } from '../beds/bed-repository.ts';
import { supersedeAll } from '../db/facts.ts';
import type { Tx } from '../ipc/context.ts';
import type { StayNow } from '../stays/stay-repository.ts';
import { settingOf } from '../ward/settings-repository.ts';
import { readHeldBeds } from './leaver-repository.ts';

/**
 * Ends these stays at `at`: each leaves the bed, which awaits disinfection from then on, and lets go of a bed that
 * was held. One statement for many of them; the caller has asked the rules, and gives portions.
 */
export async function dischargeAll(
  tx: Tx,
  stays: readonly StayNow[],
  leaving: Leaving,
  { at, act }: { at: Instant; act: Act },
): Promise<void> {
  if (stays.length === 0) return;
  await leaveBeds(tx, stays, at, act);
  await supersedeAll(
    tx,
    'stay_period',
    stays.map(({ period }) => period.id),
    act.seq,
  );
  await tx
    .insertInto('stay_period')
    .values(
      stays.map(({ stayId, period }) => ({
        stay_id: stayId,
        from_at: period.from_at,
        to_at: at,
        way: leaving.way,
        destination: leaving.destination,
        companion: leaving.companion,
        note: leaving.note,
        recorded_by: act.seq,
      })),
    )
    .execute();
  const held = await readHeldBeds(
    tx,
    stays.map(({ stayId }) => stayId),
  );
  for (const bedId of held) {
    await endReservation(tx, bedId, at, act.seq);
    act.touches('bed', bedId);
  }
  for (const { stayId } of stays) {
    act.touches('stay', stayId);
    act.changes('stay', stayId, 'way', null, leaving.way);
  }
}

async function leaveBeds(tx: Tx, stays: readonly StayNow[], at: Instant, act: Act): Promise<void> {
  const left = stays.flatMap(({ assignment }) => assignment ?? []);
  if (left.length === 0) return;
  const minutes = await settingOf(tx, 'disinfectionMinutes');
  await supersedeAll(
    tx,
    'bed_assignment',
    left.map(({ id }) => id),
    act.seq,
  );
  await tx
    .insertInto('bed_assignment')
    .values(
      left.map(({ stay_id, bed_id, from_at }) => ({
        ...{ stay_id, bed_id, from_at },
        to_at: at,
        recorded_by: act.seq,
      })),
    )
    .execute();
  await tx
    .insertInto('disinfection')
    .values(
      left.map(({ bed_id }) => ({
        bed_id,
        from_at: at,
        to_at: null,
        ready_at: addMinutes(at, minutes),
        recorded_by: act.seq,
      })),
    )
    .execute();
  for (const { bed_id } of left) act.touches('bed', bed_id);
}
