import type { Topic } from '#shared/contract/procedure.ts';
import type { Hospital } from '#shared/contract/setup.ts';
import { openWardFile, type WardDb } from '../db/open.ts';
import { isLeftOpen } from '../db/open-checked.ts';
import { handlers } from '../handlers.ts';
import { createRouter, type Router, type RouterLog } from '../ipc/router.ts';
import type { WorkerCalls } from '../jobs/worker-calls.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { readHospital } from '../ward/hospital-repository.ts';
import { type DeskFolder, exportFolderOf, wardFileOf } from './folder.ts';

/** `secret`: only of a sealed ward, which the worker could not open by itself. */
interface WardOfWorker {
  file: string;
  exportFolder: string;
  secret: WardSecret | null;
}

/** What a desk brings to a ward that it opens. */
export interface OpeningOptions {
  clock: () => number;
  log: RouterLog;
  /** A terminal names paths of its own; a window does not. */
  trustsPaths: boolean;
  /** Runs long procedures off this thread. Left out, they run here: in a terminal nobody waits for a frame. */
  worker?: (ward: WardOfWorker, publish: (topics: readonly Topic[]) => void) => WorkerCalls;
}

/** One ward while a desk has it open. */
export interface OpenWard {
  ward: WardDb;
  hospital: Hospital;
  router: Router;
  worker: WorkerCalls | null;
  /** The last change of another desk that was told to the screens. */
  seen: number;
  leftOpen: boolean;
}

/** Throws a {@link WardFileError} for a ward that is missing, locked, damaged or of a later version. */
export async function openWard(
  { clock, log, trustsPaths, worker }: OpeningOptions,
  folder: DeskFolder,
  secret: WardSecret | null,
  publish: (topics: readonly Topic[]) => void,
): Promise<OpenWard> {
  const file = wardFileOf(folder);
  const exportFolder = exportFolderOf(folder);
  const leftOpen = isLeftOpen(file);
  const ward = openWardFile(file, secret);
  const hospital = await readHospital(ward.read);
  const { timeZone: zone } = hospital;
  const router = createRouter({ ward, zone, exportFolder, trustsPaths, handlers, clock, publish, log });
  const place = { file, exportFolder, secret: ward.sealed ? ward.secret : null };
  return {
    ...{ ward, hospital, router, leftOpen },
    worker: worker?.(place, publish) ?? null,
    seen: ward.changesElsewhere(),
  };
}

/** What was asked is answered and stands on the trail before the file is let go. */
export async function closeWard(open: OpenWard | null): Promise<void> {
  await open?.worker?.close();
  await open?.router.settled();
  await open?.ward.close();
}
