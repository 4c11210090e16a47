import type { CommandHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { requireInHouse } from '../stays/stay-rules.ts';
import { endReservation, requireBed, requireBedFree } from './bed-repository.ts';

/** Holds an available bed, for a stay or with a note that says for what. */
export const reserveBed: CommandHandler<'beds.reserve'> = async (tx, input, act, { zone }) => {
  const bed = await requireBed(tx, input.bedId);
  await requireBedFree(tx, bed, act.happenedAt, zone, null);
  if (input.stayId !== null) {
    requireInHouse(await requireStay(tx, input.stayId));
    act.touches('stay', input.stayId);
  }
  await tx
    .insertInto('reservation')
    .values({
      bed_id: bed.id,
      stay_id: input.stayId,
      note: input.note,
      from_at: act.happenedAt,
      to_at: null,
      recorded_by: act.seq,
    })
    .execute();
  act.touches('bed', bed.id);
  return { actId: act.id };
};

export const releaseBed: CommandHandler<'beds.release'> = async (tx, { bedId }, act) => {
  const bed = await requireBed(tx, bedId);
  const released = await endReservation(tx, bedId, act.happenedAt, act.seq);
  refuseUnless(released, 'not-reserved', () => ({ bed: bed.code }));
  act.touches('bed', bedId);
  return { actId: act.id };
};
