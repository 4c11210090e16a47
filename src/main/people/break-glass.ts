import { v7 as uuid } from 'uuid';
import { addMinutes } from '#shared/rules/instant.ts';
import type { CommandHandler, QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';

/**
 * Break-glass: from now on and for some minutes whoever acts may look after any patient in any zone, and see whole
 * numbers (BREAK_GLASS_RIGHTS). It needs a reason, begins when it is recorded whatever the header says, and waits for
 * somebody else to look at it.
 */
export const breakGlass: CommandHandler<'people.breakGlass'> = async (tx, { minutes, act: header }, act) => {
  refuseUnless(act.reason.trim() !== '', 'reason-needed');
  const until = addMinutes(act.recordedAt, minutes);
  await tx
    .insertInto('break_glass')
    .values({
      ...{ id: uuid(), recorded_by: act.seq, operator_id: header.operatorId, reason: act.reason },
      ...{ from_at: act.recordedAt, to_at: until, seen_by: null, seen_at: null },
    })
    .execute();
  act.touches('operator', header.operatorId);
  return { actId: act.id, until };
};

export const endBreakGlass: CommandHandler<'people.endBreakGlass'> = async (tx, { act: header }, act) => {
  const open = await tx
    .selectFrom('break_glass')
    .select(['id', 'from_at'])
    .where('operator_id', '=', header.operatorId)
    .where('to_at', '>', act.recordedAt)
    .execute();
  refuseUnless(open.length > 0, 'no-break-glass');
  for (const { id, from_at } of open) {
    // One that was begun this very moment still lasted: an interval is never empty.
    const to = act.recordedAt > from_at ? act.recordedAt : addMinutes(from_at, 1);
    await tx
      .updateTable('break_glass')
      .set({ to_at: to })
      .where('id', '=', id)
      .where('to_at', '>', to)
      .execute();
  }
  act.touches('operator', header.operatorId);
  return { actId: act.id };
};

/** The ones that nobody has looked at, and all since a moment; each with how many acts were made under it. */
export const listBreakGlasses: QueryHandler<'people.breakGlasses'> = async (db, { since }) => {
  const rows = await db
    .selectFrom('break_glass')
    .innerJoin('operator', 'operator.id', 'break_glass.operator_id')
    .leftJoin('operator as seer', 'seer.id', 'break_glass.seen_by')
    .selectAll('break_glass')
    .select(['operator.name', 'seer.name as seer'])
    .select((select) =>
      select
        .selectFrom('act')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('act.operator_id', '=', 'break_glass.operator_id')
        .whereRef('act.recorded_at', '>=', 'break_glass.from_at')
        .whereRef('act.recorded_at', '<', 'break_glass.to_at')
        .whereRef('act.seq', '<>', 'break_glass.recorded_by')
        .as('acts'),
    )
    .where((where) =>
      where.or([
        where('break_glass.seen_at', 'is', null),
        ...(since ? [where('break_glass.from_at', '>=', since)] : []),
      ]),
    )
    .orderBy('break_glass.from_at', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, operatorId: row.operator_id, name: row.name, reason: row.reason },
    ...{ from: row.from_at, to: row.to_at, acts: Number(row.acts ?? 0) },
    seen: row.seer !== null && row.seen_at !== null ? { who: row.seer, at: row.seen_at } : null,
  }));
};

/** Somebody else has looked at it. Nothing is approved by that, and nothing undone. */
export const seeBreakGlass: CommandHandler<'people.seeBreakGlass'> = async (tx, { id, act: header }, act) => {
  const glass = await tx
    .selectFrom('break_glass')
    .select(['operator_id', 'seen_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  refuseUnless(glass !== undefined && glass.seen_at === null, 'no-break-glass');
  refuseUnless(glass.operator_id !== header.operatorId, 'own-break-glass');
  await tx
    .updateTable('break_glass')
    .set({ seen_by: header.operatorId, seen_at: act.recordedAt })
    .where('id', '=', id)
    .execute();
  act.touches('operator', glass.operator_id);
  return { actId: act.id };
};
