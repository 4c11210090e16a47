import { v7 as uuid } from 'uuid';
import { handoverNoteId } from '#shared/contract/values.ts';
import { localOf } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { requireStay } from '../stays/stay-repository.ts';
import { requireInHouse } from '../stays/stay-rules.ts';
import { findNote, insertNote } from './note-repository.ts';
import { requireZones } from './zone-repository.ts';

/** Writes a note to the next shift, about the zone or about somebody in house. */
export const writeNote: CommandHandler<'handovers.writeNote'> = async (tx, input, act) => {
  const { zoneId, stayId, text: words } = input;
  await requireZones(tx, [zoneId]);
  if (stayId !== null) {
    requireInHouse(await requireStay(tx, stayId));
    act.touches('care', stayId);
  }
  const noteId = handoverNoteId.parse(uuid());
  const written = { writtenBy: input.act.operatorId, writtenAt: act.happenedAt };
  await insertNote(tx, { noteId, zoneId, stayId, words, ...written }, act.seq);
  act.touches('zone', zoneId);
  return { actId: act.id, noteId };
};

/** Marks a note done. What was handed over with it before stays as it was signed. */
export const finishNote: CommandHandler<'handovers.finishNote'> = async (
  tx,
  { noteId, act: header },
  act,
  { zone },
) => {
  const note = await findNote(tx, noteId);
  refuseUnless(note !== undefined, 'no-such-note');
  const { done_at: doneAt } = note;
  refuseUnless(doneAt === null, 'note-done', () => ({
    who: note.doneBy ?? '',
    at: doneAt === null ? '' : localOf(doneAt, zone),
  }));
  await supersede(tx, 'handover_note', note.id, act.seq);
  const at = act.happenedAt < note.written_at ? note.written_at : act.happenedAt;
  await insertNote(
    tx,
    {
      ...{ noteId, zoneId: note.zone_id, stayId: note.stay_id, words: note.words },
      ...{ writtenBy: note.written_by, writtenAt: note.written_at },
    },
    act.seq,
    { by: header.operatorId, at },
  );
  if (note.stay_id !== null) act.touches('care', note.stay_id);
  act.touches('zone', note.zone_id);
  return { actId: act.id };
};
