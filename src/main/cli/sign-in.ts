import { readFileSync } from 'node:fs';
import type { OutputOf } from '#shared/contract/index.ts';
import { Failure, refusal, wrongUse } from './output.ts';
import { type Terminal, textOption } from './terminal.ts';

/**
 * Signs in whom `--as` names, with the secret of `--pin-file` or `$FANGCANG_PIN`: never one on the command line, which
 * everybody on the machine can read. Without `--as` nothing is done, and a ward in which people sign in refuses.
 */
export async function signInAs({ desk, options, standardInput }: Terminal): Promise<void> {
  const name = textOption(options, 'as');
  if (name === undefined) return;
  const file = textOption(options, 'pinFile');
  const secret = file === undefined ? process.env.FANGCANG_PIN : readSecret(file, standardInput);
  if (!secret) throw wrongUse('--as: the secret comes from --pin-file <file|-> or $FANGCANG_PIN');
  const status = await desk.call('people.status', {});
  if (!status.ok) throw status.kind === 'refused' ? refusal(status.refusal) : new Failure(1, 'defect');
  const { people } = status.value as OutputOf<'people.status'>;
  const person = people.find((one) => one.name === name);
  if (!person) throw refusal({ code: 'cannot-sign-in', params: { name } });
  const signed = await desk.call('people.signIn', { who: { operatorId: person.operatorId }, secret });
  if (!signed.ok) throw signed.kind === 'refused' ? refusal(signed.refusal) : new Failure(1, 'defect');
}

function readSecret(file: string, standardInput: () => string): string {
  try {
    return (file === '-' ? standardInput() : readFileSync(file, 'utf8')).trim();
  } catch {
    throw wrongUse(`--pin-file ${file}: cannot be read`);
  }
}
