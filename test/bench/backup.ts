import { rmSync } from 'node:fs';
import { runInThread } from '#main/backups/run-in-thread.ts';
import { ageIdentityOf, ageRecipientOf, newRecoverySecret } from '#main/keys/recovery-secret.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { watchTurns } from './event-loop.ts';
import { type Figure, noTimes, type Part, timed } from './figures.ts';
import { copyOf, type OldWard } from './old-ward.ts';

const THREAD = new URL('../../src/main/backups/backup-thread.ts', import.meta.url);
const AIM = 'nothing over 50 ms';

/** A copy of the whole ward in the thread that a window has for it, and what this thread notices of that. */
export async function measureBackup(oldWard: () => Promise<OldWard>): Promise<Part> {
  const { ward } = await oldWard();
  const { folder, file } = copyOf(ward.file);
  const run = runInThread(THREAD);
  const paper = newRecoverySecret();
  const figures: Figure[] = [];
  const during = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const took = noTimes();
    const watch = watchTurns();
    const value = await timed(took, work);
    figures.push({ what, ours: took });
    figures.push({ what: '… longest turn of the main thread', ours: await watch.end(), aim: AIM });
    return value;
  };
  const copy = async (recipient: string | null) => {
    const now = new Date().toISOString() as Instant;
    const keys = { secret: null, sealed: false, recipient };
    return run({ task: 'take', order: { wardFile: file, because: 'asked', now, keys, target: null } });
  };
  await during('a copy in the open, checked', () => copy(null));
  const sealed = await during('a copy sealed to the recovery key, checked', async () =>
    copy(await ageRecipientOf(paper)),
  );
  const order = {
    file: sealed.file,
    identity: ageIdentityOf(paper),
    secret: null,
    to: `${file}.drill`,
    keep: false,
  };
  await during('a drill: unsealed, read through, every invariant', () => run({ task: 'unpack', order }));
  await during('the check at start (quick_check)', () =>
    run({ task: 'check', order: { wardFile: file, key: null, deep: false } }),
  );
  await during('the weekly check (integrity_check)', () =>
    run({ task: 'check', order: { wardFile: file, key: null, deep: true } }),
  );
  rmSync(folder, { recursive: true });
  return { about: `copies of a ward of ${Math.round(sealed.info.bytes / 2 ** 20)} MB`, figures };
}
