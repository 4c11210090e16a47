import { discharge } from '../discharges/discharge-patients.ts';
import { whyNotDischarged } from '../discharges/discharge-rules.ts';
import { readLastFacts } from '../discharges/leaver-repository.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { noteStep, requireStep } from './take-step.ts';

/**
 * The patient leaves the ward: the stay ends as any discharge does, with the accepting hospital as destination.
 * A bed that is held is reserved from this moment on; it still has to be disinfected first.
 */
export const leaveForHospital: CommandHandler<'referrals.leave'> = async (tx, input, act, { zone }) => {
  const referral = await requireStep(tx, input.referralId, 'left', act, zone);
  const stay = await requireStay(tx, referral.stay_id);
  const leaving = {
    way: 'to-hospital' as const,
    destination: referral.hospital,
    companion: input.companion,
    note: referral.reason,
  };
  const problem = whyNotDischarged(stay, leaving, {
    ...{ at: act.happenedAt, zone },
    lastFact: (await readLastFacts(tx, [stay.stayId])).get(stay.stayId),
  });
  if (problem) throw problem;
  const hold = input.holdBed ?? referral.hold_bed === 1;
  await discharge(tx, stay, leaving, { at: act.happenedAt, zone, act });
  await noteStep(tx, referral, 'left', act, { hold_bed: hold ? 1 : 0 });
  if (hold && stay.assignment) {
    await tx
      .insertInto('reservation')
      .values({
        bed_id: stay.assignment.bed_id,
        // The stay is over and can hold nothing; whoever reads the board reads the name.
        stay_id: null,
        note: `转诊保留：${stay.name}（住院号 ${stay.number}）`,
        from_at: act.happenedAt,
        to_at: null,
        recorded_by: act.seq,
      })
      .execute();
  }
  return { actId: act.id };
};
