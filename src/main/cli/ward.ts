import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import type { Keyring } from '../keys/keyring.ts';
import { runCommand } from './commands.ts';
import { Failure, print, printFailure } from './output.ts';

/**
 * The contract from a terminal: for scripts, tests and machines without a display, beside an open window or
 * without one. Exit code 0 done, 1 refused, 2 wrong use.
 */
const program = new Command('ward')
  .description('方舱床位台 Fangcang Desk: the ward from a terminal')
  .option('--data <folder>', 'data folder; else $FANGCANG_DATA, else the platform’s')
  .option(
    '--passphrase-file <file>',
    'opens an encrypted ward; - reads standard input; else $FANGCANG_PASSPHRASE',
  )
  .option(
    '--recovery-key-file <file>',
    'opens an encrypted ward, or reads a copy, by the recovery key in it; - reads standard input',
  )
  .option('--json', 'answers and refusals as JSON')
  .option('--as <name>', 'who acts, where people sign in; the secret from --pin-file or $FANGCANG_PIN')
  .option('--pin-file <file>', 'file with the secret of --as; - reads standard input')
  .addOption(new Option('--lang <language>').choices(['zh-CN', 'en']).default('zh-CN'))
  .exitOverride()
  .showHelpAfterError();

const add = (usage: string, description: string) => program.command(usage).description(description);

add('init', 'creates an empty ward; refuses a folder that has one')
  .option('--layout <file>', 'a layout file, or the id of one that comes with the program', 'stadium-1200')
  .option('--name <name>', 'name of the hospital', '方舱医院')
  .option('--time-zone <zone>', 'IANA time zone', 'Asia/Shanghai')
  .option('--operator <name...>', 'people who work at the desks')
  .option('--anew', 'also where a ward was whose file is gone: its keys and copies stay as they are')
  .option('--open', 'not encrypted, for training; without it and without a passphrase the command says so');
add('protect', 'encrypts an open ward with a passphrase, and shows its recovery key once');
add(
  'import <kind> <file>',
  'import roster <file>: takes in a district’s list; import lab <file>: test results',
)
  .option('--dry-run', 'tells what it would do')
  .option('--arrived <time>', 'when they arrived, with its offset; else now, or as the file says');
add('allocate', 'beds for all who wait, each from their arrival or the time given')
  .option('--dry-run', 'tells what it would do')
  .option('--at <time>', 'from this time on');
add('census', 'who is where').option('--at <time>', 'at a past instant, with its offset');
add('eligibility', 'who may leave by the protocol in force, and why the others may not yet')
  .option('--at <time>', 'at an instant, with its offset; else now')
  .option('--stay <id>', 'one stay');
add('list <which>', 'list tomorrow: who leaves on a day, by district, street and bus, and who dropped off')
  .option('--day <date>', 'a day such as 2022-04-08; else tomorrow')
  .option('--at <time>', 'as it stands at an instant, with its offset; else now');
add(
  'report <kind>',
  'report discharges: who left in a period; daily: the figures of a cut-off; emt-mds, edxl-have: the day before a cut-off for other systems',
)
  .option('--from <time>', 'discharges: begin, with its offset')
  .option('--to <time>', 'discharges: end, not included')
  .option('--at <time>', 'daily, emt-mds, edxl-have: the cut-off, with its offset; else now')
  .option(
    '--version <n>',
    'daily: a signed version, or now: the figures as known now; else the version that stands',
  )
  .requiredOption(
    '--out <file>',
    '.xlsx or .csv; of daily also .pdf, .txt (to be read out) and .json; of edxl-have .xml',
  );
add('call <procedure> [json]', 'any procedure of the contract; - reads the input from standard input');
add('procedures', 'names of all procedures with JSON Schemas of input and output');
add('verify', 'checks the file and every invariant');
add(
  'verify-certificate <code>',
  'is this the code of a genuine certificate, and still true? - reads standard input',
).option('--key <file>', 'checks the signature alone by this public key, without any ward');
add('demo', 'made-up people and their history')
  .option('--patients <n>', 'in house at the end', Number, 860)
  .option('--days <d>', 'length of the history', Number, 10)
  .option('--seed <n>', 'the same seed makes the same ward', Number, 2022);

add('backup', 'copies the ward now, checks the copy, brings it to the second target').option(
  '--target <folder>',
  'from now on a folder on another disk gets every copy as well',
);
add('backups', 'the copies there are, newest first');
add('restore <file>', 'puts a copy in the place of the ward; the ward as it was is kept beside it').option(
  '--other-ward',
  'also where the copy is of another ward than the one in this folder',
);
add('drill [file]', 'makes a ward of a copy, the newest by default, checks it and tells how long it took');

let chosen: { name: string; args: string[]; options: Record<string, unknown> } | null = null;
for (const command of program.commands) {
  command.exitOverride().action((...given: unknown[]) => {
    const args = given.slice(0, -2).filter((value): value is string => typeof value === 'string');
    chosen = { name: command.name(), args, options: command.optsWithGlobals() };
  });
}

const GLOBAL = /^--(data|lang|as|pin-file|passphrase-file|recovery-key-file)$/;
const GLOBAL_WITH_VALUE = /^--(data|lang|as|pin-file|passphrase-file|recovery-key-file)=/;

/** Options may stand before or after the command, so that a script can put --data wherever it likes. */
function hoistGlobals(argv: readonly string[]): string[] {
  const globals: string[] = [];
  const rest: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (word === '--json' || GLOBAL_WITH_VALUE.test(word)) globals.push(word);
    else if (GLOBAL.test(word)) globals.push(word, argv[++i] ?? '');
    else rest.push(word);
  }
  return [...globals, ...rest];
}

/** Runs one command and prints its answer; the exit code. A `keyring` is what only the installed program has. */
export async function ward(words: readonly string[], keyring?: Keyring): Promise<number> {
  try {
    await program.parseAsync(hoistGlobals(words), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  if (!chosen) return 2;
  const { name, args, options } = chosen as {
    name: string;
    args: string[];
    options: Record<string, unknown>;
  };
  const style = {
    json: options.json === true,
    language: options.lang === 'en' ? ('en' as const) : ('zh-CN' as const),
  };
  try {
    const { value, exitCode } = await runCommand(
      name,
      args,
      options,
      style,
      () => readFileSync(0, 'utf8'),
      keyring,
    );
    print(name, value, style);
    return exitCode;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    printFailure(error, style);
    return error.exitCode;
  }
}

/** Whoever reads only the first lines (`| head`) has seen what they wanted. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Installed, the program calls it (start/run-ward.ts).
if (import.meta.main) process.exitCode = await ward(process.argv.slice(2));
