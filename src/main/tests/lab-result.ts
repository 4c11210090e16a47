import type { LabIssue, LabNote, LabProblem, LabResult } from '#shared/contract/lab-row.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import { LAB_NOTE_SENTENCES, LAB_PROBLEM_SENTENCES } from '#shared/messages/lab-problems.ts';
import type { LabRowFact } from './lab-file-repository.ts';
import type { LabFate } from './lab-types.ts';

interface Told {
  readonly row: number;
  readonly status: LabRowFact['status'];
  readonly barcode: string;
  readonly problem: LabProblem | null;
  readonly note: LabNote | null;
  readonly params: Readonly<Record<string, string>>;
}

const issueOf = (told: Told, language: Language): LabIssue[] => {
  const { row, params } = told;
  const shown = { barcode: told.barcode, ...params };
  if (told.status === 'quarantined' && told.problem !== null) {
    const message = fill(LAB_PROBLEM_SENTENCES[told.problem], language, shown);
    return [{ row, severity: 'quarantined', code: told.problem, params: shown, message }];
  }
  if (told.status === 'repeat') {
    const message = fill(LAB_NOTE_SENTENCES.repeat, language, shown);
    return [{ row, severity: 'duplicate', code: 'repeat', params: shown, message }];
  }
  if (told.note === null) return [];
  const message = fill(LAB_NOTE_SENTENCES[told.note], language, shown);
  return [{ row, severity: 'warning', code: told.note, params: shown, message }];
};

function sumUp(rows: readonly Told[], language: Language): LabResult {
  const count = (which: (told: Told) => boolean) => rows.filter(which).length;
  return {
    rows: rows.length,
    accepted: count(({ status }) => status === 'taken'),
    duplicates: count(({ status }) => status === 'repeat' || status === 'matched' || status === 'rejected'),
    refused: 0,
    quarantined: count(({ status }) => status === 'quarantined'),
    warned: count(({ status, note }) => status === 'taken' && note !== null),
    corrected: count(({ status, note }) => status === 'taken' && note === 'corrected'),
    issues: rows.flatMap((told) => issueOf(told, language)),
  };
}

/** What an import comes to. */
export const resultOfFates = (fates: readonly LabFate[], language: Language): LabResult =>
  sumUp(
    fates.map((fate) => ({
      row: fate.line.row,
      status: fate.status,
      barcode: fate.line.barcode,
      problem: fate.status === 'quarantined' ? fate.problem : null,
      note: fate.status === 'quarantined' ? null : fate.note,
      params: fate.params,
    })),
    language,
  );

/** What the same file comes to again: rows that were taken or solved are known, those in quarantine still wait. */
export const resultOfKnownFile = (rows: readonly LabRowFact[], language: Language): LabResult =>
  sumUp(
    rows.map((row) => ({
      row: row.row,
      status: row.status === 'taken' ? 'repeat' : row.status,
      barcode: row.barcode,
      problem: row.problem as LabProblem | null,
      note: null,
      params: row.status === 'taken' ? {} : (JSON.parse(row.params) as Record<string, string>),
    })),
    language,
  );
