import type { HandoverNote } from '#shared/contract/handover-body.ts';
import type { HandoverNoteId, OperatorId, StayId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { holds } from '../db/as-of.ts';
import type { Reads, Tx } from '../ipc/context.ts';

const selectNotes = (db: Reads) =>
  db
    .selectFrom('handover_note as n')
    .innerJoin('operator as writer', 'writer.id', 'n.written_by')
    .leftJoin('operator as doer', 'doer.id', 'n.done_by')
    .leftJoin('stay', 'stay.id', 'n.stay_id')
    .leftJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(holds('a', null)))
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .select(['n.id', 'n.note_id', 'n.zone_id', 'n.stay_id', 'n.words', 'n.written_by', 'n.written_at'])
    .select(['n.done_by', 'n.done_at', 'writer.name as who', 'doer.name as doneBy'])
    .select(['stay.number', 'person.name', 'bed.code as bed'])
    .where('n.superseded_by', 'is', null);

type Note = Awaited<ReturnType<ReturnType<typeof selectNotes>['execute']>>[number];

const noteOf = ({ note_id, words, stay_id, number, name, bed, who, written_at }: Note): HandoverNote => ({
  ...{ noteId: note_id, text: words, who, at: written_at },
  person:
    stay_id === null ? null : { stayId: stay_id, number: number ?? 0, name: name ?? '', bed: bed ?? '' },
});

/** What is still to be handed over, the oldest first: it has been carried over longest. */
export const readOpenNotes = async (db: Reads, zoneId: ZoneId): Promise<HandoverNote[]> =>
  (
    await selectNotes(db)
      .where('n.zone_id', '=', zoneId)
      .where('n.done_at', 'is', null)
      .orderBy('n.written_at')
      .orderBy('n.id')
      .execute()
  ).map(noteOf);

/** The latest that were marked done. */
export async function readDoneNotes(db: Reads, zoneId: ZoneId, limit: number) {
  const rows = await selectNotes(db)
    .where('n.zone_id', '=', zoneId)
    .where('n.done_at', 'is not', null)
    .orderBy('n.done_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...noteOf(row),
    doneBy: row.doneBy ?? '',
    doneAt: row.done_at ?? row.written_at,
  }));
}

/** How many notes are open in each zone, and how many of them were written since `from`. */
export async function countOpenNotes(db: Reads): Promise<Map<ZoneId, { notes: number; latestAt: Instant }>> {
  const rows = await db
    .selectFrom('handover_note')
    .select(({ fn }) => ['zone_id', fn.countAll<number>().as('notes'), fn.max('written_at').as('latestAt')])
    .where('superseded_by', 'is', null)
    .where('done_at', 'is', null)
    .groupBy('zone_id')
    .execute();
  return new Map(rows.map(({ zone_id, ...row }) => [zone_id, row]));
}

export const findNote = (db: Reads, noteId: HandoverNoteId): Promise<Note | undefined> =>
  selectNotes(db).where('n.note_id', '=', noteId).executeTakeFirst();

interface NoteFact {
  noteId: HandoverNoteId;
  zoneId: ZoneId;
  stayId: StayId | null;
  words: string;
  writtenBy: OperatorId;
  writtenAt: Instant;
}

export const insertNote = (
  tx: Tx,
  { noteId, zoneId, stayId, words, writtenBy, writtenAt }: NoteFact,
  seq: number,
  doing: { by: OperatorId; at: Instant } | null = null,
) =>
  tx
    .insertInto('handover_note')
    .values({
      ...{ note_id: noteId, zone_id: zoneId, stay_id: stayId, words },
      ...{ written_by: writtenBy, written_at: writtenAt },
      ...{ done_by: doing?.by ?? null, done_at: doing?.at ?? null },
      recorded_by: seq,
    })
    .execute();
