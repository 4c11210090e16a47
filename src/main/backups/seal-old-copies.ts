import { rename, rm } from 'node:fs/promises';
import { wipe } from '../keys/protection-leftovers.ts';
import { sealWhole } from './backup-file.ts';
import { infoFileOf, listCopies } from './backup-folder.ts';
import { syncFolder, temporaryIn, writeDurably } from './durable.ts';

/**
 * Once a ward has a recovery key, the copies from before lie in its folder in the open, secret and all. Each is sealed
 * to the key and the plain one overwritten. Kills do no harm: a copy is plain or sealed, and has its name throughout.
 */
export async function sealOldCopies(folder: string, wardId: string, recipient: string): Promise<number> {
  let sealed = 0;
  for (const { file, info, encrypted, damaged } of await listCopies(folder, 'first')) {
    if (encrypted || damaged || info?.wardId !== wardId) continue;
    const part = temporaryIn(folder, 'part');
    const plain = temporaryIn(folder, 'snapshot');
    try {
      const written = await sealWhole(file, part, recipient);
      await rename(file, plain);
      await rename(part, file);
      await syncFolder(folder);
      await writeDurably(
        infoFileOf(file),
        `${JSON.stringify({ ...info, ...written, encrypted: true }, null, 2)}\n`,
      );
      wipe(plain);
      sealed += 1;
    } finally {
      await rm(part, { force: true });
    }
  }
  return sealed;
}
