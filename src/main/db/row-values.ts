/**
 * A row's values in the order of its columns, as digests are made of: without the empty ones at its end, so that a
 * column that a later step adds, which comes last and is empty in every older row, changes no digest.
 */
export function valuesOf(row: object): unknown[] {
  const values = Object.values(row);
  while (values.length > 0 && values.at(-1) === null) values.pop();
  return values;
}
