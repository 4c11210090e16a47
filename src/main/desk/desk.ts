import type { DeskEvent } from '#shared/contract/bridge.ts';
import { contract, isProcedureName } from '#shared/contract/index.ts';
import { TOPICS, type Topic } from '#shared/contract/procedure.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Hospital } from '#shared/contract/setup.ts';
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
import { namedIn } from '../people/access.ts';
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
import { type DeskFolder, exportFolderOf, wardFileOf } from './folder.ts';

export interface DeskOptions {
  folder: DeskFolder;
  clock: () => number;
  log: RouterLog;
  version: string;
  runtime: string;
  /** A terminal names paths of its own; a window does not. */
  trustsPaths: boolean;
  /** Runs long procedures off this thread. Left out, they run here: in a terminal nobody waits for a frame. */
  worker?: (file: string, exportFolder: string, publish: (topics: readonly Topic[]) => void) => WorkerCalls;
  publish?: (event: DeskEvent) => void;
  /** Copies, restores and checks the ward off this thread. Left out, that is done here. */
  runBackup?: RunBackupTask;
  /** Makes a demonstration ward off this thread. Left out, it is made here. */
  makeDemonstration?: typeof createDemonstration;
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
  let fault: WardFileError | null = null;
  /** Why no act is taken any more although the ward is open. */
  let stopped: string | null = null;
  const publish = (topics: readonly Topic[]) => options.publish?.({ type: 'changed', topics });
  const sessions = new DeskSessions(
    () => open && { ward: open.ward, zone: open.hospital.timeZone, demo: open.hospital.demo },
    options.clock,
    publish,
  );

  async function reopen(next: DeskFolder = folder): Promise<void> {
    const before = open;
    open = null;
    fault = null;
    sessions.forget();
    stopped = null;
    await closeWard(before);
    folder = next;
    try {
      finishSwap(wardFileOf(folder));
      await copyBeforeMigration(wardFileOf(folder), backups, keysNow());
      open = await openWard(options, folder, publish);
    } catch (error) {
      if (!(error instanceof WardFileError)) throw error;
      fault = error;
    }
  }

  const keysNow = () => keysOf(wardFileOf(folder), open?.ward ?? null);

  const actedBy = (call: CallOptions): CallOptions => ({
    ...call,
    actor: call.actor === undefined ? sessions.actor() : call.actor,
  });

  /** For putting another file in the ward's place; whoever asked is told if that cannot be done now. */
  async function whileClosed<T>(work: () => T): Promise<T> {
    const before = open;
    const keys = keysNow();
    open = null;
    await closeWard(before);
    try {
      if (before) requireNobodyElse(wardFileOf(folder), keys);
      return work();
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
  publish: (topics: readonly Topic[]) => void,
): Promise<OpenWard> {
  const file = wardFileOf(folder);
  const exportFolder = exportFolderOf(folder);
  const leftOpen = isLeftOpen(file);
  const ward = openWardFile(file);
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
  const worker = options.worker?.(file, exportFolder, publish) ?? null;
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
