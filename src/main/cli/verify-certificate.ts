import { createPublicKey } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import type { OutputOf } from '#shared/contract/index.ts';
import { checkSignature } from '../papers/certificate-payload.ts';
import { Failure, wrongUse } from './output.ts';

type Checked = OutputOf<'papers.checkCertificate'>;

/**
 * `ward verify-certificate <code>`: with `--key`, the signature alone, anywhere and without a ward; else what the
 * ward of the data folder knows of it today. Exit code 0 for `valid`, 1 for every other verdict, 2 for wrong use.
 */
export async function checkCode(
  { code, key }: { code: string; key: string | undefined },
  askWard: (code: string) => Promise<Checked>,
): Promise<{ value: Checked; exitCode: number }> {
  if (code.trim() === '') throw wrongUse('verify-certificate <code | ->');
  const value = key === undefined ? await askWard(code) : bySignature(code, readKey(key));
  return { value, exitCode: value.verdict === 'valid' ? 0 : 1 };
}

/** A genuine signature says `valid` here: whether it was taken back since, only the ward that issued it knows. */
function bySignature(code: string, publicKey: string): Checked {
  const { verdict, parts } = checkSignature(code, [publicKey]);
  if (verdict === 'genuine') return { verdict: 'valid', reason: null, fields: parts?.fields ?? null };
  return { verdict, reason: null, fields: verdict === 'unknown-key' ? (parts?.fields ?? null) : null };
}

function readKey(file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Failure(1, 'no-such-file', { file });
  const pem = readFileSync(file, 'utf8');
  try {
    createPublicKey(pem);
  } catch {
    throw wrongUse(`--key ${file}: a public key in PEM`);
  }
  return pem;
}
