import type { z } from 'zod';
import { backups } from '#shared/contract/backups.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Hospital } from '#shared/contract/setup.ts';
import { type Instant, instantFromMillis } from '#shared/rules/instant.ts';
import type { WardDb } from '../db/open.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { answerApart, refused } from '../ipc/replies.ts';
import type { CallOptions, RouterLog } from '../ipc/router.ts';
import { describeCopy } from './backup-folder.ts';
import { changeBackupSettings } from './backup-settings.ts';
import type { RunBackupTask } from './backup-tasks.ts';
import { goBack, whoIs } from './go-back.ts';
import type { BackupKeeper } from './keep-backups.ts';
import { drillBackup, type Opening, recoveryFrom } from './restore-backup.ts';
import type { BackupKeys } from './take-backup.ts';

type Names = keyof typeof backups;
/** Only the window's process has the system's dialogs. */
type InWindow = 'backups.chooseTarget';
type Input<N extends Names> = z.output<(typeof backups)[N]['input']>;
type Output<N extends Names> = z.output<(typeof backups)[N]['output']>;
type BackupHandlers = {
  [N in Exclude<Names, InWindow>]: (input: Input<N>, call: CallOptions) => Promise<Output<N>>;
};

/** The desk, as far as going back to a copy needs it. */
export interface BackedUpDesk {
  wardFile(): string;
  demo(): boolean;
  open(): { ward: WardDb; hospital: Hospital } | null;
  /** It is not open because something is being done to its file, and will be again in a moment. */
  changing(): boolean;
  /** Why it is not open, for whoever wanted something of it. */
  closed(): Refusal;
  keys(): BackupKeys;
  /** Which ward the key file says that it is; null where there is none. */
  wardIdBeside(): string | null;
  /** Throws the refusal of somebody who may not call this. */
  insistOnRights(name: Names, input: unknown, call: CallOptions): Promise<void>;
  /** Closes the ward, makes sure that nobody else has it open, does the work, and opens what is there then. */
  whileClosed<T>(work: () => T): Promise<T>;
}

export interface BackupsRouterOptions {
  keeper: BackupKeeper;
  desk: BackedUpDesk;
  run: RunBackupTask;
  clock: () => number;
  trustsPaths: boolean;
  log: RouterLog;
}

/** Answers the procedures of the copies, which have to be answered without a ward as well. */
export async function backupsRouter(
  options: BackupsRouterOptions,
  name: string,
  input: unknown,
  call: CallOptions,
): Promise<Reply> {
  const handlers = handlersOf(options);
  if (!Object.hasOwn(handlers, name))
    return refused(new Refusal('unknown-procedure', { name: name.slice(0, 80) }));
  const known = name as keyof typeof handlers;
  return answerApart(backups[known], { name, given: input, log: options.log }, async (parsed) => {
    await requireAccess(options.desk, known, call);
    const handler = handlers[known] as (given: unknown, call: CallOptions) => Promise<unknown>;
    return handler(parsed, call);
  });
}

/** What can be done about a ward that does not open, by whoever stands before it; see go-back.ts. */
const WITHOUT_A_WARD: readonly Names[] = [
  'backups.state',
  'backups.list',
  'backups.pick',
  'backups.drill',
  'backups.restore',
];

/**
 * Without a ward that opens nobody can be asked who they are. One that is let go of for a moment opens again: until then
 * nobody is taken for somebody who stands before a ward that does not.
 */
async function requireAccess(desk: BackedUpDesk, name: Names, call: CallOptions): Promise<void> {
  if (desk.open()) return desk.insistOnRights(name, {}, call);
  refuseUnless(name === 'backups.state' || !desk.changing(), 'ward-changing');
  if (!WITHOUT_A_WARD.includes(name)) throw desk.closed();
}

function handlersOf(options: BackupsRouterOptions): BackupHandlers {
  const { keeper } = options;
  const trusts = (call: CallOptions) => call.trustsPaths ?? options.trustsPaths;
  return {
    'backups.state': () => keeper.state(),
    'backups.list': () => keeper.copies.all(),
    'backups.take': async () => {
      const { file } = await keeper.take('asked');
      const copy = await describeCopy(file, 'first');
      if (!copy) throw new Error('the copy that was just made is gone');
      return copy;
    },
    'backups.setTarget': async ({ folder }, call) => {
      // A page may give the second target up, and name none.
      refuseUnless(folder === null || trusts(call), 'no-such-file', () => ({ file: '?' }));
      await keeper.setTarget(folder);
      return { folder };
    },
    'backups.pick': async ({ file }, call) => {
      if (file === undefined) return null;
      refuseUnless(trusts(call), 'no-such-file', () => ({ file: '?' }));
      return keeper.pick(file);
    },
    'backups.drill': async ({ file, recoveryKey }, call) => {
      const copy = await keeper.copies.find(file, trusts(call));
      return keeper.exclusively(async () => {
        const tried = await drillBackup(openingOf(options, copy.file, recoveryKey));
        const { facts, seconds, problems, checks } = tried;
        await changeBackupSettings(options.desk.wardFile(), {
          drill: { at: nowOf(options), takenAt: facts.takenAt, seconds, problems: problems.length },
        });
        return { facts, seconds, checks, problems };
      });
    },
    'backups.restore': async ({ file, recoveryKey, otherWard }, call) => {
      const copy = await keeper.copies.find(file, trusts(call));
      const opening = openingOf(options, copy.file, recoveryKey);
      return goBack(options, opening, otherWard, await whoIs(options, call));
    },
  };
}

const nowOf = ({ clock }: BackupsRouterOptions): Instant => instantFromMillis(clock());

function openingOf({ desk, run }: BackupsRouterOptions, file: string, typed: string | null): Opening {
  return { wardFile: desk.wardFile(), file, recovery: recoveryFrom(typed), secret: desk.keys().secret, run };
}
