import type { LabField } from '#shared/contract/lab-row.ts';
import type { LabColumn } from '#shared/contract/tests.ts';

/** A field belongs to one column: whichever had it before is not used any more. */
export function withColumn(
  columns: readonly LabColumn[],
  position: number,
  field: LabField | null,
): { position: number; field: LabField | null }[] {
  const chosen = columns.filter(({ source }) => source === 'chosen');
  const next = new Map(chosen.map((column) => [column.position, column.field]));
  for (const column of columns)
    if (field !== null && field !== 'ignored' && column.field === field) next.set(column.position, null);
  next.set(position, field);
  return [...next].map(([at, meaning]) => ({ position: at, field: meaning }));
}
