import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import type { Keyring } from '../keys/keyring.ts';
import { type Chosen, commandLine, languageOf } from './command-line.ts';
import { runCommand } from './commands.ts';
import { Failure, print, printFailure, printWarnings } from './output.ts';

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

/**
 * The contract from a terminal: for scripts, tests and machines without a display, beside an open window or
 * without one. Runs one command and prints its answer; exit code 0 done, 1 refused, 2 wrong use.
 * A `keyring` is what only the installed program has.
 */
export async function ward(words: readonly string[], keyring?: Keyring): Promise<number> {
  const language = languageOf(words);
  const typed: Chosen[] = [];
  try {
    await commandLine(language, (one) => typed.push(one)).parseAsync(hoistGlobals(words), { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const [chosen] = typed;
  if (!chosen) return 2;
  const { name, args, options } = chosen;
  const style = { json: options.json === true, language };
  try {
    const { value, exitCode, warnings } = await runCommand(
      name,
      args,
      options,
      style,
      () => readFileSync(0, 'utf8'),
      keyring,
    );
    print(name, value, style);
    printWarnings(warnings ?? [], style);
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
