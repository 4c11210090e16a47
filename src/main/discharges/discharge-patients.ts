import type { Leaving } from '#shared/contract/discharges.ts';
import type { Instant, TimeZone } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { endReservation, needsDisinfection } from '../beds/bed-repository.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { leaveBed } from '../stays/leave-bed.ts';
import { requireStay, type StayNow } from '../stays/stay-repository.ts';
import { whyNotDischarged } from './discharge-rules.ts';

/** Discharges all the stays named, or none. Their beds await disinfection from the moment they left. */
export const dischargePatients: CommandHandler<'discharges.commit'> = async (tx, input, act, context) => {
  const seen = new Set<string>();
  for (const [i, { stayId, expectedVersion }] of input.stays.entries()) {
    const stay = await requireStay(tx, stayId, expectedVersion);
    if (seen.has(stayId)) throw new Refusal('same-stay-twice', { name: stay.name, stayId });
    seen.add(stayId);
    const problem = whyNotDischarged(stay, input.leaving, act.happenedAt, context.zone);
    // Names can be the same; the screen marks the row by the stay.
    if (problem) throw new Refusal(problem.code, { ...problem.params, stayId });
    await discharge(tx, stay, input.leaving, { at: act.happenedAt, zone: context.zone, act });
    if (i % 50 === 49) context.progress({ step: 'discharging', done: i + 1, total: input.stays.length });
  }
  return { actId: act.id, discharged: input.stays.length, at: act.happenedAt };
};

async function discharge(
  tx: Tx,
  stay: StayNow,
  leaving: Leaving,
  { at, act }: { at: Instant; zone: TimeZone; act: Act },
): Promise<void> {
  if (stay.assignment) {
    await leaveBed(tx, stay.assignment, at, act);
    await needsDisinfection(tx, stay.assignment.bed_id, at, act.seq);
  }
  await supersede(tx, 'stay_period', stay.period.id, act.seq);
  await tx
    .insertInto('stay_period')
    .values({
      stay_id: stay.stayId,
      from_at: stay.period.from_at,
      to_at: at,
      way: leaving.way,
      destination: leaving.destination,
      companion: leaving.companion,
      note: leaving.note,
      recorded_by: act.seq,
    })
    .execute();
  const held = await tx
    .selectFrom('reservation')
    .select('bed_id')
    .where('stay_id', '=', stay.stayId)
    .where('superseded_by', 'is', null)
    .where('to_at', 'is', null)
    .execute();
  for (const { bed_id } of held) {
    await endReservation(tx, bed_id, at, act.seq);
    act.touches('bed', bed_id);
  }
  act.touches('stay', stay.stayId);
  act.changes('stay', stay.stayId, 'way', null, leaving.way);
}
