import { basename } from 'node:path';
import type { Desk } from '../desk/desk.ts';
import { BACKUP_EVERY_MS } from './backup-state.ts';

/** How often it is asked whether a copy or a check is due. */
const LOOK_MS = 30_000;
/** The first copy and the check wait until the board has been drawn and a nurse has her first patient. */
const FIRST_MS = 5_000;

/** Told what went wrong, never anything that a patient could be known by. */
type Tell = (what: 'backup' | 'check', why: string) => void;

/**
 * A copy every quarter of an hour in which something was written, from now until the answer is called; at once after a
 * start. The file is read through as well: quickly at each start, fully once a week and after the ward was left open.
 * Time is counted by the computer's own clock of running time: one that is set back keeps nobody's copies away.
 */
export function keepBackupsOnTime(desk: Desk, tell: Tell, firstMs = FIRST_MS, lookMs = LOOK_MS): () => void {
  let taken = Number.NEGATIVE_INFINITY;
  let checked = '';
  let busy = false;
  const look = async (): Promise<void> => {
    const ward = desk.hospital;
    // Where the disk was full at the start nobody else can read the file, and it is read through before writing goes on.
    if (busy || !ward || desk.readsAlone) return;
    busy = true;
    try {
      if (checked !== ward.wardId) {
        checked = ward.wardId;
        await check(desk, desk.leftOpen || (await desk.backups.isDeepCheckDue()), tell);
      } else if (await desk.backups.isDeepCheckDue()) await check(desk, true, tell);
      if (performance.now() - taken < BACKUP_EVERY_MS) return;
      taken = performance.now();
      await copy(desk, tell);
    } finally {
      busy = false;
    }
  };
  let timer = setTimeout(() => {
    void look();
    timer = setInterval(() => void look(), lookMs);
  }, firstMs);
  return () => clearTimeout(timer);
}

async function copy(desk: Desk, tell: Tell): Promise<void> {
  try {
    const backup = await desk.backups.takeIfChanged('schedule');
    for (const { file, problem } of backup?.stillPlain ?? [])
      tell('backup', `${basename(file)} lies in the open from before: ${problem}`);
  } catch (error) {
    tell('backup', String(error));
  }
}

async function check(desk: Desk, deep: boolean, tell: Tell): Promise<void> {
  try {
    const problem = await desk.backups.check(deep);
    if (problem !== null) tell('check', problem);
  } catch (error) {
    tell('check', String(error));
  }
}
