import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { headingKey } from './heading-words.ts';
import { judgeRoster } from './judge-roster.ts';
import { readDecisions, requireRoster } from './roster-repository.ts';
import { sourceOf } from './view-roster.ts';

/** Says where the list stands and what its columns mean; meanings are remembered for the next file. */
export const setHeadings: CommandHandler<'rosters.setHeadings'> = async (tx, input, act, context) => {
  const roster = await requireRoster(tx, input.rosterId);
  const before = await readDecisions(tx, roster.id);
  if (input.sheet !== undefined || input.headingRow !== undefined) {
    const open = await tx
      .selectFrom('roster_choice')
      .select('id')
      .where('roster_id', '=', roster.id)
      .where('superseded_by', 'is', null)
      .executeTakeFirst();
    if (open) await supersede(tx, 'roster_choice', open.id, act.seq);
    const sheet = input.sheet ?? before.sheet;
    const heading_row = input.headingRow ?? (input.sheet === undefined ? before.headingRow : null);
    await tx
      .insertInto('roster_choice')
      .values({ roster_id: roster.id, sheet, heading_row, recorded_by: act.seq })
      .execute();
  }
  for (const { position, field } of input.columns ?? []) {
    const open = await tx
      .selectFrom('roster_column')
      .select('id')
      .where('roster_id', '=', roster.id)
      .where('position', '=', position)
      .where('superseded_by', 'is', null)
      .executeTakeFirst();
    if (open) await supersede(tx, 'roster_column', open.id, act.seq);
    await tx
      .insertInto('roster_column')
      .values({ roster_id: roster.id, position, field, recorded_by: act.seq })
      .execute();
  }
  const { columns } = await judgeRoster(tx, sourceOf(roster), await readDecisions(tx, roster.id), context);
  for (const { heading, field, source } of columns) {
    if (source !== 'chosen' || heading === '') continue;
    const key = headingKey(heading);
    await tx.deleteFrom('heading_meaning').where('heading', '=', key).execute();
    if (field !== null) await tx.insertInto('heading_meaning').values({ heading: key, field }).execute();
  }
  act.touches('roster', roster.id);
  return { actId: act.id };
};

/** Types over cells of one row. What the file says stays in the file. */
export const editRow: CommandHandler<'rosters.editRow'> = async (tx, input, act) => {
  const roster = await requireRoster(tx, input.rosterId);
  for (const { position, text } of input.cells) {
    const open = await tx
      .selectFrom('roster_edit')
      .select(['id', 'text'])
      .where('roster_id', '=', roster.id)
      .where('row', '=', input.row)
      .where('position', '=', position)
      .where('superseded_by', 'is', null)
      .executeTakeFirst();
    if (open) await supersede(tx, 'roster_edit', open.id, act.seq);
    await tx
      .insertInto('roster_edit')
      .values({ roster_id: roster.id, row: input.row, position, text, recorded_by: act.seq })
      .execute();
  }
  act.touches('roster', roster.id);
  return { actId: act.id };
};

/** Puts a row aside, with a reason; undoing the act puts it back on the correction list. */
export const dropRow: CommandHandler<'rosters.dropRow'> = async (tx, input, act) => {
  const roster = await requireRoster(tx, input.rosterId);
  refuseUnless(act.reason !== '', 'reason-needed');
  const { dropped } = await readDecisions(tx, roster.id);
  if (!dropped.has(input.row)) {
    await tx
      .insertInto('roster_drop')
      .values({ roster_id: roster.id, row: input.row, recorded_by: act.seq })
      .execute();
  }
  act.touches('roster', roster.id);
  return { actId: act.id };
};
