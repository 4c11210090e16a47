import { isDeepStrictEqual } from 'node:util';
import type { ProtectionState } from '#shared/contract/protection.ts';
import { isLongEnough, LEAST_PASSPHRASE } from '#shared/rules/passphrase.ts';
import { wipe } from '../db/durable.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { isGenuine, type KeyFile, keysFileOf, writeKeyFile } from '../keys/key-file.ts';
import { isThere } from '../keys/keyring.ts';
import { keyFileBeside, keyFileIfReadable } from '../keys/keys-of-file.ts';
import { keysForSealingAnew } from '../keys/protect-ward.ts';
import { settleKeys } from '../keys/protection-leftovers.ts';
import { RecoveryOffers } from '../keys/recovery-offers.ts';
import type { RecoverySecret } from '../keys/recovery-secret.ts';
import { secretByMeans } from '../keys/unlock-ward.ts';
import { type Means, type Sealing, unlock, type WardKeys, withWrap } from '../keys/ward-keys.ts';
import { draftKeyOf, type WardSecret } from '../keys/ward-secret.ts';
import { wrapByKeyring } from '../keys/wraps.ts';
import { type DeskFolder, recoveryPaperOf, wardFileOf } from './folder.ts';

/** What one desk has in its hands to open sealed wards with. Secrets stay in this process's memory. */
export class DeskKeys {
  readonly offers = new RecoveryOffers();
  readonly #means: Means;
  #held: WardSecret | null = null;
  #changing: Promise<unknown> = Promise.resolve();

  constructor(means: Means) {
    this.#means = means;
  }

  /** The secret that opened the ward last; null where it was open, or never was. */
  get held(): WardSecret | null {
    return this.#held;
  }

  /** The secret of a sealed ward; null where it is open, and where nothing at hand opens it. */
  async secretOf(file: string): Promise<WardSecret | null> {
    const secret = await secretByMeans(file, this.#means, this.#held);
    if (secret) this.#held = secret;
    return secret;
  }

  /** Kept for the next opening. Where this PC has a keyring that does not know the ward yet, it does from now on. */
  async unlockWith(file: string, means: Means): Promise<boolean> {
    const secret = await secretByMeans(file, means);
    if (!secret) return false;
    this.#held = secret;
    await this.#remember(file, secret);
    return true;
  }

  /** As well as it can be: the ward opens now, whether or not the keyring takes its key or the disk its key file. */
  async #remember(file: string, secret: WardSecret): Promise<void> {
    try {
      const keyring = await this.#keyring();
      if (!keyring || (await secretByMeans(file, { keyring }))) return;
      await this.change(file, async (keys) => {
        if (!isGenuine(keys, secret)) throw new Refusal('ward-keys-damaged', { file: keysFileOf(file) });
        return withWrap({ file: keys, secret }, await wrapByKeyring(secret, keys.wardId, keyring));
      });
    } catch {
      // Asked for again at the next start; nothing is lost by that.
    }
  }

  /** What a ward is to be sealed with. Refuses a short passphrase, and none where there is no keyring. */
  async sealing(wanted: { offer: string; lastGroup: string; passphrase: string | null }): Promise<Sealing> {
    const keyring = await this.#keyring();
    const { passphrase } = wanted;
    refuseUnless(passphrase !== null || keyring !== null, 'passphrase-needed');
    if (passphrase !== null) this.insistOnLength(passphrase);
    const recovery = this.offers.noted(wanted);
    return { recovery, keyring: keyring ?? undefined, passphrase: passphrase ?? undefined };
  }

  insistOnLength(passphrase: string): void {
    refuseUnless(isLongEnough(passphrase), 'passphrase-short', () => ({ least: String(LEAST_PASSPHRASE) }));
  }

  /**
   * The keys of the ward that is open here and sealed, out of what its key file says; `current` is its passphrase, where it
   * has one. Whoever opened the desk with the paper, at a terminal, need not know it: that is what the paper is for.
   */
  async insistOnCurrent(file: string, keys: KeyFile, current: string | null): Promise<WardKeys> {
    const secret = this.#held;
    if (keys.protection !== 'sealed' || !secret) throw new Refusal('ward-not-protected');
    if (!isGenuine(keys, secret)) throw new Refusal('ward-keys-damaged', { file: keysFileOf(file) });
    const { recovery } = this.#means;
    const byPaper = recovery !== undefined && (await unlock(keys, { recovery })) !== null;
    if (!byPaper && keys.wraps.some(({ kind }) => kind === 'passphrase')) {
      const known = current !== null && (await unlock(keys, { passphrase: current }));
      refuseUnless(known !== false && known !== null, 'passphrase-wrong');
    }
    return { file: keys, secret };
  }

  /**
   * One change of the key file after the other, each of what the one before wrote: a wrap that somebody else put in must
   * not be lost. What another desk has written meanwhile is changed in its turn.
   */
  change(file: string, work: (now: KeyFile) => Promise<WardKeys>): Promise<void> {
    return this.whileUnchanged(async () => {
      for (;;) {
        const now = keyFileBeside(file);
        if (!now) throw new Refusal('ward-keys-missing', { file: keysFileOf(file) });
        const next = await work(now);
        if (isDeepStrictEqual(keyFileBeside(file), now)) return writeKeyFile(keysFileOf(file), next.file);
      }
    });
  }

  /** Does something in its turn with the changes of the key file. */
  whileUnchanged<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#changing.then(work);
    this.#changing = mine.catch(() => undefined);
    return mine;
  }

  /** What the ward is sealed with anew for another paper: the ways that open it now, except the paper of before. */
  async sealedAnew(file: string, current: string | null, recovery: RecoverySecret): Promise<WardKeys> {
    const there = keyFileBeside(file);
    if (!there) throw new Refusal('ward-keys-missing', { file: keysFileOf(file) });
    const now = await this.insistOnCurrent(file, there, current);
    const has = (kind: string) => there.wraps.some((wrap) => wrap.kind === kind);
    const keyring = has('keyring') ? ((await this.#keyring()) ?? undefined) : undefined;
    const passphrase = has('passphrase') ? (current ?? undefined) : undefined;
    return keysForSealingAnew(now, { recovery, keyring, passphrase });
  }

  /** After its file was sealed, however that ended: what opens what lies there now, and the offer that it was sealed with is done. */
  holdIfSealed(folder: DeskFolder, { secret }: WardKeys): void {
    const file = wardFileOf(folder);
    settleKeys(file);
    const keys = keyFileIfReadable(file);
    if (!keys || !isGenuine(keys, secret)) return;
    this.hold(secret);
    this.doneWithOffer(folder);
  }

  hold(secret: WardSecret): void {
    this.#held = secret;
  }

  /** The offered key was used, or is wanted no more: its paper must not lie on the disk. */
  doneWithOffer(folder: DeskFolder): void {
    this.offers.forget();
    wipe(recoveryPaperOf(folder.path));
  }

  async state(folder: DeskFolder): Promise<ProtectionState> {
    const keys = keyFileIfReadable(wardFileOf(folder));
    const ways = (['keyring', 'passphrase', 'recovery'] as const).filter((way) =>
      keys?.wraps.some(({ kind }) => kind === way),
    );
    const secret =
      keys?.protection === 'sealed' && this.#held && isGenuine(keys, this.#held) ? this.#held : null;
    const draftKey = secret && Buffer.from(draftKeyOf(secret)).toString('base64');
    const keyring = (await this.#keyring()) !== null;
    return { state: keys?.protection ?? null, ways, keyring, draftKey };
  }

  async #keyring() {
    const { keyring } = this.#means;
    return keyring && (await isThere(keyring)) ? keyring : null;
  }
}
