import { existsSync } from 'node:fs';
import type { Hospital } from '#shared/contract/setup.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import { headOf } from '../db/sealed-file.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import type { CallOptions } from '../ipc/router.ts';
import { keysFileOf } from '../keys/key-file.ts';
import { keyFileIfReadable } from '../keys/keys-of-file.ts';
import { unlock } from '../keys/ward-keys.ts';
import { readStanding } from '../people/access-repository.ts';
import { changeBackupSettings } from './backup-settings.ts';
import type { BackedUpDesk, BackupsRouterOptions } from './backups-router.ts';
import type { Restorer } from './note-restore.ts';
import { type Opening, prepareRestore, putInPlace } from './restore-backup.ts';
import { discardComing } from './swap-ward.ts';
import type { Unpacked } from './unpack-copy.ts';

type Options = Pick<BackupsRouterOptions, 'keeper' | 'desk' | 'run' | 'clock'>;

/**
 * The ward as it is now is copied first, if it can be; the copy is made a ward beside it, checked, and only then put in
 * its place. A ward that cannot be copied any more is no reason to keep it: all its files are set aside whole.
 */
export async function goBack(options: Options, opening: Opening, otherWard: boolean, who: Restorer) {
  const { keeper, desk } = options;
  const { wardFile } = opening;
  const owner = await requireOwner(options, opening);
  const present = desk.open()?.hospital ?? null;
  if (present) await keeper.take('restore').catch(() => null);
  return keeper.exclusively(async () => {
    const ready = await prepareRestore(opening);
    try {
      if (owner === 'by the copy') await requireOwnCopy(options, opening, ready);
      requireSameKind(ready, present, desk, otherWard);
      const at = instantFromMillis(options.clock());
      const { secret: held, recovery } = opening;
      const order = { wardFile, unpacked: ready, entry: { ...who, at }, held, recovery };
      await options.run({ task: 'makeReady', order });
      const newest = (await keeper.copies.all()).reduce(
        (most, { info }) => Math.max(most, info?.number ?? 0),
        0,
      );
      const aside = await desk.whileClosed(() => putInPlace(wardFile, at));
      const { takenAt } = ready.facts;
      await changeBackupSettings(wardFile, {
        restored: { at, takenAt, number: newest, aside: aside ?? '' },
        deepCheck: at,
      });
      const { facts, seconds, checks, problems } = ready;
      return { facts, seconds, checks, problems, aside };
    } finally {
      discardComing(wardFile);
    }
  });
}

/** Who restores, as the ward knew them before: the copy may be from before they came. */
export async function whoIs({ desk, clock }: Options, { actor }: CallOptions): Promise<Restorer> {
  const open = desk.open();
  const id = actor && actor !== 'desk' ? actor.operatorId : null;
  const person = open && id ? await readStanding(open.ward.read, id, instantFromMillis(clock())) : null;
  return { operatorId: id, who: person?.name ?? '', roles: person?.roles.join(' ') ?? '' };
}

function requireSameKind(
  { facts, demo }: Unpacked,
  present: Hospital | null,
  desk: BackedUpDesk,
  otherWard: boolean,
): void {
  refuseUnless(present ? present.demo === demo : demo || !desk.demo(), 'backup-demonstration');
  // A ward that does not open is known by its key file.
  const known = present?.wardId ?? desk.wardIdBeside();
  refuseUnless(known === null || known === facts.wardId || otherWard, 'backup-other-ward');
}

/**
 * A sealed ward that does not open is replaced by nobody who has not its recovery key, whatever this desk's keyring holds:
 * else whoever passes by puts another one in its place, and nurses type into that. The key opens the key file; where that is
 * gone or damaged too, the copy that it opens has to be this ward's own and sealed.
 */
async function requireOwner(
  options: Options,
  { wardFile, recovery }: Opening,
): Promise<'known' | 'by the copy'> {
  if (options.desk.open() || !(await isSealed(options, wardFile))) return 'known';
  const keys = keyFileIfReadable(wardFile);
  const isTheirs = async (): Promise<boolean> =>
    recovery !== null && (!keys || (await unlock(keys, { recovery }).catch(() => null)) !== null);
  refuseUnless(await isTheirs(), 'ward-locked', () => ({ file: wardFile }));
  return keys ? 'known' : 'by the copy';
}

/** By its key file; where that cannot be read by its own first bytes, and where those are gone too by its newest copy. */
async function isSealed(options: Options, file: string): Promise<boolean> {
  const keys = keyFileIfReadable(file);
  if (keys) return keys.protection === 'sealed';
  const head = existsSync(file) ? headOf(file, null) : null;
  if (head === 'plain' || head === 'sealed') return head === 'sealed';
  return (head !== null || existsSync(keysFileOf(file))) && (await newestOf(options))?.sealed === true;
}

async function requireOwnCopy(
  options: Options,
  { wardFile }: Opening,
  { facts, secret }: Unpacked,
): Promise<void> {
  const isOurs = secret !== null && existsSync(wardFile) && headOf(wardFile, secret) === 'ours';
  const isOwn = facts.sealed && (isOurs || (await newestOf(options))?.wardId === facts.wardId);
  refuseUnless(isOwn, 'ward-locked', () => ({ file: wardFile }));
}

const newestOf = async ({ keeper }: Options) =>
  (await keeper.copies.own()).find(({ info }) => info !== null)?.info ?? null;
