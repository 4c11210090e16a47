import { supersede } from '../db/facts.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { headingKey } from '../spreadsheets/heading-text.ts';
import { judgeRoster, rowNumbersOf } from './judge-roster.ts';
import { type Roster, type RosterDecisions, readDecisions, requireRoster } from './roster-repository.ts';
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
  await requireOpenRow(tx, roster, await readDecisions(tx, roster.id), input.row);
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
  const decisions = await readDecisions(tx, roster.id);
  await requireOpenRow(tx, roster, decisions, input.row);
  if (!decisions.dropped.has(input.row)) {
    await tx
      .insertInto('roster_drop')
      .values({ roster_id: roster.id, row: input.row, recorded_by: act.seq })
      .execute();
  }
  act.touches('roster', roster.id);
  return { actId: act.id };
};

/** A row that the file has and that is nobody's stay yet: what is done to the others would reach nobody. */
async function requireOpenRow(
  tx: Tx,
  roster: Roster,
  decisions: RosterDecisions,
  row: number,
): Promise<void> {
  const admitted = decisions.admitted.get(row);
  if (admitted) {
    const { name } = await tx
      .selectFrom('stay')
      .innerJoin('person', 'person.id', 'stay.person_id')
      .select('person.name')
      .where('stay.id', '=', admitted.stayId)
      .executeTakeFirstOrThrow();
    throw new Refusal('row-admitted', { row: String(row), name, stayId: admitted.stayId });
  }
  const rows = await rowNumbersOf(tx, sourceOf(roster), decisions);
  refuseUnless(rows.has(row), 'no-such-row', () => ({ row: String(row) }));
}
