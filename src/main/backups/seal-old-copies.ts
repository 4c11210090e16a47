import { renameSync, rmSync, statSync } from 'node:fs';
import type { BackupCopy } from '#shared/contract/backups.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { syncFolder, temporaryIn, wipe } from '../db/durable.ts';
import { requireSame, sealWhole } from './backup-file.ts';
import { freeName, infoFileOf, listCopies, writeInfo } from './backup-folder.ts';
import { requireSpace, SPARE_BYTES } from './free-space.ts';
import { isEncrypted } from './is-encrypted.ts';
import type { Each } from './seal-earlier.ts';

type Step = 'sealed' | 'described' | 'named' | 'wiped';

/**
 * Once a ward has a recovery key, the copies from before lie in its folder in the open, secret and all: each is sealed to
 * the key and the plain one overwritten, also those of which nothing is known and those that are damaged. The sealed one
 * gets a name of its own (USB disks know no second name for one file), and the plain one goes once that is on the disk:
 * killed at any step there is one of the two, whole. `reached` is told of each step. Answers how many there were.
 */
export async function sealOldCopies(
  folder: string,
  recipient: string,
  reached: (step: Step) => void = () => undefined,
  each: Each = async (_file, work) => work(),
): Promise<number> {
  const copies = await listCopies(folder, 'first');
  let sealed = 0;
  for (const copy of copies) {
    await each(copy.file, async () => {
      if (await isEncrypted(copy.file)) return;
      if (!copies.some((other) => isSealedTwin(other, copy)))
        await sealBeside(folder, copy, recipient, reached);
      wipe(copy.file);
      rmSync(infoFileOf(copy.file), { force: true });
      syncFolder(folder);
      reached('wiped');
      sealed += 1;
    });
  }
  return sealed;
}

/** Made by a run that was killed before it had overwritten the plain one. */
const isSealedTwin = ({ info, encrypted, damaged }: BackupCopy, plain: BackupCopy): boolean =>
  encrypted &&
  !damaged &&
  info !== null &&
  info.wardId === plain.info?.wardId &&
  info.number === plain.info.number &&
  info.takenAt === plain.info.takenAt;

async function sealBeside(
  folder: string,
  { file, info, takenAt, damaged, bytes }: BackupCopy,
  recipient: string,
  reached: (step: Step) => void,
): Promise<void> {
  await requireSpace(folder, bytes + SPARE_BYTES);
  const part = temporaryIn(folder, 'part');
  try {
    const written = await sealWhole(file, part, recipient);
    await requireSame(part, written);
    reached('sealed');
    const name = await freeName(folder, takenAt ?? instantFromMillis(Math.floor(statSync(file).mtimeMs)));
    // Of a damaged one it still says what it should have been, so that it goes on being told as damaged.
    if (info) writeInfo(name, { ...info, ...(damaged ? {} : written), encrypted: true });
    reached('described');
    renameSync(part, name);
    syncFolder(folder);
    reached('named');
  } finally {
    rmSync(part, { force: true });
  }
}
