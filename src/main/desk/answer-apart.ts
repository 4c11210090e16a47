import { isProcedureName } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { RunBackupTask } from '../backups/backup-tasks.ts';
import type { BackedUpDesk } from '../backups/backups-router.ts';
import type { BackupKeys } from '../backups/take-backup.ts';
import type { CallOptions } from '../ipc/router.ts';
import { setupRouter } from '../setup/setup-router.ts';
import type { Desk, DeskOptions } from './desk.ts';
import { wardIdBeside } from './desk-backups.ts';
import type { DeskRights } from './desk-rights.ts';
import { wardFileOf } from './folder.ts';
import type { WardAtHand } from './ward-at-hand.ts';

interface Apart {
  desk: Desk;
  options: DeskOptions;
  hand: WardAtHand;
  rights: DeskRights;
  keys: () => BackupKeys;
  run: RunBackupTask;
}

export const isApart = (name: string): boolean => name.startsWith('setup.') || name.startsWith('backups.');

/** About this desk, its keys and its copies: answered without the ward's router, and on its trail all the same. */
export async function answerApart(
  { desk, options, hand, rights, keys, run }: Apart,
  name: string,
  input: unknown,
  call: CallOptions,
): Promise<Reply> {
  const wardFile = () => wardFileOf(hand.folder);

  async function callBackups(): Promise<Reply> {
    const { backupsRouter } = await import('../backups/backups-router.ts');
    const { clock, trustsPaths, log } = options;
    const place: BackedUpDesk = {
      wardFile,
      demo: () => hand.folder.demo,
      open: () => hand.open,
      changing: () => hand.changing,
      closed: () => rights.closed(),
      keys,
      wardIdBeside: () => wardIdBeside(wardFile()),
      insistOnRights: (...given) => rights.insist(...given),
      whileClosed: desk.whileClosed,
    };
    const whole = { keeper: desk.backups, desk: place, run, clock, trustsPaths, log };
    return backupsRouter(whole, name, input, rights.actedBy(call));
  }

  // Who asks is settled now: while the ward is closed for it, the desk may lock itself.
  const one = isProcedureName(name) ? rights.asked(name, input, call) : null;
  const reply = name.startsWith('setup.')
    ? await setupRouter(desk, options, () => hand.fault, name, input, call)
    : await callBackups();
  if (one) await hand.open?.router.noteApart(one, reply);
  return reply;
}
