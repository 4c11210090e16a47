import { randomUUID } from 'node:crypto';
import { resolve, sep } from 'node:path';
import { dialog, ipcMain, shell } from 'electron';
import type { DeskEvent } from '#shared/contract/bridge.ts';
import { contract } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Desk } from '../desk/desk.ts';
import { exportFolderOf } from '../desk/folder.ts';
import { createBorder } from '../ipc/border.ts';
import type { RouterLog } from '../ipc/router.ts';
import { isOurs } from './senders.ts';

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
  const border = createBorder({
    opening,
    log,
    own: {
      'reports.showFile': showFile,
      'daily.chooseFolder': chooseFolder,
      'backups.chooseTarget': chooseTarget,
      'backups.pick': pickBackup,
      // Loaded with the first print: most starts of the program print nothing.
      'setup.printRecoveryKey': async (desk, input) =>
        (await import('./print-recovery-key.ts')).printRecoveryKey(desk, input),
      'papers.print': async (desk, input, call) =>
        (await import('./print-papers.ts')).printPapers(desk, input, call),
    },
  });
  ipcMain.handle('desk:call', async (event, given: unknown): Promise<Reply> => {
    if (!isOurs(event, origin)) {
      const from = event.senderFrame?.origin ?? 'nowhere';
      log.defect('sender', 'desk:call', new Error(`a call from ${from} was refused`));
      throw new Error('refused');
    }
    const send = (message: DeskEvent) =>
      event.sender.isDestroyed() || event.sender.send('desk:event', message);
    return border(given, send);
  });
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
function showFile(desk: Desk, given: unknown): Reply {
  const input = contract['reports.showFile'].input.safeParse(given);
  if (!input.success) return refused('bad-input', { where: 'file', problem: '?' });
  const folder = resolve(exportFolderOf(desk.folder));
  const file = resolve(input.data.file);
  if (file.includes('\0') || !file.startsWith(folder + sep)) return refused('cannot-show-file');
  shell.showItemInFolder(file);
  return { ok: true, value: { shown: true } };
}
