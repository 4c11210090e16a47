const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How many characters and records are looked at. */
const SAMPLE_CHARACTERS = 65_536;
const SAMPLE_RECORDS = 200;

type Counts = Record<Delimiter, number>;

/** Separators of each kind in each record, outside quotes. */
function countRecords(text: string): Counts[] {
  const records: Counts[] = [];
  let counts: Counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  let filled = false;
  let previous = '\n';
  for (const c of text.slice(0, SAMPLE_CHARACTERS)) {
    if (
      c === '"' &&
      (quoted || previous === '\n' || previous === ',' || previous === ';' || previous === '\t')
    ) {
      quoted = !quoted;
    } else if (c === '"' && previous === '"') {
      quoted = true;
    } else if (!quoted && c === '\n') {
      if (filled) records.push(counts);
      if (records.length >= SAMPLE_RECORDS) return records;
      counts = { ',': 0, ';': 0, '\t': 0 };
      filled = false;
    } else if (!quoted && (c === ',' || c === ';' || c === '\t')) {
      counts[c]++;
    }
    if (c !== '\n') filled = true;
    previous = c;
  }
  if (filled) records.push(counts);
  return records;
}

/**
 * The separator that cuts the records into the same number of fields most often. The full-width comma is
 * never one: addresses are written with it. Expects line ends as `\n`.
 */
export function detectDelimiter(text: string): Delimiter {
  const records = countRecords(text);
  const score = (delimiter: Delimiter): number => {
    const times = new Map<number, number>();
    for (const record of records) {
      const n = record[delimiter];
      if (n > 0) times.set(n, (times.get(n) ?? 0) + 1);
    }
    return Math.max(0, ...[...times].map(([n, rows]) => n * rows));
  };
  return DELIMITERS.reduce((best, next) => (score(next) > score(best) ? next : best), ',' as Delimiter);
}
