import { randomUUID } from 'node:crypto';
import { app, BrowserWindow, type Session, session } from 'electron';
import { isOwnResource } from './own-page.ts';

/** Nothing but its own words, its style sheet and pictures that stand in it. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

const PAPER_ORIGIN = 'desk://paper';

/** Page numbers of one paper; Chromium puts them in. Black, small, in the middle of the lower margin. */
const NUMBERS =
  '<div style="width:100%;text-align:center;font-size:8px;font-family:sans-serif">' +
  '<span class="pageNumber"></span> / <span class="totalPages"></span></div>';

export interface PaperWindow {
  /** One document as PDF. */
  toPdf(html: string, numbered: boolean): Promise<Uint8Array>;
  close(): void;
}

/**
 * A window that nobody sees and that can do nothing: no script, no Node, no preload, a session of its own that
 * reaches no network and keeps nothing. Pages come out of memory under an address that can be asked for once, so
 * that nothing of a patient ever lies in a temporary file or a cache.
 */
export function openPaperWindow(): PaperWindow {
  const own = session.fromPartition(`papers-${randomUUID()}`, { cache: false });
  const pages = new Map<string, string>();
  servePages(own, pages);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  return {
    async toPdf(html, numbered) {
      const address = `${PAPER_ORIGIN}/${randomUUID()}`;
      pages.set(address, html);
      try {
        await window.loadURL(address);
        return await window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          ...(numbered
            ? { displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: NUMBERS }
            : {}),
        });
      } finally {
        pages.delete(address);
      }
    },
    close: () => window.destroy(),
  };
}

function servePages(own: Session, pages: Map<string, string>): void {
  own.protocol.handle('desk', ({ url }) => {
    const html = pages.get(url);
    pages.delete(url);
    if (html === undefined) return new Response('not found', { status: 404 });
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    });
  });
  // Stricter than what holds for every session (confine.ts): not even our own page comes in here.
  own.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnResource(url, PAPER_ORIGIN) }));
}
