import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import {
  contract,
  isProcedureName,
  type OutputOf,
  PROCEDURE_NAMES,
  type ProcedureName,
} from '#shared/contract/index.ts';
import { instantFromMillis, isTimeZone, parseInstant } from '#shared/rules/instant.ts';
import { createDemonstration, fillDemonstration } from '../demo/create-demonstration.ts';
import { type Desk, openDesk } from '../desk/desk.ts';
import { dataFolder, wardFileOf } from '../desk/folder.ts';
import { TERMINAL_OPERATOR } from '../setup/create-ward.ts';
import { Failure, refusal, type Style, wrongUse } from './output.ts';

type Options = Record<string, unknown>;
interface Answer {
  value: unknown;
  exitCode: number;
}
interface Terminal {
  desk: Desk;
  options: Options;
  style: Style;
  args: string[];
  standardInput: () => string;
}

const COMMANDS: Record<string, (terminal: Terminal) => Promise<Answer>> = {
  init,
  import: importFile,
  allocate,
  census: async (t) => done(await call(t, 'ward.census', { ...timeOption(t, 'at') })),
  report,
  call: callAny,
  procedures: async () => done(describeProcedures()),
  verify,
  demo,
};

const log = {
  defect: (_id: string, procedure: string, error: unknown) => {
    process.stderr.write(
      `${procedure}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  },
  slow: () => undefined,
};

export async function runCommand(
  name: string,
  args: string[],
  options: Options,
  style: Style,
  standardInput: () => string,
): Promise<Answer> {
  const command = COMMANDS[name];
  if (!command) throw wrongUse(name);
  const path = dataFolder(textOption(options, 'data'), process.env, process.platform);
  const desk = await openDesk({
    folder: { path, demo: false },
    clock: Date.now,
    log,
    version: 'terminal',
    runtime: `Node ${process.versions.node}`,
    trustsPaths: true,
  });
  try {
    return await command({ desk, options, style, args, standardInput });
  } finally {
    await desk.close();
  }
}

const done = (value: unknown): Answer => ({ value, exitCode: 0 });

/** Calls a procedure; commands get a header in the name of the terminal where the caller gave none. */
async function call<N extends ProcedureName>(
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

async function terminalOperator(desk: Desk): Promise<string> {
  const reply = await desk.call('ward.operators', {});
  if (!reply.ok) throw reply.kind === 'refused' ? refusal(reply.refusal) : new Failure(1, 'defect');
  const operators = reply.value as OutputOf<'ward.operators'>;
  const found = operators.find(({ name }) => name === TERMINAL_OPERATOR) ?? operators[0];
  if (!found) throw new Failure(1, 'unknown-operator');
  return found.id;
}

async function init(t: Terminal): Promise<Answer> {
  const layout = textOption(t.options, 'layout') ?? 'stadium-1200';
  const timeZone = textOption(t.options, 'timeZone') ?? 'Asia/Shanghai';
  if (!isTimeZone(timeZone)) throw wrongUse(`--time-zone ${timeZone}`);
  if (/[\\/]|\.json$/.test(layout) && !isFile(layout)) throw new Failure(1, 'no-such-file', { file: layout });
  const operators = t.options.operator;
  const hospital = await call(t, 'setup.create', {
    name: textOption(t.options, 'name') ?? '方舱医院',
    timeZone,
    layout: isFile(layout) ? { json: readFileSync(layout, 'utf8') } : { id: layout },
    zones: [],
    operators: Array.isArray(operators) ? operators : [],
  });
  const { beds } = await call(t, 'ward.census', {});
  return done({ ...hospital, beds: beds.total, folder: t.desk.folder.path });
}

async function importFile(t: Terminal): Promise<Answer> {
  const [kind, path] = t.args;
  if (kind !== 'roster' || path === undefined) throw wrongUse('import roster <file>');
  if (!isFile(path)) throw new Failure(1, 'no-such-file', { file: path });
  const file = { fileName: basename(path), base64: readFileSync(path).toString('base64') };
  const arrived = timeOption(t, 'arrived', 'arrivedAt');
  const { language } = t.style;
  if (t.options.dryRun === true)
    return done(await call(t, 'rosters.preview', { ...file, ...arrived, language }));
  const { rosterId } = await call(t, 'rosters.open', { ...file, ...arrived });
  const { actId: _act, stayIds: _stays, ...result } = await call(t, 'rosters.commit', { rosterId, language });
  return done(result);
}

async function allocate(t: Terminal): Promise<Answer> {
  const { actId: _act, ...result } = await call(t, 'allocation.run', {
    ...timeOption(t, 'at'),
    dryRun: t.options.dryRun === true,
  });
  return done(result);
}

async function report(t: Terminal): Promise<Answer> {
  if (t.args[0] !== 'discharges') throw wrongUse('report discharges --from … --to … --out …');
  const out = textOption(t.options, 'out') ?? '';
  const format = extname(out).slice(1).toLowerCase();
  if (format !== 'xlsx' && format !== 'csv') throw wrongUse('--out file.xlsx | file.csv');
  return done(
    await call(t, 'reports.dischargeFile', {
      ...timeOption(t, 'from'),
      ...timeOption(t, 'to'),
      format,
      language: t.style.language,
      madeBy: await terminalOperator(t.desk),
      file: resolve(out),
    }),
  );
}

async function callAny(t: Terminal): Promise<Answer> {
  const [name, given] = t.args;
  if (name === undefined) throw wrongUse('call <procedure> [json | -]');
  if (!isProcedureName(name)) throw new Failure(1, 'unknown-procedure', { name });
  const json = given === '-' ? t.standardInput() : (given ?? '{}');
  let input: unknown;
  try {
    input = JSON.parse(json);
  } catch (error) {
    throw wrongUse(`JSON: ${error instanceof Error ? error.message : '?'}`);
  }
  return done(await call(t, name, input));
}

function describeProcedures() {
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return PROCEDURE_NAMES.map((name) => {
    const { kind, summary, refusals, input, output } = contract[name];
    return {
      name,
      kind,
      summary,
      refusals,
      input: schemaOf(input, 'input'),
      output: schemaOf(output, 'output'),
    };
  });
}

async function verify(t: Terminal): Promise<Answer> {
  const value = await call(t, 'ward.verify', {});
  return { value, exitCode: value.clean ? 0 : 1 };
}

/** Creates a demonstration ward where the folder has none, fills an empty one, refuses one that has people. */
async function demo(t: Terminal): Promise<Answer> {
  const [patients, days, seed] = [t.options.patients, t.options.days, t.options.seed].map(Number);
  if (![patients, days, seed].every(Number.isInteger) || (patients ?? 0) < 1 || (days ?? 0) < 1) {
    throw wrongUse('--patients, --days: whole numbers from 1; --seed: a whole number');
  }
  const file = wardFileOf(t.desk.folder);
  const wanted = {
    patients: patients ?? 0,
    days: days ?? 1,
    seed: seed ?? 0,
    now: instantFromMillis(Date.now()),
    log,
  };
  if (!existsSync(file)) return done(await createDemonstration(file, wanted));
  const { patients: counts } = await call(t, 'ward.census', {});
  if (counts.admittedTotal > 0) throw new Failure(1, 'ward-exists', { folder: t.desk.folder.path });
  return done(await fillDemonstration(file, wanted));
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOption = (options: Options, name: string): string | undefined =>
  typeof options[name] === 'string' ? options[name] : undefined;

function timeOption({ options }: Terminal, name: string, as = name): Record<string, string> {
  const text = textOption(options, name);
  if (text === undefined) return {};
  if (parseInstant(text) === null)
    throw wrongUse(`--${name} ${text}: a time with its offset, 2022-04-05T12:00+08:00`);
  return { [as]: text };
}
