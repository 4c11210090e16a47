import type { BrowserWindow } from 'electron';
import { powerMonitor } from 'electron';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Desk } from '../desk/desk.ts';
import { isWall, locksAfter } from './auto-lock-rules.ts';

/** How often it is looked at whether somebody is still there. */
const LOOK_MS = 5_000;
const MINUTE_MS = 60_000;

/**
 * Locks the desk after the hospital's minutes without a key or a mouse in this window, and at once when the computer
 * sleeps or its own screen is locked (on Linux that is asked for at each look). The clock on the wall says nothing of how
 * long somebody was away: it may be set meanwhile. A wall does not lock itself,
 * but whoever leaves it does not come into the session of whoever hung it up. Answers how to stop.
 */
export function lockByItself(window: BrowserWindow, desk: Desk): () => void {
  let last = performance.now();
  const touched = () => {
    last = performance.now();
  };
  window.webContents.on('input-event', touched);
  const lock = () => desk.lock();
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  let wasWall = isWall(window.webContents.getURL());
  const moved = () => {
    const isNow = isWall(window.webContents.getURL());
    if (wasWall && !isNow) lock();
    wasWall = isNow;
  };
  window.webContents.on('did-navigate-in-page', moved);
  const looking = setInterval(() => void lockIfLeft(), LOOK_MS);
  const lockIfLeft = async () => {
    // What Linux tells nobody by itself, where its desktop can be asked.
    if (powerMonitor.getSystemIdleState(LOOK_MS / 1000) === 'locked') lock();
    // Nothing is asked of the ward while somebody works; a minute is the least that can be set.
    const idle = performance.now() - last;
    if (idle < MINUTE_MS || window.isDestroyed() || isWall(window.webContents.getURL())) return;
    const reply = await desk.call('people.status', {});
    if (!reply.ok) return;
    const { lockAfterMinutes } = reply.value as OutputOf<'people.status'>;
    if (locksAfter(idle, lockAfterMinutes)) lock();
  };
  return () => {
    clearInterval(looking);
    powerMonitor.off('lock-screen', lock);
    powerMonitor.off('suspend', lock);
    if (window.isDestroyed()) return;
    window.webContents.off('input-event', touched);
    window.webContents.off('did-navigate-in-page', moved);
  };
}
