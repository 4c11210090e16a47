import { type HomeTestResult, SYMPTOMS, type Symptom } from '#shared/contract/clinical-vocabulary.ts';
import type { HomeCheck } from '#shared/contract/home.ts';

/** A check as it is being typed. */
export interface CheckDraft {
  reached: boolean;
  temperature: string;
  symptoms: Symptom[];
  nat: HomeTestResult;
  note: string;
}

export const BLANK_CHECK: CheckDraft = {
  reached: true,
  temperature: '',
  symptoms: [],
  nat: 'none',
  note: '',
};

export const draftOf = (check: HomeCheck | undefined): CheckDraft =>
  check
    ? {
        reached: check.reached,
        temperature: check.temperature === null ? '' : check.temperature.toFixed(1),
        symptoms: [...check.symptoms],
        nat: check.nat,
        note: check.note,
      }
    : BLANK_CHECK;

/** `36.5`, `365`, `36.5℃`: °C; null for an empty field, undefined where it is no temperature of a person. */
export function readTemperature(text: string): number | null | undefined {
  const tidy = text
    .normalize('NFKC')
    .replace(/[°℃cC\s]/g, '')
    .replace(',', '.');
  if (tidy === '') return null;
  const match = /^(\d{2})\.?(\d?)$/.exec(tidy);
  if (!match) return undefined;
  const value = Number(`${match[1]}.${match[2] || '0'}`);
  return value >= 33 && value <= 43 ? value : undefined;
}

/** What is sent: nothing is known of somebody who was not reached. */
export function checkInput(draft: CheckDraft) {
  const { reached, nat, note } = draft;
  if (!reached) return { reached, temperature: null, symptoms: [], nat: 'none' as const, note: note.trim() };
  const temperature = readTemperature(draft.temperature) ?? null;
  return {
    ...{ reached, temperature, nat, note: note.trim() },
    symptoms: SYMPTOMS.filter((one) => draft.symptoms.includes(one)),
  };
}
