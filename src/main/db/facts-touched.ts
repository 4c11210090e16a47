import type { CompiledQuery, Expression, ExpressionBuilder, SqlBool } from 'kysely';
import type { Reads } from '../ipc/context.ts';
import { FACT_TABLES, type FactTable, type Schema } from './schema.ts';

/** Acts from the first to the last number, both included. */
export interface ActSpan {
  first: number;
  last: number;
}

/** An act writes into a few of some fifty tables: those are found in one question, put into words once. */
export async function factTablesTouchedBy(db: Reads, span: ActSpan): Promise<FactTable[]> {
  question ??= db.selectNoFrom((from) => FACT_TABLES.map((table) => asked(from, table))).compile();
  const bounds = FACT_TABLES.flatMap(() => [span.first, span.last, span.first, span.last]);
  const { rows } = await db.executeQuery<Record<string, SqlBool>>({ ...question, parameters: bounds });
  return FACT_TABLES.filter((table) => rows[0]?.[table] === 1);
}

let question: CompiledQuery | null = null;

const asked = <T extends FactTable>(from: ExpressionBuilder<Schema, never>, table: T) =>
  from
    .exists(
      from
        .selectFrom(table as 'bed_assignment')
        .select('id')
        .where((where) => touched(where, { first: 0, last: 0 })),
    )
    .as(table);

/** Recorded by one of the acts, or ended by one. */
export const touched = (
  where: ExpressionBuilder<Schema, 'bed_assignment'>,
  { first, last }: ActSpan,
): Expression<SqlBool> =>
  where.or([where.between('recorded_by', first, last), where.between('superseded_by', first, last)]);
