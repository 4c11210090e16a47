import type { DeskEvent } from '#shared/contract/bridge.ts';
import { contract, isProcedureName, type OutputOf, type ProcedureName } from '#shared/contract/index.ts';
import { TOPICS, type Topic } from '#shared/contract/procedure.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Hospital } from '#shared/contract/setup.ts';
import { instantFromMillis } from '#shared/rules/instant.ts';
import type { RunBackupTask } from '../backups/backup-tasks.ts';
import type { BackedUpDesk } from '../backups/backups-router.ts';
import { BackupKeeper } from '../backups/keep-backups.ts';
import { finishSwap } from '../backups/swap-ward.ts';
import { openWardFile, type WardDb } from '../db/open.ts';
import { isLeftOpen } from '../db/open-checked.ts';
import { WardFileError } from '../db/ward-file-error.ts';
import type { createDemonstration } from '../demo/create-demonstration.ts';
import { handlers } from '../handlers.ts';
import type { CallOptions, Router, RouterLog } from '../ipc/router.ts';
import { createRouter } from '../ipc/router.ts';
import type { WorkerCalls } from '../jobs/worker-calls.ts';
import type { Means } from '../keys/ward-keys.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { accessFor, namedIn } from '../people/access.ts';
import { DeskSessions } from '../people/desk-sessions.ts';
import { callSessions, isOfSessions } from '../people/sessions-router.ts';
import { setupRouter } from '../setup/setup-router.ts';
import {
  copyBeforeImport,
  copyBeforeMigration,
  IMPORTS,
  keysOf,
  problemOf,
  requireNobodyElse,
  runHere,
  writingStopped,
} from './desk-backups.ts';
import { DeskKeys } from './desk-keys.ts';
import { type DeskFolder, exportFolderOf, wardFileOf } from './folder.ts';

export interface DeskOptions {
  folder: DeskFolder;
  clock: () => number;
  log: RouterLog;
  version: string;
  runtime: string;
  /** What was cut off last. Left out: a terminal, which has no window and tells nobody. */
  mishap?: () => OutputOf<'setup.status'>['mishap'];
  /** A terminal names paths of its own; a window does not. */
  trustsPaths: boolean;
  /** Runs long procedures off this thread. Left out, they run here: in a terminal nobody waits for a frame. */
  worker?: (ward: WardOfWorker, publish: (topics: readonly Topic[]) => void) => WorkerCalls;
  publish?: (event: DeskEvent) => void;
  /** Copies, restores and checks the ward off this thread. Left out, that is done here. */
  runBackup?: RunBackupTask;
  /** What a sealed ward is opened with by itself: the keyring of a window, the passphrase of a terminal. */
  means?: Means;
  /** Makes a demonstration ward off this thread. Left out, it is made here. */
  makeDemonstration?: typeof createDemonstration;
}

/** `secret`: only of a sealed ward, which the worker could not open by itself. */
interface WardOfWorker {
  file: string;
  exportFolder: string;
  secret: WardSecret | null;
}

/** The program without its window: one data folder, its ward if there is one, and the contract upon it. */
export interface Desk {
  call(name: string, input: unknown, options?: CallOptions): Promise<Reply>;
  /** Null while there is no ward, or none that can be opened. */
  readonly hospital: Hospital | null;
  readonly folder: DeskFolder;
  readonly backups: BackupKeeper;
  /** The ward was not put away when it was used last: a power cut, a kill, or another desk that has it open. */
  readonly leftOpen: boolean;
  /** Opens the ward of the folder again, after one was created or the folder was changed. */
  reopen(folder?: DeskFolder): Promise<void>;
  /** Lets go of the ward's file, has something done to it, and opens it again. Refuses `ward-in-use`. */
  whileClosed<T>(work: () => T | Promise<T>): Promise<T>;
  /** What this desk opens sealed wards with, and the recovery key that is just being offered. */
  readonly keys: DeskKeys;
  /** Throws the refusal of somebody who may not call this, where the ward is open and asks who calls. */
  insistOnRights(name: ProcedureName, input: unknown, call: CallOptions): Promise<void>;
  /** Locks the desk: whoever comes next signs in. What was typed stays on the screen. */
  lock(): void;
  /** Asks whether another desk has changed the ward, and tells the screens if so. */
  lookAround(): void;
  close(): Promise<void>;
}

interface OpenWard {
  ward: WardDb;
  hospital: Hospital;
  router: Router;
  worker: WorkerCalls | null;
  seen: number;
  leftOpen: boolean;
}

/** Never throws for a ward that is missing or damaged: the set-up procedures tell what is the matter. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  let { folder } = options;
  let open: OpenWard | null = null;
  let signedInAt: string | null = null;
  let fault: WardFileError | null = null;
  /** Why no act is taken any more although the ward is open. */
  let stopped: string | null = null;
  const publish = (topics: readonly Topic[]) => options.publish?.({ type: 'changed', topics });
  const sessions = new DeskSessions(
    () => open && { ward: open.ward, zone: open.hospital.timeZone, demo: open.hospital.demo },
    options.clock,
    publish,
  );

  const keys = new DeskKeys(options.means ?? {});

  async function letGo(): Promise<void> {
    const before = open;
    open = null;
    fault = null;
    stopped = null;
    await closeWard(before);
  }

  async function reopen(next: DeskFolder = folder): Promise<void> {
    await letGo();
    folder = next;
    try {
      await keys.secretOf(wardFileOf(folder));
      finishSwap(wardFileOf(folder));
      await copyBeforeMigration(wardFileOf(folder), backups, keysNow());
      open = await openWard(options, folder, keys, publish);
      // The same ward again, sealed or restored, keeps who is signed in; rights are read from what is there now.
      if (open.hospital.wardId !== signedInAt) sessions.forget();
      signedInAt = open.hospital.wardId;
    } catch (error) {
      if (!(error instanceof WardFileError)) throw error;
      fault = error;
    }
  }

  const keysNow = () => keysOf(wardFileOf(folder), open?.ward ?? null, keys.held);

  const actedBy = (call: CallOptions): CallOptions => ({
    ...call,
    actor: call.actor === undefined ? sessions.actor() : call.actor,
  });

  /** For putting another file in the ward's place; whoever asked is told if that cannot be done now. */
  async function whileClosed<T>(work: () => T | Promise<T>): Promise<T> {
    const before = open;
    const known = keysNow();
    open = null;
    await closeWard(before);
    try {
      if (before) requireNobodyElse(wardFileOf(folder), known);
      return await work();
    } finally {
      await reopen();
      publish(TOPICS);
    }
  }

  async function callBackups(name: string, input: unknown, call: CallOptions): Promise<Reply> {
    const { backupsRouter } = await import('../backups/backups-router.ts');
    const { clock, trustsPaths, log } = options;
    const place: BackedUpDesk = {
      wardFile: () => wardFileOf(folder),
      demo: () => folder.demo,
      open: () => open,
      keys: keysNow,
      whileClosed,
    };
    return backupsRouter(
      { keeper: backups, desk: place, run, clock, trustsPaths, log },
      name,
      input,
      actedBy(call),
    );
  }

  const run = options.runBackup ?? runHere;
  const backups = new BackupKeeper({
    wardFile: () => wardFileOf(folder),
    open: () => open && { ward: open.ward, wardId: open.hospital.wardId },
    keys: keysNow,
    run,
    clock: options.clock,
    changed: () => publish(['backups']),
    stopWriting: (problem) => {
      stopped = problem;
    },
    stopped: () => stopped ?? open?.ward.stopped() ?? null,
  });

  await reopen();
  const desk: Desk = {
    get hospital() {
      return open?.hospital ?? null;
    },
    get folder() {
      return folder;
    },
    get leftOpen() {
      return open?.leftOpen ?? false;
    },
    backups,
    reopen,
    keys,
    whileClosed,
    async insistOnRights(name, input, call) {
      const now = instantFromMillis(options.clock());
      if (open) await accessFor(open.ward.read, name, input, actedBy(call).actor ?? null, now);
    },
    async call(name, input, call = {}) {
      if (name.startsWith('setup.')) return setupRouter(desk, options, () => fault, name, input, call);
      if (name.startsWith('backups.')) return callBackups(name, input, call);
      if (!open) return noWard(folder, fault);
      if (isOfSessions(name)) return callSessions(sessions, name, input, options.log);
      const procedure = isProcedureName(name) ? contract[name] : null;
      if (stopped !== null && procedure?.kind === 'command') return writingStopped(stopped);
      if (IMPORTS.has(name)) await copyBeforeImport(backups);
      const router = procedure?.runs === 'worker' && open.worker ? open.worker.call : open.router;
      const reply = await router(name, input, actedBy(call));
      const acting = namedIn(input);
      if (reply.ok && acting !== null) sessions.used(acting);
      return reply;
    },
    lock: () => sessions.lock(),
    lookAround() {
      if (!open) return;
      const now = open.ward.changesElsewhere();
      if (now === open.seen) return;
      open.seen = now;
      publish(TOPICS);
    },
    close: () => closeWard(open),
  };
  return desk;
}

async function openWard(
  options: DeskOptions,
  folder: DeskFolder,
  keys: DeskKeys,
  publish: (topics: readonly Topic[]) => void,
): Promise<OpenWard> {
  const file = wardFileOf(folder);
  const exportFolder = exportFolderOf(folder);
  const leftOpen = isLeftOpen(file);
  const ward = openWardFile(file, await keys.secretOf(file));
  const row = await ward.read.selectFrom('hospital').selectAll().executeTakeFirstOrThrow();
  const hospital: Hospital = {
    wardId: row.ward_id,
    name: row.name,
    timeZone: row.time_zone,
    demo: row.demo === 1,
    createdAt: row.created_at,
  };
  const { clock, log, trustsPaths } = options;
  const router = createRouter({
    ward,
    zone: hospital.timeZone,
    exportFolder,
    trustsPaths,
    handlers,
    clock,
    publish,
    log,
  });
  const secret = ward.sealed ? ward.secret : null;
  const worker = options.worker?.({ file, exportFolder, secret }, publish) ?? null;
  return { ward, hospital, router, worker, seen: ward.changesElsewhere(), leftOpen };
}

async function closeWard(open: OpenWard | null): Promise<void> {
  await open?.worker?.close();
  await open?.router.settled();
  await open?.ward.close();
}

function noWard(folder: DeskFolder, fault: WardFileError | null): Reply {
  return { ok: false, kind: 'refused', refusal: faultView(folder, fault) };
}

export function faultView(folder: DeskFolder, fault: WardFileError | null) {
  const kind = fault?.fault ?? 'missing';
  const file = fault?.file ?? folder.path;
  return { code: `ward-${kind}`, params: { folder: folder.path, file, problem: problemOf(fault) } };
}
