import type { Selectable } from 'kysely';
import type { RosterField } from '#shared/contract/roster-row.ts';
import type { RosterId, StayId } from '#shared/contract/values.ts';
import { holds } from '../db/as-of.ts';
import { inChunks } from '../db/chunks.ts';
import type { Schema } from '../db/schema.ts';
import type { Reads } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import type { KnownPerson } from './roster-context.ts';

export type Roster = Selectable<Schema['roster']>;

export async function requireRoster(db: Reads, id: RosterId): Promise<Roster> {
  const roster = await db.selectFrom('roster').selectAll().where('id', '=', id).executeTakeFirst();
  refuseUnless(roster !== undefined, 'no-such-roster');
  return roster;
}

/** What people have said about a roster since it came. */
export interface RosterDecisions {
  sheet: string | null;
  headingRow: number | null;
  columns: Map<number, RosterField | null>;
  edits: Map<number, { position: number; text: string }[]>;
  dropped: Set<number>;
  admitted: Map<number, { stayId: StayId; bed: { id: Schema['bed']['id']; code: string } | null }>;
}

export async function readDecisions(db: Reads, id: RosterId): Promise<RosterDecisions> {
  const choice = await db
    .selectFrom('roster_choice')
    .select(['sheet', 'heading_row'])
    .where('roster_id', '=', id)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();
  const columns = await db
    .selectFrom('roster_column')
    .select(['position', 'field'])
    .where('roster_id', '=', id)
    .where('superseded_by', 'is', null)
    .execute();
  const edits = new Map<number, { position: number; text: string }[]>();
  for (const { row, position, text } of await db
    .selectFrom('roster_edit')
    .select(['row', 'position', 'text'])
    .where('roster_id', '=', id)
    .where('superseded_by', 'is', null)
    .execute()) {
    edits.set(row, [...(edits.get(row) ?? []), { position, text }]);
  }
  const dropped = await db
    .selectFrom('roster_drop')
    .select('row')
    .where('roster_id', '=', id)
    .where('superseded_by', 'is', null)
    .execute();
  return {
    sheet: choice?.sheet ?? null,
    headingRow: choice?.heading_row ?? null,
    columns: new Map(columns.map(({ position, field }) => [position, field])),
    edits,
    dropped: new Set(dropped.map(({ row }) => row)),
    admitted: await readAdmitted(db, id),
  };
}

/** Rows that became stays which still hold; a stay that was taken back leaves its row to be admitted again. */
async function readAdmitted(db: Reads, id: RosterId): Promise<RosterDecisions['admitted']> {
  const rows = await db
    .selectFrom('roster_admission as r')
    .innerJoin('stay_period as p', 'p.stay_id', 'r.stay_id')
    .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'r.stay_id').on(holds('a', null)))
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .select(['r.row', 'r.stay_id', 'bed.id', 'bed.code'])
    .where('r.roster_id', '=', id)
    .where('r.superseded_by', 'is', null)
    .where('p.superseded_by', 'is', null)
    .execute();
  return new Map(
    rows.map(({ row, stay_id, id: bedId, code }) => [
      row,
      { stayId: stay_id, bed: bedId !== null && code !== null ? { id: bedId, code } : null },
    ]),
  );
}

export async function readRemembered(db: Reads): Promise<Record<string, RosterField>> {
  const rows = await db.selectFrom('heading_meaning').selectAll().execute();
  return Object.fromEntries(rows.map(({ heading, field }) => [heading, field]));
}

/** Everybody on record under one of these document numbers, by `type number`. */
export async function findKnown(db: Reads, numbers: readonly string[]): Promise<Map<string, KnownPerson>> {
  const known = new Map<string, KnownPerson>();
  for (const some of inChunks([...new Set(numbers)], 1000)) {
    const rows = await db
      .selectFrom('person')
      .innerJoin('stay', 'stay.person_id', 'person.id')
      .innerJoin('stay_period as p', 'p.stay_id', 'stay.id')
      .leftJoin('bed_assignment as a', (join) => join.onRef('a.stay_id', '=', 'stay.id').on(holds('a', null)))
      .leftJoin('bed', 'bed.id', 'a.bed_id')
      .select([
        'person.name',
        'person.document_type',
        'person.document_number',
        'stay.id',
        'p.to_at',
        'bed.code',
      ])
      .where('person.document_number', 'in', some)
      .where('p.superseded_by', 'is', null)
      .orderBy('p.from_at')
      .execute();
    for (const row of rows) {
      const key = `${row.document_type} ${row.document_number}`;
      if (known.get(key)?.inHouse) continue;
      known.set(key, { stayId: row.id, bed: row.code, name: row.name, inHouse: row.to_at === null });
    }
  }
  return known;
}
