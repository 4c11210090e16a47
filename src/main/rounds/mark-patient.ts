import type { PatientMark } from '#shared/contract/clinical-vocabulary.ts';
import { CLINICAL_VOCABULARY } from '#shared/messages/clinical-vocabulary.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { requireInHouse } from '../stays/stay-rules.ts';
import { findMark, insertMark } from './mark-repository.ts';
import { requireWithinStay } from './record-observation.ts';

const named = (name: string, mark: PatientMark) => {
  const { zh, en } = CLINICAL_VOCABULARY.patientMark[mark];
  return { name, 'mark.zh': zh, 'mark.en': en };
};

/** A doctor's or nurse's mark, from the moment of the act on. */
export const markPatient: CommandHandler<'rounds.mark'> = async (tx, input, act, { zone }) => {
  const stay = await requireStay(tx, input.stayId);
  requireInHouse(stay);
  requireWithinStay(stay, act.happenedAt, zone);
  const there = await findMark(tx, stay.stayId, input.mark);
  refuseUnless(there === undefined, 'marked-already', () => named(stay.name, input.mark));
  await insertMark(tx, {
    stayId: stay.stayId,
    mark: input.mark,
    note: input.note,
    from: act.happenedAt,
    to: null,
    seq: act.seq,
  });
  act.touches('care', stay.stayId);
  return { actId: act.id };
};

export const unmarkPatient: CommandHandler<'rounds.unmark'> = async (tx, input, act) => {
  const stay = await requireStay(tx, input.stayId);
  const there = await findMark(tx, stay.stayId, input.mark);
  if (!there) throw new Refusal('not-marked', named(stay.name, input.mark));
  await supersede(tx, 'patient_mark', there.id, act.seq);
  // A mark taken off before it began (a late entry) leaves nothing behind.
  if (act.happenedAt > there.from_at) {
    await insertMark(tx, {
      stayId: stay.stayId,
      mark: input.mark,
      note: there.note,
      from: there.from_at,
      to: act.happenedAt,
      seq: act.seq,
    });
  }
  act.touches('care', stay.stayId);
  return { actId: act.id };
};
