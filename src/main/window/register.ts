import { randomUUID } from 'node:crypto';
import { resolve, sep } from 'node:path';
import { dialog, ipcMain, shell } from 'electron';
import type { DeskEvent } from '#shared/contract/bridge.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Desk } from '../desk/desk.ts';
import { exportFolderOf } from '../desk/folder.ts';
import { createBorder, type OwnAnswers } from '../ipc/border.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { answerOf } from '../ipc/replies.ts';
import type { RouterLog } from '../ipc/router.ts';
import { isOurs } from './senders.ts';

const OWN: OwnAnswers<
  | 'reports.showFile'
  | 'daily.chooseFolder'
  | 'backups.chooseTarget'
  | 'backups.pick'
  | 'setup.printRecoveryKey'
  | 'papers.print'
> = {
  /** Only files of the export folder are shown; a page cannot have others opened. */
  'reports.showFile': (desk, input) => {
    const folder = resolve(exportFolderOf(desk.folder));
    const file = resolve(input.file);
    refuseUnless(!file.includes('\0') && file.startsWith(folder + sep), 'cannot-show-file');
    shell.showItemInFolder(file);
    return { shown: true };
  },
  /** Where daily reports go is picked in the system's own dialog, never named by a page. Null: nobody picked one. */
  'daily.chooseFolder': async (desk, { operatorId }) => {
    const folder = await pickFolder();
    if (folder === null) return { folder };
    const act = { key: randomUUID(), operatorId };
    answerOf(await desk.call('daily.setFolder', { folder, act }, { trustsPaths: true }));
    return { folder };
  },
  /** The second target of the copies, on another disk. A page names no folder. */
  'backups.chooseTarget': async (desk) => {
    const folder = await pickFolder();
    if (folder === null) return { folder };
    return answerOf(await desk.call('backups.setTarget', { folder }, { trustsPaths: true }));
  },
  /** A copy from elsewhere, to be restored: from then on it is one of the list. */
  'backups.pick': async (desk) => {
    const { canceled, filePaths } = await dialog.showOpenDialog({
      properties: ['openFile'],
      filters: [{ name: 'wardbackup', extensions: ['wardbackup'] }],
    });
    const [file] = filePaths;
    if (canceled || file === undefined) return null;
    return answerOf(await desk.call('backups.pick', { file }, { trustsPaths: true }));
  },
  // Loaded with the first print: most starts of the program print nothing.
  'setup.printRecoveryKey': async (desk, input) =>
    (await import('./print-recovery-key.ts')).printRecoveryKey(desk, input),
  'papers.print': async (desk, input, call) =>
    (await import('./print-papers.ts')).printPapers(desk, input, call),
};

/** In the system's own dialog; null where it was cancelled. */
async function pickFolder(): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/**
 * The border itself: takes calls from our own page in our own top frame and from nobody else, and passes
 * them to the desk. `origin` is where that page comes from.
 */
export function registerCalls(opening: Promise<Desk>, origin: string, log: RouterLog): void {
  const border = createBorder({ opening, log, own: OWN });
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
