import ExcelJS from 'exceljs';

/**
 * The second working-out: who of the 996 may leave, from the spreadsheets alone, with nothing of the program in it.
 * Plain steps, so that a doctor who reads a little code can follow them. Times are the hospital's, as written.
 */
interface Sample {
  taken: number;
  negative: boolean;
}

const HOUR = 3_600_000;
/** `2022-04-07 06:40` as if it were UTC: only differences matter here. */
const clock = (text: string): number => Date.parse(`${text.trim().replace(' ', 'T')}:00Z`);

async function rowsOf(path: string): Promise<Record<string, unknown>[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error(path);
  const headings = Array.from(sheet.getRow(1).values as unknown[], String);
  const rows: Record<string, unknown>[] = [];
  for (let i = 2; i <= sheet.rowCount; i++) {
    const values = sheet.getRow(i).values as unknown[];
    rows.push(Object.fromEntries(headings.map((heading, column) => [heading, values[column]])));
  }
  return rows;
}

/** A Ct of 35 or more, or words and signs that say that nothing was found. */
const geneIsNegative = (cell: unknown): boolean => {
  if (typeof cell === 'number') return cell >= 35;
  const text = String(cell).trim();
  return text === '未检出' || text === 'Undet.' || text === '>40' || text === '—';
};

export async function readSpreadsheets(folder: string) {
  const people = (await rowsOf(`${folder}/intake-996.xlsx`)).map((row) => ({
    name: String(row.姓名),
    id: String(row.身份证号码),
    type: String(row.临床分型),
    arrived: (row.到达时间 as Date).getTime(),
  }));
  const samples = new Map<string, Sample[]>();
  for (const day of ['06', '07', '08']) {
    for (const row of await rowsOf(`${folder}/lab-results-2022-04-${day}.xlsx`)) {
      const owner = people.find(({ id }) => id === row.身份证号);
      const taken = clock(String(row.采样时间));
      // Somebody else's name, or taken before the arrival: a person has to look, so it does not count.
      if (!owner || owner.name !== row.姓名 || taken < owner.arrived) continue;
      const negative = geneIsNegative(row['ORF1ab Ct']) && geneIsNegative(row['N Ct']);
      samples.set(owner.id, [...(samples.get(owner.id) ?? []), { taken, negative }]);
    }
  }
  return { people, samples };
}

/** Names of those who may leave at a moment such as `2022-04-07 12:00`, and of all who were in the ward. */
export function workOut({ people, samples }: Awaited<ReturnType<typeof readSpreadsheets>>, at: string) {
  const now = clock(at);
  const here = people.filter(({ arrived }) => arrived <= now);
  const eligible = here.filter(({ id, type }) => {
    if (type !== '轻型' && type !== '无症状') return false;
    // Back from the latest sample: as long as they are negative, until one lies a day before the latest.
    const taken = (samples.get(id) ?? []).filter((one) => one.taken <= now).sort((a, b) => b.taken - a.taken);
    const latest = taken[0];
    for (const sample of taken) {
      if (!sample.negative || !latest) return false;
      if (latest.taken - sample.taken >= 24 * HOUR) return true;
    }
    return false;
  });
  const named = (list: typeof people) => list.map(({ id, name }) => `${id} ${name}`).sort();
  return { here: named(here), eligible: named(eligible) };
}
