import { localDateOf } from '#shared/rules/instant.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { findListOf, insertList } from './list-repository.ts';

/** Opens the list of a day: today's or a later one, once. An open list is nobody's leave yet, so it is not undone. */
export const openList: CommandHandler<'releases.open'> = async (tx, { day }, act, { zone }) => {
  refuseUnless(day >= localDateOf(act.recordedAt, zone), 'list-day-past', () => ({ day }));
  if ((await findListOf(tx, day)) !== null) throw new Refusal('list-exists', { day });
  const id = await insertList(tx, day, act.seq);
  act.touches('release-list', id);
  return { actId: act.id, listId: id };
};
