import type { DeskEvent } from '#shared/contract/bridge.ts';
import { contract, isProcedureName } from '#shared/contract/index.ts';
import { TOPICS, type Topic } from '#shared/contract/procedure.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Hospital } from '#shared/contract/setup.ts';
import { openWardFile, type WardDb } from '../db/open.ts';
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
  /** Makes a demonstration ward off this thread. Left out, it is made here. */
  makeDemonstration?: typeof createDemonstration;
}

/** The program without its window: one data folder, its ward if there is one, and the contract upon it. */
export interface Desk {
  call(name: string, input: unknown, options?: CallOptions): Promise<Reply>;
  /** Null while there is no ward, or none that can be opened. */
  readonly hospital: Hospital | null;
  readonly folder: DeskFolder;
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
}

/** Never throws for a ward that is missing or damaged: the set-up procedures tell what is the matter. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  let { folder } = options;
  let open: OpenWard | null = null;
  let fault: WardFileError | null = null;
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
    await closeWard(before);
    folder = next;
    try {
      open = await openWard(options, folder, publish);
    } catch (error) {
      if (!(error instanceof WardFileError)) throw error;
      fault = error;
    }
  }

  await reopen();
  const desk: Desk = {
    get hospital() {
      return open?.hospital ?? null;
    },
    get folder() {
      return folder;
    },
    reopen,
    async call(name, input, call = {}) {
      if (name.startsWith('setup.')) return setupRouter(desk, options, () => fault, name, input, call);
      if (!open) return noWard(folder, fault);
      if (isOfSessions(name)) return callSessions(sessions, name, input, options.log);
      const by = { ...call, actor: call.actor === undefined ? sessions.actor() : call.actor };
      const long = isProcedureName(name) && contract[name].runs === 'worker';
      const reply = await (long && open.worker
        ? open.worker.call(name, input, by)
        : open.router(name, input, by));
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
  return { ward, hospital, router, worker, seen: ward.changesElsewhere() };
}

async function closeWard(open: OpenWard | null): Promise<void> {
  await open?.worker?.close();
  await open?.ward.close();
}

function noWard(folder: DeskFolder, fault: WardFileError | null): Reply {
  return { ok: false, kind: 'refused', refusal: faultView(folder, fault) };
}

export function faultView(folder: DeskFolder, fault: WardFileError | null) {
  const kind = fault?.fault ?? 'missing';
  return { code: `ward-${kind}`, params: { folder: folder.path, file: fault?.file ?? folder.path } };
}
