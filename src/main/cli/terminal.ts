import { v7 as uuid } from 'uuid';
import { contract, type OutputOf, type ProcedureName } from '#shared/contract/index.ts';
import { parseInstant } from '#shared/rules/instant.ts';
import { codeOf } from '../db/sqlite-error.ts';
import { isOfDiskOrFile } from '../db/write-latch.ts';
import type { Desk } from '../desk/desk.ts';
import type { Means } from '../keys/ward-keys.ts';
import { TERMINAL_OPERATOR } from '../setup/create-ward.ts';
import { Failure, refusal, type Style, wrongUse } from './output.ts';

/** What a command has: the desk of its folder, what was typed behind its name, and how to answer. */
export interface Terminal {
  desk: Desk;
  options: Record<string, unknown>;
  style: Style;
  args: string[];
  standardInput: () => string;
  /** What was given to open a sealed ward with. */
  means: Means;
  /** As it was in the file that was named: of this ward, or of a copy's. */
  recoveryKey: string | null;
}

export interface Answer {
  value: unknown;
  exitCode: number;
  /** What is to be known beside the answer, on standard error: a script that reads the answer alone still shows it. */
  warnings?: readonly { code: string; message: string }[];
}

export const done = (value: unknown): Answer => ({ value, exitCode: 0 });

export const log = {
  defect: (_id: string, procedure: string, error: unknown) => {
    // Its sentence says what it is, and where it happened in the program helps nobody.
    if (isOfDiskOrFile(error) || (procedure === 'open' && codeOf(error) !== '')) return;
    process.stderr.write(
      `${procedure}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  },
  slow: () => undefined,
};

/** Calls a procedure; commands get a header in the name of the terminal where the caller gave none. */
export async function call<N extends ProcedureName>(
  { desk }: Terminal,
  name: N,
  input: unknown,
): Promise<OutputOf<N>> {
  const withHeader =
    contract[name].kind === 'command' && isRecord(input) && input.act === undefined
      ? { ...input, act: { key: uuid(), operatorId: await terminalOperator(desk) } }
      : input;
  const reply = await desk.call(name, withHeader);
  if (reply.ok) return reply.value as OutputOf<N>;
  throw reply.kind === 'refused' ? refusal(reply.refusal) : new Failure(1, 'defect', { problem: reply.id });
}

/** Whoever signed in; in a ward that asks nobody to, the terminal itself. */
export async function terminalOperator(desk: Desk): Promise<string> {
  const status = await desk.call('people.status', {});
  if (status.ok) {
    const { signedIn } = status.value as OutputOf<'people.status'>;
    if (signedIn) return signedIn.operatorId;
  }
  const reply = await desk.call('ward.operators', {});
  if (!reply.ok) throw reply.kind === 'refused' ? refusal(reply.refusal) : new Failure(1, 'defect');
  const operators = reply.value as OutputOf<'ward.operators'>;
  const found = operators.find(({ name }) => name === TERMINAL_OPERATOR) ?? operators[0];
  if (!found) throw new Failure(1, 'unknown-operator');
  return found.id;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOption = (options: Terminal['options'], name: string): string | undefined =>
  typeof options[name] === 'string' ? options[name] : undefined;

export function timeOption({ options }: Terminal, name: string, as = name): Record<string, string> {
  const text = textOption(options, name);
  if (text === undefined) return {};
  if (parseInstant(text) === null)
    throw wrongUse(`--${name} ${text}: a time with its offset, 2022-04-05T12:00+08:00`);
  return { [as]: text };
}
