import { app, type Session, type WebContents } from 'electron';
import { isOwnPage, isOwnResource } from './own-page.ts';

/**
 * What no page of this program can do, whichever window it stands in: the process watches for windows and sessions as
 * they come into being, so that none can be made without it. Must be called before the app is ready. `origin` is
 * where our own page comes from.
 */
export function confineEverything(origin: string): void {
  // Chromium has no sandbox for root, who is given `--no-sandbox` to test with; what is shipped runs with it or not at all.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // No name is looked up: not by a link's hint, not by a service of Chromium's own that was forgotten.
  if (origin.startsWith('desk:')) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('session-created', (session) => confineSession(session, origin));
  app.on('web-contents-created', (_event, contents) => confineContents(contents, origin));
}

function confineContents(contents: WebContents, origin: string): void {
  const goesAstray = (event: { preventDefault(): void; url: string; isMainFrame: boolean }): void => {
    const isHome = isOwnPage(contents.getURL(), origin) && isOwnPage(event.url, origin);
    if (!(isHome && event.isMainFrame)) event.preventDefault();
  };
  contents.on('will-navigate', goesAstray);
  contents.on('will-redirect', goesAstray);
  contents.on('will-frame-navigate', goesAstray);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // A page could send data through a call's connection, which no content policy sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

function confineSession(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(isGranted(permission, requestingUrl, origin)),
  );
  session.setPermissionCheckHandler((_contents, permission, asking) => isGranted(permission, asking, origin));
  session.setDevicePermissionHandler(() => false);
  // Every file is written by this process, where it was asked whether it may be (reports/save-file.ts).
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isAllowed(url, origin) }));
}

/** The daily report's words can be copied for a message by hand. To read the clipboard, or anything else, is not ours to do. */
const isGranted = (permission: string, asking: string, origin: string): boolean =>
  permission === 'clipboard-sanitized-write' && isOwnPage(asking, origin);

/** While somebody develops, the page comes from a server beside it and talks to it over a socket. */
const isAllowed = (url: string, origin: string): boolean =>
  isOwnResource(url, origin) ||
  (!origin.startsWith('desk:') &&
    (url.startsWith('devtools:') || isOwnResource(url, `ws://${new URL(origin).host}`)));
