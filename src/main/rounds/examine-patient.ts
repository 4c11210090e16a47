import { v7 as uuid } from 'uuid';
import { type ExaminationId, examinationId } from '#shared/contract/values.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { requireInHouse } from '../stays/stay-rules.ts';
import { type Examination, findExamination, insertExamination, writtenOf } from './examination-repository.ts';
import { requireWithinStay } from './record-observation.ts';

export const orderExamination: CommandHandler<'rounds.orderExamination'> = async (
  tx,
  input,
  act,
  { zone },
) => {
  const stay = await requireStay(tx, input.stayId);
  requireInHouse(stay);
  requireWithinStay(stay, act.happenedAt, zone);
  const id = examinationId.parse(uuid());
  await insertExamination(
    tx,
    {
      stay_id: stay.stayId,
      examination_id: id,
      kind: input.kind,
      due_at: input.dueAt,
      done_at: null,
      cancelled: 0,
      finding: '',
    },
    act.seq,
  );
  act.touches('care', stay.stayId);
  return { actId: act.id, examinationId: id };
};

/** Done at the moment of the act. */
export const completeExamination: CommandHandler<'rounds.completeExamination'> = async (
  tx,
  input,
  act,
  { zone },
) => {
  const open = await requireOpen(tx, input.examinationId);
  requireWithinStay(await requireStay(tx, open.stay_id), act.happenedAt, zone);
  await supersede(tx, 'examination', open.id, act.seq);
  await insertExamination(
    tx,
    { ...writtenOf(open), done_at: act.happenedAt, finding: input.finding },
    act.seq,
  );
  act.touches('care', open.stay_id);
  return { actId: act.id };
};

export const cancelExamination: CommandHandler<'rounds.cancelExamination'> = async (tx, input, act) => {
  const open = await requireOpen(tx, input.examinationId);
  refuseUnless(act.reason.trim() !== '', 'reason-needed');
  await supersede(tx, 'examination', open.id, act.seq);
  await insertExamination(tx, { ...writtenOf(open), cancelled: 1, finding: act.reason }, act.seq);
  act.touches('care', open.stay_id);
  return { actId: act.id };
};

async function requireOpen(tx: Tx, id: ExaminationId): Promise<Examination> {
  const found = await findExamination(tx, id);
  if (!found) throw new Refusal('no-such-examination');
  const ended = found.done_at !== null || found.cancelled === 1;
  refuseUnless(!ended, 'examination-ended');
  return found;
}
