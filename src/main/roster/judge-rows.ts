import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { RosterField, RosterIssue } from '#shared/contract/roster-row.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { SheetRow } from '../spreadsheets/cell.ts';
import { dateOrders } from './date-order.ts';
import { findFamilies } from './find-families.ts';
import type { RosterTable } from './find-table.ts';
import { type MappedColumn, partRows } from './left-out-rows.ts';
import { type PersonReading, type Reading, readPerson } from './read-person.ts';
import { ArrivalReader } from './read-times.ts';
import { dateReferences, type RosterContext } from './roster-context.ts';
import { RowReader } from './row-reader.ts';
import { SamePerson } from './same-person.ts';

type Judgement = 'ready' | 'warning' | 'duplicate' | 'refused';

export interface JudgedRow {
  readonly row: number;
  /** `ready` and `warning` are admitted. */
  readonly status: Judgement;
  /** null where the row is refused; a duplicate has them. */
  readonly details: AdmissionDetails | null;
  readonly arrivedAt: Instant | null;
  readonly plate: string;
  /** The same text for all rows of a family within this file. */
  readonly familyKey: string | null;
  /** The stay of whoever is in house already, under the same name. */
  readonly inHouse: StayId | null;
  readonly issues: readonly RosterIssue[];
}

interface Judged {
  readonly row: number;
  readonly reader: RowReader;
  readonly person: PersonReading;
  readonly inHouse: StayId | null;
}

/** The worst that was said decides. */
function statusOf(issues: readonly RosterIssue[]): Judgement {
  const has = (severity: RosterIssue['severity']) => issues.some((issue) => issue.severity === severity);
  if (has('refused')) return 'refused';
  if (has('duplicate')) return 'duplicate';
  return has('warning') ? 'warning' : 'ready';
}

function columnsByField(columns: readonly MappedColumn[]): Map<RosterField, MappedColumn> {
  const byField = new Map<RosterField, MappedColumn>();
  for (const column of columns) {
    if (column.field !== null && column.field !== 'ignored' && !byField.has(column.field)) {
      byField.set(column.field, column);
    }
  }
  return byField;
}

function judgePeople(
  people: readonly SheetRow[],
  table: RosterTable,
  columns: readonly MappedColumn[],
  context: RosterContext,
): Judged[] {
  const references = dateReferences(table, columns, context);
  const arrivals = new ArrivalReader(context, references);
  const reading: Reading = { context, references, arrivals, date1904: table.date1904 };
  const byField = columnsByField(columns);
  const same = new SamePerson(context.known);
  const orders = dateOrders(people, columns);
  return people.map((row) => {
    const reader = new RowReader(row, byField, orders);
    const person = readPerson(reader, reading);
    const inHouse = same.check(reader, person);
    return { row: row.row, reader, person, inHouse };
  });
}

/** A later row of somebody is nobody's relative; whoever is in house already, from this file or not, still is. */
const countsInFamilies = ({ reader }: Judged): boolean =>
  !reader.issues.some(({ code }) => code === 'same-person-in-file');

/**
 * Judges every person of a list by its columns' meaning: who can be admitted, who is there twice, who must
 * be corrected first, and what to know about the others. Rows that are nobody (totals, signatures) are not
 * among the result. The order of the rows stays.
 */
export function judgeRows(
  table: RosterTable,
  columns: readonly MappedColumn[],
  context: RosterContext,
): JudgedRow[] {
  const { people } = partRows(table.rows, columns);
  const judged = judgePeople(people, table, columns, context);
  const families = findFamilies(judged.filter(countsInFamilies));
  return judged.map(({ row, reader, person, inHouse }) => {
    const missing = families.notFound.get(row);
    if (missing !== undefined && statusOf(reader.issues) !== 'duplicate') {
      const field = person.companions === '' ? 'remarks' : 'companions';
      reader.warn('companion-not-found', field, { name: missing });
    }
    const status = statusOf(reader.issues);
    const refused = status === 'refused';
    return {
      row,
      status,
      details: refused ? null : person.details,
      arrivedAt: refused ? null : person.arrivedAt,
      plate: person.plate,
      familyKey: families.keys.get(row) ?? null,
      inHouse,
      issues: reader.issues,
    };
  });
}
