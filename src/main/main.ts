import { join } from 'node:path';
import { app, BrowserWindow, Menu } from 'electron';
import log from 'electron-log/main.js';
import type { DeskEvent } from '#shared/contract/bridge.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { type Instant, instantFromMillis } from '#shared/rules/instant.ts';
import { makeFolder } from './db/durable.ts';
import type { Desk } from './desk/desk.ts';
import { deskLog, withoutPeople } from './desk/desk-log.ts';
import { dataFolder, recoveryPaperOf } from './desk/folder.ts';
import { type Mark, markRunning } from './desk/running-mark.ts';
import type { RouterLog } from './ipc/router.ts';
import { declareAppProtocol, serveApp } from './window/app-protocol.ts';
import { startArguments } from './window/arguments.ts';
import { comeBackAfterCrash } from './window/come-back.ts';
import { confineEverything } from './window/confine.ts';
import { openWindow, originOf } from './window/open-window.ts';
import { registerCalls } from './window/register.ts';
import { systemKeyring } from './window/system-keyring.ts';

/** How often other desks' changes are looked for; an open window shows them within a second. */
const LOOK_AROUND_MS = 400;

/** How often it is written down that the desk is still here, and what was typed is handed to the disk. */
const STILL_HERE_MS = 30_000;
const KEEP_TYPED_MS = 2000;

const given = startArguments(process.argv, process.env);
const path = dataFolder(given.data, process.env, process.platform);
// Before Chromium makes it, for everybody to look into.
try {
  makeFolder(path);
} catch {
  // Why there is no folder, opening or creating the ward tells.
}
const windowFolder = join(path, 'window');
// Chromium keeps its lock here, so this is also what makes one instance per data folder.
app.setPath('userData', windowFolder);
log.transports.file.resolvePathFn = () => join(path, 'logs', 'desk.log');
// Beyond that it becomes desk.old.log, in the place of the one before.
log.transports.file.maxSize = 1_048_576;
log.transports.console.level = given.devServer ? 'debug' : 'warn';
// What nobody caught is written down without names, as a defect is, and no window of errors in English is shown to a nurse.
log.errorHandler.startCatching({
  showDialog: false,
  onError: ({ error, processType }) => {
    deskLog(log).defect('-', processType, error);
    return false;
  },
});

confineEverything(originOf(given.devServer));
declareAppProtocol();
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  void start();
} else {
  app.quit();
}

type Mishap = OutputOf<'setup.status'>['mishap'];

/** The run before this one was cut off: nothing of the ward is lost by that, but whoever sits here wants to know. */
function mishapOf({ startedAt, seenAt }: Mark): Mishap {
  log.error(`the run since ${startedAt} did not come to its end; it was there last at ${seenAt}`);
  return { what: 'program', at: seenAt as Instant };
}

/** Start order: lock, log, window, and while its page loads the database and the router. */
async function start(): Promise<void> {
  const routerLog = deskLog(log);
  await app.whenReady();
  Menu.setApplicationMenu(null);
  serveApp(join(app.getAppPath(), 'out/renderer'));
  const running = markRunning(join(path, 'running.json'), Date.now);
  app.on('quit', running.ended);
  let mishap = running.left && mishapOf(running.left);
  const window = openWindow({
    folder: windowFolder,
    language: given.language,
    size: given.size,
    devServer: given.devServer,
  });
  comeBackAfterCrash(window, {
    warn: (what) => log.error(what),
    cameBack: () => {
      mishap = { what: 'window', at: instantFromMillis(Date.now()) };
    },
  });
  const stillHere = setInterval(running.stillHere, STILL_HERE_MS);
  const { session } = window.webContents;
  const keepTyped = setInterval(() => session.flushStorageData(), KEEP_TYPED_MS);
  const opening = openWard(routerLog, () => mishap);
  registerCalls(opening, originOf(given.devServer), routerLog);
  const desk = await opening;
  const looking = setInterval(() => desk.lookAround(), LOOK_AROUND_MS);
  const { keepSchedule } = await import('./daily-reports/keep-schedule.ts');
  const stopSchedule = keepSchedule(desk, (procedure, why) =>
    log.warn(`${procedure}: ${withoutPeople(why)}`),
  );
  const { keepBackupsOnTime } = await import('./backups/keep-on-time.ts');
  const stopBackups = keepBackupsOnTime(desk, (what, why) => log.warn(`${what}: ${withoutPeople(why)}`));
  const { lockByItself } = await import('./window/auto-lock.ts');
  const stopLocking = lockByItself(window, desk);
  let closing = false;
  app.on('will-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    for (const timer of [looking, stillHere, keepTyped]) clearInterval(timer);
    stopSchedule();
    stopBackups();
    stopLocking();
    void desk.close().finally(() => app.exit(0));
  });
}

/** Loaded after the window was opened: reading this code takes as long as painting the page. */
async function openWard(routerLog: RouterLog, mishap: () => Mishap): Promise<Desk> {
  const [{ openDesk }, { workerCalls }, { demonstrationInWorker }, { runInThread }, { wipe }] =
    await Promise.all([
      import('./desk/desk.ts'),
      import('./jobs/worker-calls.ts'),
      import('./jobs/demonstration-in-worker.ts'),
      import('./backups/run-in-thread.ts'),
      import('./db/durable.ts'),
    ]);
  const workerFile = join(app.getAppPath(), 'out/main/worker.js');
  // Left by a crash: a paper that opens everything must not lie on the disk. One that cannot be written is no reason not to read.
  try {
    wipe(recoveryPaperOf(path));
  } catch (error) {
    routerLog.defect('-', 'recovery paper', error);
  }
  const publish = (event: DeskEvent) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send('desk:event', event);
  };
  return openDesk({
    folder: { path, demo: given.demo },
    clock: Date.now,
    log: routerLog,
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    trustsPaths: false,
    mishap,
    publish,
    runBackup: runInThread(join(app.getAppPath(), 'out/main/backup.js')),
    makeDemonstration: (file, wanted) => demonstrationInWorker(workerFile, file, wanted),
    worker: (ward, changed) => workerCalls(workerFile, { ...ward, trustsPaths: false }, routerLog, changed),
    means: { keyring: systemKeyring() },
  });
}
