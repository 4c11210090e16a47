import { randomUUID } from 'node:crypto';
import { resolve, sep } from 'node:path';
import { dialog, type IpcMainInvokeEvent, ipcMain, shell } from 'electron';
import type { DeskEvent, Progress } from '#shared/contract/bridge.ts';
import { contract } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Desk } from '../desk/desk.ts';
import { exportFolderOf } from '../desk/folder.ts';
import type { CallOptions, RouterLog } from '../ipc/router.ts';

const refused = (code: 'bad-input' | 'cannot-show-file', params: Record<string, string> = {}): Reply => ({
  ok: false,
  kind: 'refused',
  refusal: { code, params },
});

/**
 * The border itself: takes calls from our own page in our own top frame and from nobody else, and passes
 * them to the desk. `origin` is where that page comes from.
 */
export function registerCalls(opening: Promise<Desk>, origin: string, log: RouterLog): void {
  const cancelled = new Set<string>();
  ipcMain.handle('desk:call', async (event, request: unknown): Promise<Reply> => {
    if (!isOurs(event, origin)) {
      log.defect(
        'sender',
        'desk:call',
        new Error(`a call from ${event.senderFrame?.origin ?? 'nowhere'} was refused`),
      );
      throw new Error('refused');
    }
    if (typeof request !== 'object' || request === null)
      return refused('bad-input', { where: '(call)', problem: '?' });
    if ('cancel' in request) {
      cancelled.add(String(request.cancel));
      return { ok: true, value: null };
    }
    if (!('callId' in request && 'name' in request && 'input' in request)) {
      return refused('bad-input', { where: '(call)', problem: '?' });
    }
    // The page may be quicker than the ward: then its first calls wait for it.
    const desk = await opening;
    const callId = String(request.callId);
    const name = String(request.name);
    if (name === 'reports.showFile') return showFile(desk, request.input);
    const send = (message: DeskEvent) =>
      event.sender.isDestroyed() || event.sender.send('desk:event', message);
    const call = {
      progress: (progress: Progress) => send({ type: 'progress', callId, progress }),
      cancelled: () => cancelled.has(callId),
    };
    try {
      if (name === 'papers.print') return await printInWindow(desk, request.input, call, log);
      if (name === 'backups.chooseTarget') return await chooseTarget(desk);
      if (name === 'backups.pick') return await pickBackup(desk);
      if (name === 'daily.chooseFolder') return await chooseFolder(desk, request.input);
      return await desk.call(name, request.input, call);
    } finally {
      cancelled.delete(callId);
    }
  });
}

function isOurs(event: IpcMainInvokeEvent, origin: string): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`);
}

/** Loaded with the first print: most starts of the program print nothing. A defect is told like any other. */
async function printInWindow(desk: Desk, input: unknown, call: CallOptions, log: RouterLog): Promise<Reply> {
  try {
    const { printPapers } = await import('./print-papers.ts');
    return await printPapers(desk, input, call);
  } catch (error) {
    const id = randomUUID();
    log.defect(id, 'papers.print', error);
    return { ok: false, kind: 'defect', id };
  }
}

/** Where daily reports go is picked in the system's own dialog, never named by a page. Null: nobody picked one. */
async function chooseFolder(desk: Desk, given: unknown): Promise<Reply> {
  const input = contract['daily.chooseFolder'].input.safeParse(given);
  if (!input.success) return refused('bad-input', { where: 'operatorId', problem: '?' });
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) return { ok: true, value: { folder: null } };
  const act = { key: randomUUID(), operatorId: input.data.operatorId };
  const set = await desk.call('daily.setFolder', { folder, act }, { trustsPaths: true });
  return set.ok ? { ok: true, value: { folder } } : set;
}

/** The second target of the copies, on another disk. A page names no folder. */
async function chooseTarget(desk: Desk): Promise<Reply> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openDirectory', 'createDirectory'],
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) return { ok: true, value: { folder: null } };
  return desk.call('backups.setTarget', { folder }, { trustsPaths: true });
}

/** A copy from elsewhere, to be restored: from then on it is one of the list. */
async function pickBackup(desk: Desk): Promise<Reply> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: 'wardbackup', extensions: ['wardbackup'] }],
  });
  const [file] = filePaths;
  if (canceled || file === undefined) return { ok: true, value: null };
  return desk.call('backups.pick', { file }, { trustsPaths: true });
}

/** Only files of the export folder are shown; a page cannot have others opened. */
function showFile(desk: Desk, input: unknown): Reply {
  const file = typeof input === 'object' && input !== null && 'file' in input ? String(input.file) : '';
  const folder = resolve(exportFolderOf(desk.folder));
  if (!resolve(file).startsWith(folder + sep)) return refused('cannot-show-file');
  shell.showItemInFolder(resolve(file));
  return { ok: true, value: { shown: true } };
}
