import { statSync } from 'node:fs';
import type { RefusalView } from '#shared/contract/refusal.ts';
import type { Language } from '#shared/messages/fill.ts';
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
  Object.hasOwn(REFUSALS, view.code)
    ? sayRefusal(view, language)
    : `${view.code} ${view.params.problem ?? ''}`.trim();

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

export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
