import type { FieldChange } from '../contract/stays.ts';
import type { TimeZone } from '../rules/instant.ts';
import { RIGHTS, ROLES } from '../rules/rights.ts';
import { changedFieldWord, changedValue, listed } from './changed-field-words.ts';
import { joined, wordOf } from './field-words.ts';
import { fill, type Language, type Sentence } from './fill.ts';
import { RIGHT_WORDS } from './rights.ts';
import { settingDifferences } from './setting-words.ts';

const CHANGE = { zh: '{{what}}：{{before}} → {{after}}', en: '{{what}}: {{before}} → {{after}}' } as const;
const EMPTY = { zh: '（空）', en: '(empty)' } as const;
const NO_MORE = { zh: '去掉 {{what}}', en: 'without {{what}}' } as const;
const NEW = { zh: '加上 {{what}}', en: 'with {{what}}' } as const;

/**
 * What an act changed, a line for each thing: `性别：男 → 女`. What it changed of many alike is told once. Times are those
 * of the hospital's clock.
 */
export const changeLines = (
  changes: readonly FieldChange[],
  language: Language,
  zone: TimeZone,
): string[] => [...new Set(changes.flatMap((change) => linesOf(change, language, zone)))];

function linesOf(change: FieldChange, language: Language, zone: TimeZone): string[] {
  const { field, before, after } = change;
  const settings = settingDifferences(field, before, after, language);
  if (settings) return settings.map((one) => line(fill(one.what, language), one.before, one.after, language));
  if (ROLES.some((one) => one === field)) return [rightsLine(change, language)];
  const say = (value: string | null) => changedValue(field, value, language);
  return [line(changedFieldWord(field, language, zone), say(before), say(after), language)];
}

const line = (what: string, before: string, after: string, language: Language): string =>
  fill(CHANGE, language, {
    ...{ what, before: before || fill(EMPTY, language), after: after || fill(EMPTY, language) },
  });

/** Only what came and went: a role has twenty rights. */
function rightsLine({ field, before, after }: FieldChange, language: Language): string {
  const [was, is] = [listed(before), listed(after)];
  const told = (kind: Sentence, rights: string[]) => {
    const words = rights.map((right) => wordOf(RIGHTS, RIGHT_WORDS, right, language));
    return words.length === 0 ? [] : [fill(kind, language, { what: joined(words, language) })];
  };
  const gone = told(
    NO_MORE,
    was.filter((right) => !is.includes(right)),
  );
  const come = told(
    NEW,
    is.filter((right) => !was.includes(right)),
  );
  return `${changedFieldWord(field, language)}${language === 'en' ? ': ' : '：'}${joined([...come, ...gone], language)}`;
}
