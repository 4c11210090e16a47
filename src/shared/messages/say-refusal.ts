import { ALLOCATION_REASON_CODES } from '../contract/allocation-reasons.ts';
import type { RefusalView } from '../contract/refusal.ts';
import { CLOSURE_REASONS } from '../contract/vocabulary.ts';
import { allocationReasonText } from './allocation-reasons.ts';
import { DOCUMENT_FAULTS } from './document-faults.ts';
import { fill, type Language, type Sentence } from './fill.ts';
import { LAB_FAULTS } from './lab-problems.ts';
import { REFUSALS } from './refusals.ts';
import { ROSTER_FAULTS } from './roster-issues.ts';
import { VOCABULARY } from './vocabulary.ts';

const within = (list: Record<string, Sentence>, key: string | undefined): Sentence | null =>
  key !== undefined && Object.hasOwn(list, key) ? (list[key] ?? null) : null;

/**
 * A refusal as a sentence. Parameters that are codes themselves (why a number is wrong, why a rule forbids a
 * bed, why a file cannot be read) become words of the same language first. `wordOf` may know more.
 */
export function sayRefusal(
  { code, params }: RefusalView,
  language: Language,
  wordOf: (name: string, value: string) => string = (_name, value) => value,
): string {
  const sentence = within(REFUSALS, code);
  if (!sentence) return code;
  const words = Object.entries(params).map(([name, value]) => [
    name,
    codeInWords(name, value, params, language) ?? readableTime(wordOf(name, value)),
  ]);
  return fill(sentence, language, { ...Object.fromEntries(words), ...inLanguage(params, language) });
}

/** A parameter that is a sentence itself comes in both languages, as `why.zh` and `why.en`. */
function inLanguage(params: RefusalView['params'], language: Language): RefusalView['params'] {
  const suffix = language === 'en' ? '.en' : '.zh';
  const mine = Object.entries(params).filter(([name]) => name.endsWith(suffix));
  return Object.fromEntries(mine.map(([name, value]) => [name.slice(0, -suffix.length), value]));
}

function codeInWords(
  name: string,
  value: string,
  params: RefusalView['params'],
  language: Language,
): string | null {
  if (name === 'problem') {
    const document = within(DOCUMENT_FAULTS, value);
    if (document) return fill(document, language);
    const reason = ALLOCATION_REASON_CODES.find((one) => one === value);
    if (reason) return allocationReasonText({ code: reason, params }, language);
    const fault = within(ROSTER_FAULTS, value);
    if (fault) return fill(fault, language, params);
  }
  if (name === 'fault') {
    const fault = within(LAB_FAULTS, value);
    if (fault) return fill(fault, language, params);
  }
  if (name === 'reason') {
    const closure = CLOSURE_REASONS.find((one) => one === value);
    if (closure) return fill(VOCABULARY.closureReason[closure], language);
  }
  return null;
}

const readableTime = (value: string): string =>
  value.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}$/, '$1 $2');
