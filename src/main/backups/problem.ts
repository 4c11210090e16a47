import { Refusal } from '../ipc/refusal.ts';
import { BadCopy } from './check-copy.ts';

/** What kept a file from being written, in a word that is told: how much room, which check, or the system's own code. */
export function problemOf(error: unknown): string {
  if (error instanceof Refusal && error.code === 'backup-no-space')
    return `${error.params.free} MB < ${error.params.needed} MB`;
  if (error instanceof Refusal) return error.code;
  if (error instanceof BadCopy) return error.problem;
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
