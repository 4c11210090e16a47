import { v7 as uuid } from 'uuid';
import { rosterId } from '#shared/contract/values.ts';
import { parseInstant } from '#shared/rules/instant.ts';
import type { CommandHandler, QueryHandler } from '../ipc/context.ts';
import { NothingRecorded } from '../ipc/refusal.ts';
import { hashOf, judgeRoster, resultOf } from './judge-roster.ts';

/** What a file would come to, without keeping anything. */
export const previewRoster: QueryHandler<'rosters.preview'> = async (db, input, context) => {
  const content = Buffer.from(input.base64, 'base64');
  const source = { fileName: input.fileName, content, arrivedAt: input.arrivedAt ?? context.now };
  const { rows } = await judgeRoster(db, source, null, context);
  return resultOf(rows, input.language);
};

/**
 * Takes in a roster file whole. Refused when it cannot be read as a list of people; the same bytes again are
 * the same roster, with all that has been done to it.
 */
export const openRoster: CommandHandler<'rosters.open'> = async (tx, input, act, context) => {
  const content = Buffer.from(input.base64, 'base64');
  const file_hash = hashOf(content);
  const known = await tx
    .selectFrom('roster')
    .select('id')
    .where('file_hash', '=', file_hash)
    .executeTakeFirst();
  if (known) throw new NothingRecorded({ actId: null, rosterId: known.id, known: true });
  const arrivedAt = parseInstant(input.arrivedAt ?? '') ?? act.happenedAt;
  const { rows } = await judgeRoster(tx, { fileName: input.fileName, content, arrivedAt }, null, context);
  const id = rosterId.parse(uuid());
  await tx
    .insertInto('roster')
    .values({
      id,
      file_name: input.fileName,
      file_hash,
      content,
      arrived_at: arrivedAt,
      convoy_id: input.convoyId,
      opened_by: act.seq,
      people: rows.length,
    })
    .execute();
  act.touches('roster', id);
  return { actId: act.id, rosterId: id, known: false };
};
