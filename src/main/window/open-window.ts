import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { isOwnPage } from './own-page.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

export interface WindowOptions {
  /** Where the window's own state is kept. */
  folder: string;
  language: 'zh-CN' | 'en' | null;
  size: { width: number; height: number } | null;
  /** Where files go that a page hands over; asked for at each, since the ward may have changed. */
  /** The address of the development server, when there is one. */
  devServer: string | undefined;
}

export const originOf = (devServer: string | undefined): string =>
  devServer ? new URL(devServer).origin : APP_ORIGIN;

/** The one window: sandboxed, without Node. What it cannot do besides is said for every window at once (confine.ts). */
export function openWindow(options: WindowOptions): BrowserWindow {
  const state = options.size === null ? readWindowState(options.folder) : null;
  const window = new BrowserWindow({
    width: options.size?.width ?? state?.width ?? 1366,
    height: options.size?.height ?? state?.height ?? 768,
    ...(state ? { x: state.x, y: state.y } : {}),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#ffffff',
    title: '方舱床位台 Fangcang Desk',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(app.getAppPath(), 'out/preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (state?.maximized) window.maximize();
  keepWindowState(window, options.folder);
  window.once('ready-to-show', () => window.show());
  const origin = originOf(options.devServer);
  const home = `${origin}/${options.language ? `?lang=${options.language}` : ''}`;
  // The blank page is the one that comes without asking (confine.ts).
  window.webContents.on('did-navigate', (_event, url) => {
    if (!isOwnPage(url, origin)) void window.loadURL(home);
  });
  void window.loadURL(home);
  return window;
}
