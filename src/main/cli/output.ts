import { statSync } from 'node:fs';
import type { RefusalView } from '#shared/contract/refusal.ts';
import { fill, type Language, type Sentence } from '#shared/messages/fill.ts';
import { REFUSALS } from '#shared/messages/refusals.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';

export interface Style {
  json: boolean;
  language: Language;
}

/** Ends a command: 1 the ward refused, 2 the command was used wrongly. */
export class Failure extends Error {
  readonly exitCode: 1 | 2;
  readonly view: { code: string; params: Record<string, string> };

  constructor(exitCode: 1 | 2, code: string, params: Record<string, string> = {}) {
    super(code);
    this.exitCode = exitCode;
    this.view = { code, params };
  }
}

export const refusal = (view: RefusalView): Failure => new Failure(1, view.code, view.params);
export const wrongUse = (problem: string): Failure => new Failure(2, 'wrong-use', { problem });

const sentenceOf = (view: RefusalView, language: Language): string =>
  Object.hasOwn(AT_TERMINAL, view.code)
    ? fill(AT_TERMINAL[view.code] ?? { zh: '', en: '' }, language)
    : Object.hasOwn(REFUSALS, view.code)
      ? sayRefusal(view, language)
      : `${view.code} ${view.params.problem ?? ''}`.trim();

/** Where the window's sentence points to what a terminal has not. */
const AT_TERMINAL: Record<string, Sentence> = {
  'unknown-operator': {
    zh: '没有说明是谁在操作：请加 --as <姓名>，或在输入的 act.operatorId 写明 ward.operators 里的一位。',
    en: 'It was not said who acts: add --as <name>, or name one of ward.operators in the input’s act.operatorId.',
  },
  'signer-no-person': {
    zh: '签署须由本人完成：请加 --as <姓名>，或在输入的 act.operatorId 写明 ward.operators 里的一位人员。',
    en: 'A signature needs a person: add --as <name>, or name a person of ward.operators in the input’s act.operatorId.',
  },
};

/** The answer on standard output. Without --json, people read it: the same fields, one a line. */
export function print(command: string, value: unknown, { json }: Style): void {
  if (value === undefined) return;
  const indent = json && command !== 'procedures' ? undefined : 2;
  process.stdout.write(`${JSON.stringify(value, null, indent)}\n`);
}

export function printFailure(failure: Failure, { json, language }: Style): void {
  const message = sentenceOf(failure.view, language);
  const line = json
    ? JSON.stringify({ error: { ...failure.view, message } })
    : `${message} (${failure.view.code})`;
  process.stderr.write(`${line}\n`);
}

export function printWarnings(warnings: readonly { code: string; message: string }[], { json }: Style): void {
  for (const warning of warnings)
    process.stderr.write(`${json ? JSON.stringify({ warning }) : `${warning.message} (${warning.code})`}\n`);
}

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
