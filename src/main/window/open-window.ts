import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, session } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

export interface WindowOptions {
  /** Where the window's own state is kept. */
  folder: string;
  language: 'zh-CN' | 'en' | null;
  size: { width: number; height: number } | null;
  /** Where files go that a page hands over; asked for at each, since the ward may have changed. */
  exportFolder: () => string;
  /** The address of the development server, when there is one. */
  devServer: string | undefined;
}

export const originOf = (devServer: string | undefined): string =>
  devServer ? new URL(devServer).origin : APP_ORIGIN;

/** The one window: sandboxed, without Node, able to go nowhere but to its own page. */
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
      webviewTag: false,
      spellcheck: false,
    },
  });
  if (state?.maximized) window.maximize();
  keepWindowState(window, options.folder);
  confine(window, originOf(options.devServer));
  keepDownloads(options.exportFolder);
  window.once('ready-to-show', () => window.show());
  const search = options.language ? `?lang=${options.language}` : '';
  void window.loadURL(options.devServer ? `${options.devServer}/${search}` : `${APP_ORIGIN}/${search}`);
  return window;
}

/** No other page, no other window, no permission: nothing in this program needs one. */
function confine(window: BrowserWindow, origin: string): void {
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event, url) => {
    if (!url.startsWith(`${origin}/`)) event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}

/** A list that a grid exports goes where the reports go; nobody in gloves is asked for a folder. */
function keepDownloads(folder: () => string): void {
  session.defaultSession.on('will-download', (_event, item) => {
    mkdirSync(folder(), { recursive: true });
    item.setSavePath(join(folder(), item.getFilename()));
  });
}
