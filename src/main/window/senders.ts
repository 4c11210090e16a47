import type { IpcMainInvokeEvent } from 'electron';
import { isOwnPage } from './own-page.ts';

/**
 * Whether a call comes from our own page, in the top frame of its window. The frame's origin is asked besides its
 * address: a frame that was made by a page, or shut into a sandbox, may show our address and is not ours.
 */
export function isOurs({ senderFrame, sender }: IpcMainInvokeEvent, origin: string): boolean {
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame === sender.mainFrame &&
    senderFrame.origin === origin &&
    isOwnPage(senderFrame.url, origin)
  );
}
