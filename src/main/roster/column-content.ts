import type { RosterField } from '#shared/contract/roster-row.ts';
import { guessDocumentType, readDocument } from '#shared/rules/identity-document.ts';
import type { LocalDate } from '#shared/rules/instant.ts';
import { looksLikeChineseName } from '#shared/rules/person-name.ts';
import { readPhone } from '#shared/rules/phone.ts';
import {
  meansNothing,
  readAge,
  readClassification,
  readSex,
  readVaccineDoses,
} from '#shared/rules/ward-words.ts';
import { readWrittenDate } from '#shared/rules/written-date.ts';
import { type Cell, cellText, isBlank, type SheetRow } from '../spreadsheets/cell.ts';

/** Values looked at in each column. */
const SAMPLE = 60;

/** Only bounds birth dates here: whatever day it is, a roster's people were born before it. */
const FAR_AHEAD = '2199-12-31' as LocalDate;
const ANY_DAY = '2022-04-01' as LocalDate;

/** As much of a value as could be a name, a number or a word. */
const shown = (cell: Cell): string => cellText(cell).slice(0, 200);

/** The first values of a column that say something. `position` counts from 0. */
export function sampleOf(rows: readonly SheetRow[], position: number): Cell[] {
  const sample: Cell[] = [];
  for (const row of rows) {
    const cell = row.cells[position];
    if (cell === undefined || isBlank(cell) || meansNothing(shown(cell).slice(0, 40))) continue;
    sample.push(cell);
    if (sample.length >= SAMPLE) break;
  }
  return sample;
}

const isId = (text: string): boolean => {
  const type = guessDocumentType(text);
  return type !== 'passport' && type !== 'taiwan-permit' && readDocument(type, text, FAR_AHEAD).ok;
};

const isDay = (cell: Cell): boolean => cell.kind === 'date' || readWrittenDate(shown(cell), ANY_DAY) !== null;

/** Whether a value is what the field holds; fields of free text fit anything. */
const FITS: Partial<Record<RosterField, (cell: Cell) => boolean>> = {
  documentNumber: (cell) => /^[\p{L}\p{N}\s()'’.+-]{5,24}$/u.test(shown(cell)) && /\d/.test(shown(cell)),
  phone: (cell) => readPhone(shown(cell)).plausible,
  sex: (cell) => readSex(shown(cell)) !== null,
  classification: (cell) => readClassification(shown(cell)) !== null,
  age: (cell) => readAge(shown(cell)) !== null,
  vaccineDoses: (cell) => readVaccineDoses(shown(cell)) !== null,
  birthDate: (cell) => isDay(cell) || cell.kind === 'number',
  firstPositiveDate: (cell) => isDay(cell) || cell.kind === 'number',
  arrivedAt: (cell) => isDay(cell) || cell.kind === 'number' || /\d/.test(shown(cell)),
  name: (cell) => cell.kind === 'text' && !/^[\d\s.,/-]+$/.test(cell.text),
};

const share = (cells: readonly Cell[], fits: (cell: Cell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;

/** How much of a sample fits the field, 0 to 1; 1 for free text and for a column without any value. */
export function fitOf(field: RosterField, sample: readonly Cell[]): number {
  const fits = FITS[field];
  return fits === undefined || sample.length === 0 ? 1 : share(sample, fits);
}

/** Share of resident IDs and their like whose check character is right: hardly ever by chance. */
export const idShare = (sample: readonly Cell[]): number => share(sample, (cell) => isId(shown(cell)));

const isName = (cell: Cell): boolean => looksLikeChineseName(shown(cell));

/** Fields that a column shows by itself, with the share of its values that must; in order of certainty. */
const SELF_EVIDENT: readonly (readonly [RosterField, (sample: readonly Cell[]) => boolean])[] = [
  ['documentNumber', (sample) => idShare(sample) >= 0.5],
  ['phone', (sample) => share(sample, (cell) => /^1[3-9]\d{9}$/.test(readPhone(shown(cell)).phone)) >= 0.7],
  [
    'sex',
    (sample) => sample.length >= 2 && share(sample, (cell) => /^[男女]$/.test(shown(cell).trim())) >= 0.9,
  ],
  [
    'classification',
    (sample) =>
      sample.length >= 2 && share(sample, (c) => /^(无症状|轻|普通|重|mild|asympt)/i.test(shown(c))) >= 0.9,
  ],
  ['name', (sample) => share(sample, isName) >= 0.8 && new Set(sample.map(shown)).size > sample.length * 0.6],
];

/** What a column holds, going by its values alone; null where they could be anything. */
export function fieldByContent(sample: readonly Cell[]): RosterField | null {
  if (sample.length === 0) return null;
  return SELF_EVIDENT.find(([, shows]) => shows(sample))?.[0] ?? null;
}
