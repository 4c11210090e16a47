import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';
import { screen } from 'electron';
import { z } from 'zod';

const windowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(640),
  height: z.int().min(480),
  maximized: z.boolean(),
});
type WindowState = z.infer<typeof windowState>;

const fileIn = (folder: string): string => join(folder, 'window.json');

/** Where the window was; null where it has never been, or where that place is on no screen any more. */
export function readWindowState(folder: string): WindowState | null {
  try {
    const state = windowState.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    return screen.getAllDisplays().some(({ workArea }) => overlaps(workArea, state)) ? state : null;
  } catch {
    return null;
  }
}

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Remembered when the window closes. Losing it costs nothing, so a full disk is no reason to complain. */
export function keepWindowState(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    try {
      writeFileSync(
        fileIn(folder),
        JSON.stringify({ ...window.getNormalBounds(), maximized: window.isMaximized() }),
      );
    } catch {
      // see above
    }
  });
}
