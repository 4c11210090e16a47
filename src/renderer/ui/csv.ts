import { csvText } from '#shared/rules/csv-cell.ts';

/** A cell as it is shown. A count stays a number that can be summed; everything else stays the text it is. */
export const csvCell = (value: unknown, shown: string): string =>
  typeof value === 'number' && shown === String(value) ? shown : csvText(shown);
