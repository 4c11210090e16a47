import type { LabField } from '#shared/contract/lab-row.ts';
import { cellText, isBlank, type SheetRow } from '../spreadsheets/cell.ts';

import {
  compactHeading,
  HEADING_JOINT,
  headingKey,
  LONGEST_HEADING,
  type Meaning,
} from '../spreadsheets/heading-text.ts';
import type { ColumnGuess, ListKind, RememberedMapping } from '../spreadsheets/list-kind.ts';

type Rule = readonly [pattern: RegExp, field: LabField | null, weight?: number];

/** In order; the first that fits decides. Texts come without blanks and signs, in lower case. */
const RULES: readonly Rule[] = [
  [/^(序号|序|编号|行号|no|nr|number|item|index|sn|well|孔位|孔号|板号|位置|position)$/, 'ignored', 1],
  [
    /采样(人|员|者|机构|单位|地点|点|部位)|(送检|检测|检验|报告|审核)(人|者|员|单位|机构|医生|医师)|sampl(ed|ing)?(by|site|type)|tester|reportedby|reviewer|operator/,
    null,
  ],
  [/(样本|样品|标本|检体)(类型|种类|性状|状态)|specimentype|sampletype/, null],
  [/内(参|标)|internalcontrol|^ic|rnase?p|^rp/, null],
  [/单采|混采|单混|混检|管(型|类)|几?合一|采样方式|检测方式|pool|tubetype/, 'tube', 1],
  [/orf|1ab|开放阅读框|rdrp/, 'orf', 1],
  [
    /(^|[^a-z])n(基因|gene|ct|蛋白)|^n$|^n(ct|gene|ctvalue|cq)|^n(基因)?ct值?$|核衣壳|nucleocapsid|^ct值?n$|^(ct|cq)(of)?n(gene)?$/,
    'n',
    1,
  ],
  [
    /采样(日期|时间|时刻|日|时)|采集(日期|时间)|取样时间|(sampl|collect)[a-z]*(date|time|on|at)|(date|time)of(sampl|collect)|sampledat|^collected$|^sampled$/,
    'sampledAt',
    1,
  ],
  [
    /(报告|审核|发布|出具|签发|检测|检验|检出|完成)(日期|时间|日)|report[a-z]*(date|time|on|at)|(result|test)[a-z]*(date|time)|^reported$|^tested$/,
    'reportedAt',
    1,
  ],
  [/(接收|收样|送检|登记|录入|打印|上机|扩增)(日期|时间)|receiv|print/, null],
  [/条码|条形码|试管码|试管号|采样管|管码|管号|barcode|tubeno|tubeid|tubenumber/, 'barcode', 1],
  [
    /(样本|样品|标本|检体)(编?号|号码|码|id|no)|^(样本|样品|标本)$|(sample|specimen|accession|lab)(id|no|number|code|num)|^(sample|specimen|accession)$/,
    'barcode',
    0.9,
  ],
  [/证件(类|种)|documenttype|idtype/, null],
  [
    /身份证|证件号|证件号码|公民身份|身份号|证照号|护照|通行证|^证件$|^证号|idcard|nationalid|identity|passport|^id(no|number|num)?$|(document|doc)(no|num|number|id)/,
    'document',
    1,
  ],
  [
    /(受检|被检|采样对象|患者|病人|被采样|受试).{0,2}(姓名|人|者)|姓名|^名字$|patientname|fullname|^name$|^patient$|nameof/,
    'name',
    1,
  ],
  [/拼音|pinyin/, 'name', 0.4],
  [
    /检测结果|检验结果|核酸结果|最终结果|结果(判定|判读|解释)?$|结论|判定|判读|定性|^结果|^(final)?result$|interpretation|conclusion|outcome|testresult|qualitative/,
    'result',
    1,
  ],
  [/备注|说明|remark|note|comment/, null],
];

/** The meaning of a heading of a laboratory's list; null where it has none that is known. */
export function meaningOfLabHeading(heading: string): Meaning<LabField> | null {
  if (heading.trim() === '' || heading.length > LONGEST_HEADING * 2) return null;
  const parts = heading.split(HEADING_JOINT);
  const texts = parts.length === 1 ? parts : [parts.join(''), parts.at(-1) ?? ''];
  for (const text of texts) {
    if (text.length > LONGEST_HEADING) continue;
    const core = compactHeading(text.normalize('NFKC').replace(/[()[\]【】〔〕]/g, ''));
    const rule = RULES.find(([pattern]) => pattern.test(core));
    if (rule) return { field: rule[1], weight: rule[1] === null ? 0 : (rule[2] ?? 1), foreign: false };
  }
  return null;
}

const EXAMPLES = 3;

function examplesOf(rows: readonly SheetRow[], position: number): string[] {
  const examples: string[] = [];
  for (const row of rows) {
    const cell = row.cells[position];
    if (cell === undefined || isBlank(cell)) continue;
    examples.push(cellText(cell).slice(0, 60));
    if (examples.length >= EXAMPLES) break;
  }
  return examples;
}

/** What each column means: as a person once said, else by its heading. Never two columns for one field. */
function matchLabHeadings(
  headings: readonly string[],
  rows: readonly SheetRow[],
  remembered: RememberedMapping<LabField>,
): ColumnGuess<LabField>[] {
  const guesses = headings.map((heading, position) => {
    const chosen = heading === '' ? undefined : remembered[headingKey(heading)];
    const meaning = chosen ? null : meaningOfLabHeading(heading);
    const field = chosen ?? meaning?.field ?? null;
    return {
      position,
      heading,
      field,
      chosen: chosen !== undefined,
      score: chosen ? 2 : (meaning?.weight ?? 0),
    };
  });
  const best = new Map<LabField, (typeof guesses)[number]>();
  for (const guess of guesses) {
    if (guess.field === null || guess.field === 'ignored') continue;
    if (guess.score > (best.get(guess.field)?.score ?? 0)) best.set(guess.field, guess);
  }
  return guesses.map(({ position, heading, field, chosen, score }) => {
    const holds = field !== null && (field === 'ignored' || best.get(field)?.position === position);
    return {
      position,
      heading,
      field: holds ? field : null,
      source: holds ? (chosen ? 'remembered' : 'guessed') : 'none',
      byContent: false,
      confidence: holds ? Math.min(1, score) : 0,
      examples: examplesOf(rows, position),
    };
  });
}

const RESULT_FIELDS: ReadonlySet<LabField | null> = new Set<LabField>(['orf', 'n', 'result']);
const WHOSE_FIELDS: ReadonlySet<LabField | null> = new Set<LabField>(['barcode', 'document', 'name']);

export interface LabColumnMeaning {
  readonly position: number;
  readonly heading: string;
  readonly field: LabField | null;
}

const positionsOf = (columns: readonly LabColumnMeaning[]): number[] =>
  columns.flatMap(({ field, position }) => (field !== null && field !== 'ignored' ? [position] : []));

const NOBODY =
  /^(合计|总计|小计|共计|以下空白|以下无正文|备注|说明|注|审核|检测|检验|报告|制表|签|total|end|signature|note|reviewed|approved)/i;

/**
 * Rows below the headings that say anything about a tube or a person. Left out: empty lines, a heading that is
 * repeated on every page, totals and signatures: lines with neither a barcode nor a document nor a result.
 */
export function linesOf(rows: readonly SheetRow[], columns: readonly LabColumnMeaning[]): SheetRow[] {
  const positions = positionsOf(columns);
  const certain = columns.flatMap(({ field, position }) =>
    field === 'document' || field === 'orf' || field === 'n' || field === 'result' ? [position] : [],
  );
  const headings = new Map(columns.map(({ position, heading }) => [position, headingKey(heading)]));
  return rows.filter(({ cells }) => {
    const filled = positions.filter((position) => !isBlank(cells[position]));
    if (filled.length === 0) return false;
    const repeats = filled.filter(
      (position) => headingKey(cellText(cells[position])) === headings.get(position),
    ).length;
    if (repeats >= 2) return false;
    const first = cells.find((cell) => !isBlank(cell));
    const foot =
      filled.every((position) => !certain.includes(position)) && NOBODY.test(cellText(first).trim());
    return !foot;
  });
}

/** A list of results: whose, and at least a Ct or a result. */
export const LAB_LIST: ListKind<LabField> = {
  meaningOf: meaningOfLabHeading,
  matchHeadings: matchLabHeadings,
  keys: ['barcode', 'document', 'name'],
  tells: (columns) =>
    columns.some(({ field }) => RESULT_FIELDS.has(field)) &&
    columns.some(({ field }) => WHOSE_FIELDS.has(field)),
  tellsByContent: () => false,
  count: (rows, columns) => linesOf(rows, columns).length,
};
