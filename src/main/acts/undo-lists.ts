import type { Selectable } from 'kysely';
import type { ReleaseListId } from '#shared/contract/values.ts';
import type { Schema } from '../db/schema.ts';
import type { Fact, Facts } from './undo-facts.ts';
import { refuseLater, type Undoing } from './undo-refusals.ts';

type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;

/** Facts of one table with the columns that only this table has. */
const rowsOf = <Table extends 'release_bus' | 'release_member' | 'release_signature'>(facts: Fact[]) =>
  facts as unknown as Row<Table>[];

/**
 * What an undo must not do to a list of those who leave: change one that somebody signed since, take back a
 * signature by which people have left, let a signature hold again over other people than were signed for, or
 * leave more people on a bus than it has seats. The later act is named.
 */
export async function requireListsIntact(undoing: Undoing, recorded: Facts, replaced: Facts): Promise<void> {
  const changed = new Set(
    [recorded, replaced].flatMap((facts) =>
      rowsOf<'release_bus'>([...facts.release_bus, ...facts.release_member]).map(({ list_id }) => list_id),
    ),
  );
  for (const listId of changed) {
    await requireUnsigned(undoing, listId);
    await requireSeats(undoing, listId, recorded, replaced);
  }
  for (const { list_id } of rowsOf<'release_signature'>(recorded.release_signature))
    await requireNobodyLeft(undoing, list_id);
  for (const signature of rowsOf<'release_signature'>(replaced.release_signature))
    await requireSameList(undoing, signature);
}

async function requireUnsigned(undoing: Undoing, listId: ReleaseListId): Promise<void> {
  const signed = await undoing.tx
    .selectFrom('release_signature')
    .select('recorded_by')
    .where('list_id', '=', listId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  if (signed) await refuseLater(undoing, signed.recorded_by);
}

async function requireNobodyLeft(undoing: Undoing, listId: ReleaseListId): Promise<void> {
  const left = await undoing.tx
    .selectFrom('discharge_basis')
    .select('recorded_by')
    .where('list_id', '=', listId)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  if (left) await refuseLater(undoing, left.recorded_by);
}

async function requireSameList(undoing: Undoing, signature: Row<'release_signature'>): Promise<void> {
  for (const table of ['release_member', 'release_bus'] as const) {
    const since = await undoing.tx
      .selectFrom(table as 'release_bus')
      .select('recorded_by')
      .where('list_id', '=', signature.list_id)
      .where('recorded_by', '>', undoing.target.seq)
      .orderBy('recorded_by', 'desc')
      .executeTakeFirst();
    if (since) await refuseLater(undoing, since.recorded_by);
  }
  const other = await undoing.tx
    .selectFrom('release_signature')
    .select('recorded_by')
    .where('list_id', '=', signature.list_id)
    .where('operator_id', '=', signature.operator_id)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  if (other) await refuseLater(undoing, other.recorded_by);
}

/** Everybody who would have a seat afterwards has one in a bus that drives. */
async function requireSeats(
  undoing: Undoing,
  listId: ReleaseListId,
  recorded: Facts,
  replaced: Facts,
): Promise<void> {
  const members = await afterwards(undoing, 'release_member', listId, recorded, replaced);
  const buses = await afterwards(undoing, 'release_bus', listId, recorded, replaced);
  const seated = members.filter(({ bus_id, removed }) => bus_id !== null && removed === 0);
  for (const [busId, people] of Map.groupBy(seated, ({ bus_id }) => bus_id)) {
    const bus = buses.find(({ bus_id, cancelled }) => bus_id === busId && cancelled === 0);
    if (bus && people.length <= bus.seats) continue;
    const later = people.map(({ recorded_by }) => recorded_by).filter((seq) => seq > undoing.target.seq);
    const busSince = buses.find(({ bus_id }) => bus_id === busId)?.recorded_by;
    await refuseLater(undoing, Math.max(busSince ?? 0, ...later));
  }
}

async function afterwards<Table extends 'release_member' | 'release_bus'>(
  { tx }: Undoing,
  table: Table,
  listId: ReleaseListId,
  recorded: Facts,
  replaced: Facts,
): Promise<Row<Table>[]> {
  const open = await tx
    .selectFrom(table as 'release_bus')
    .selectAll()
    .where('list_id', '=', listId)
    .where('superseded_by', 'is', null)
    .execute();
  const going = new Set(recorded[table].map(({ id }) => id));
  const coming = rowsOf<'release_bus'>(replaced[table]).filter(({ list_id }) => list_id === listId);
  return [...open.filter(({ id }) => !going.has(id)), ...coming] as unknown as Row<Table>[];
}
