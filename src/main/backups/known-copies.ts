import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BackupCopy } from '#shared/contract/backups.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { backupFolderOf, describeCopy, listCopies, targetFolderOf } from './backup-folder.ts';
import { readBackupSettings } from './backup-settings.ts';

/** Where this desk looks for copies of its ward. */
interface Whose {
  wardFile(): string;
  /** Null where no ward is open. */
  wardId(): string | null;
}

/** The copies that a person can choose from: the ward's own folder, the second target, and what was picked. */
export class KnownCopies {
  readonly #whose: Whose;
  /** Files that a person picked in the system's dialog; a page can name no others. */
  readonly #picked = new Set<string>();
  #listed: { look: string; copies: Promise<BackupCopy[]> } | null = null;

  constructor(whose: Whose) {
    this.#whose = whose;
  }

  async all(): Promise<BackupCopy[]> {
    const picked = await Promise.all([...this.#picked].map((file) => describeCopy(file, 'picked')));
    return [...(await this.own()), ...(await this.#atTarget()), ...picked.filter((copy) => copy !== null)];
  }

  /** Asked for after every act; the folder itself tells whether a file came or went. */
  own(): Promise<BackupCopy[]> {
    const folder = backupFolderOf(this.#whose.wardFile());
    const look = `${folder} ${statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0}`;
    if (this.#listed?.look !== look) this.#listed = { look, copies: listCopies(folder, 'first') };
    return this.#listed.copies;
  }

  async #atTarget(): Promise<BackupCopy[]> {
    const wardId = this.#whose.wardId() ?? (await this.own()).find(({ info }) => info)?.info?.wardId;
    const { target } = await readBackupSettings(this.#whose.wardFile());
    return target && wardId ? listCopies(targetFolderOf(target, wardId), 'second') : [];
  }

  /** The copy of the list that a page means. A terminal means any file. */
  async find(file: string, trustsPaths: boolean): Promise<BackupCopy> {
    const known = (await this.all()).find((copy) => copy.file === file);
    const copy = known ?? (trustsPaths ? await describeCopy(resolve(file), 'picked') : null);
    refuseUnless(copy !== null && copy !== undefined, 'no-such-file', () => ({ file }));
    return copy;
  }

  async pick(file: string): Promise<BackupCopy> {
    const copy = await describeCopy(file, 'picked');
    refuseUnless(copy !== null, 'not-a-backup', () => ({ file }));
    this.#picked.add(file);
    return copy;
  }
}
