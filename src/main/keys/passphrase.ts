import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type * as Argon2 from '@node-rs/argon2';
import { z } from 'zod';

const { hashRaw } = createRequire(import.meta.url)('@node-rs/argon2') as typeof Argon2;

/**
 * Argon2id's parameters stand beside what was made with them, so that tomorrow's may be stronger. The bounds keep
 * a key file that somebody tampered with from taking all memory.
 */
export const argon2Parameters = z.strictObject({
  memoryKib: z.int().min(19_456).max(1_048_576),
  passes: z.int().min(1).max(16),
  lanes: z.int().min(1).max(16),
  salt: z.base64(),
});
type Argon2Parameters = z.infer<typeof argon2Parameters>;

/**
 * More than OWASP asks of a password that a server can lock (19 MiB, 2 passes): whoever stole the disk may try as often
 * as they like. 64 MiB and 3 passes are RFC 9106's choice for where memory is short; 0.14 s on the 2 cores of the bench.
 */
export const newArgon2Parameters = (): Argon2Parameters => ({
  memoryKib: 65_536,
  passes: 3,
  lanes: 1,
  salt: randomBytes(16).toString('base64'),
});

/** Off this thread. The same passphrase typed on another keyboard or system gives the same key (NFKC). */
export async function keyOfPassphrase(passphrase: string, argon2: Argon2Parameters): Promise<Uint8Array> {
  return hashRaw(passphrase.normalize('NFKC'), {
    // Argon2id; the package's own names are a const enum, which type stripping cannot read.
    algorithm: 2 as Argon2.Algorithm.Argon2id,
    memoryCost: argon2.memoryKib,
    timeCost: argon2.passes,
    parallelism: argon2.lanes,
    outputLen: 32,
    salt: Buffer.from(argon2.salt, 'base64'),
  });
}
