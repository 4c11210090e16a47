import { app, type BrowserWindow, dialog } from 'electron';
import { crashCount } from './crash-rules.ts';

export interface ComeBackOptions {
  warn(what: string): void;
  /** The window is back after a crash: its page is told so. */
  cameBack(): void;
}

/** Both languages at once: which one the page spoke died with it. */
const AGAIN = '再试一次 Try again';
const QUIT = '退出 Quit';
const WAIT = '继续等待 Wait';
const RELOAD = '重新打开窗口 Reopen the window';

/**
 * A window whose page died comes back where it was: its address holds what was open, and what was typed lies with the
 * browser, not with the page (renderer/desk/draft.ts). Too often in a minute, and somebody is asked instead.
 */
export function comeBackAfterCrash(window: BrowserWindow, options: ComeBackOptions): void {
  const crashes = crashCount();
  const { webContents } = window;
  const reload = () => {
    options.cameBack();
    webContents.reload();
  };
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    options.warn(`the window's process ended: ${reason}, ${exitCode}`);
    if (crashes.comesBack(Date.now())) return reload();
    void askAfterCrashes(window).then((again) => {
      crashes.forgive();
      if (again) reload();
      else app.quit();
    });
  });
  let isAsking = false;
  window.on('unresponsive', () => {
    options.warn('the window does not respond');
    if (isAsking) return;
    isAsking = true;
    void askWhileUnresponsive(window).then((wait) => {
      isAsking = false;
      // Ended by force, it comes back by the way above.
      if (!wait && !window.isDestroyed()) webContents.forcefullyCrashRenderer();
    });
  });
}

async function askAfterCrashes(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    title: '方舱床位台 Fangcang Desk',
    message: '窗口连续几次意外关闭。\nThe window has closed unexpectedly several times in a row.',
    detail:
      '已保存的数据没有受影响，输入到一半的内容也还在。若再次出现，请退出后重新打开程序，并告诉技术人员。\n\n' +
      'What was saved is safe, and what was half typed is kept. If it happens again, quit, open the program anew and tell the technician.',
    buttons: [AGAIN, QUIT],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 0;
}

async function askWhileUnresponsive(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: '方舱床位台 Fangcang Desk',
    message: '窗口没有反应。\nThe window does not respond.',
    detail: '重新打开窗口不会丢失已输入的内容。\n\nReopening it loses nothing that was typed.',
    buttons: [WAIT, RELOAD],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 0;
}
