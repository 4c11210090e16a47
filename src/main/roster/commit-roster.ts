import type { Insertable } from 'kysely';
import type { RosterIssue } from '#shared/contract/roster-row.ts';
import type { ConvoyId, FamilyId, StayId } from '#shared/contract/values.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import type { Schema } from '../db/schema.ts';
import type { CommandHandler, Tx } from '../ipc/context.ts';
import { NothingRecorded, Refusal } from '../ipc/refusal.ts';
import { admit } from '../stays/admit-patient.ts';
import { joinFamily, newFamily } from '../stays/link-family.ts';
import { nextStayNumber } from '../stays/stay-repository.ts';
import { judgeRoster, resultOf } from './judge-roster.ts';
import type { JudgedRow } from './judge-rows.ts';
import { tidyPlate } from './read-person.ts';
import { type RosterDecisions, readDecisions, requireRoster } from './roster-repository.ts';
import { sourceOf, statusOf } from './view-roster.ts';

/**
 * Admits every row that is ready, in one transaction, each from their own arrival. Rows that are refused
 * stay on the correction list; rows admitted before are told as taken already and change nothing.
 */
export const commitRoster: CommandHandler<'rosters.commit'> = async (tx, input, act, context) => {
  const roster = await requireRoster(tx, input.rosterId);
  const decisions = await readDecisions(tx, roster.id);
  const judged = await judgeRoster(tx, sourceOf(roster), decisions, context);
  const convoys = await convoysByPlate(tx);
  const relatives = relativesByFamily(judged.rows, decisions);
  const families = new Map<string, FamilyId>();
  const rows: Pick<JudgedRow, 'status' | 'issues'>[] = [];
  const stayIds: StayId[] = [];
  const admissions: Insertable<Schema['roster_admission']>[] = [];
  let number = await nextStayNumber(tx);

  for (const [done, row] of judged.rows.entries()) {
    if (done % 50 === 0) context.progress({ step: 'admitting', done, total: judged.rows.length });
    const status = statusOf(row, decisions);
    if (status === 'admitted') {
      rows.push(takenAlready(row));
    } else if (status === 'dropped' || !row.details || !row.arrivedAt || row.status === 'duplicate') {
      rows.push(row);
    } else {
      try {
        const convoyId = roster.convoy_id ?? convoys.get(tidyPlate(row.plate)) ?? null;
        const familyId = row.familyKey === null ? null : await familyOf(row.familyKey);
        const arrival = {
          details: row.details,
          at: row.arrivedAt,
          zone: context.zone,
          act,
          convoyId,
          familyId,
          number,
        };
        const { stayId } = await admit(tx, arrival);
        admissions.push({ roster_id: roster.id, row: row.row, stay_id: stayId, recorded_by: act.seq });
        number += 1;
        stayIds.push(stayId);
        rows.push(row);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        rows.push(refusedAtAdmission(row, error));
      }
    }
  }
  for (const some of inChunks(admissions, 500))
    await tx.insertInto('roster_admission').values(some).execute();
  act.touches('roster', roster.id);
  const result = resultOf(rows, input.language);
  if (stayIds.length === 0) throw new NothingRecorded({ ...result, actId: null, stayIds });
  return { ...result, actId: act.id, stayIds };

  async function familyOf(key: string): Promise<FamilyId> {
    const known =
      families.get(key) ?? (await familyOfStays(tx, relatives.get(key) ?? [], act)) ?? (await newFamily(tx));
    families.set(key, known);
    return known;
  }
};

const wholeRow = (row: JudgedRow, issue: Pick<RosterIssue, 'severity' | 'code' | 'params'>): RosterIssue => ({
  row: row.row,
  column: '',
  field: null,
  ...issue,
});

const takenAlready = (row: JudgedRow) => ({
  status: 'duplicate' as const,
  issues: [wholeRow(row, { severity: 'duplicate', code: 'already-taken-from-this-file', params: {} })],
});

/** The stays that a family of the file has already: admitted from it earlier, or in house before it came. */
function relativesByFamily(rows: readonly JudgedRow[], { admitted }: RosterDecisions): Map<string, StayId[]> {
  const relatives = new Map<string, StayId[]>();
  for (const { row, familyKey, inHouse } of rows) {
    const stay = admitted.get(row)?.stayId ?? inHouse;
    if (familyKey !== null && stay !== null)
      relatives.set(familyKey, [...(relatives.get(familyKey) ?? []), stay]);
  }
  return relatives;
}

/** The family that these stays have; those of them without any join it. Families made by hand stay apart. */
async function familyOfStays(tx: Tx, stays: readonly StayId[], act: Act): Promise<FamilyId | null> {
  if (stays.length === 0) return null;
  const rows = await tx
    .selectFrom('stay')
    .select(['id', 'family_id'])
    .where('id', 'in', [...stays])
    .orderBy('number')
    .execute();
  const first = rows.find(({ family_id }) => family_id !== null) ?? rows[0];
  if (!first) return null;
  const alone = rows.filter(({ family_id }) => family_id === null).map(({ id }) => id);
  if (alone.length > 0) await joinFamily(tx, [...new Set([first.id, ...alone])], act);
  const joined = await tx
    .selectFrom('stay')
    .select('family_id')
    .where('id', '=', first.id)
    .executeTakeFirstOrThrow();
  return joined.family_id;
}

/** What the admission itself refuses and no look at the file could tell: refused before anything was written. */
function refusedAtAdmission(row: JudgedRow, { code, params }: Refusal) {
  const told =
    code === 'already-in-house' || code === 'already-waiting'
      ? ({ severity: 'duplicate', code, params } as const)
      : code === 'overlapping-stays'
        ? ({ severity: 'refused', code: 'stay-overlaps', params } as const)
        : ({
            severity: 'refused',
            code: 'document-invalid',
            params: { value: row.details?.documentNumber ?? '' },
          } as const);
  return {
    status: told.severity,
    issues: [...row.issues, wholeRow(row, { ...told, params: { ...told.params } })],
  };
}

/** Convoys that may be the one a row names by its plate. */
async function convoysByPlate(tx: Tx): Promise<Map<string, ConvoyId>> {
  const rows = await tx
    .selectFrom('convoy_fact')
    .select(['convoy_id', 'plate'])
    .where('superseded_by', 'is', null)
    .where('cancelled', '=', 0)
    .orderBy('expected_at')
    .execute();
  return new Map(rows.map(({ convoy_id, plate }) => [tidyPlate(plate), convoy_id]));
}
