import type { z } from 'zod';
import type { setup } from '#shared/contract/setup.ts';
import type { RunBackupTask } from '../backups/backup-tasks.ts';
import type { Desk } from '../desk/desk.ts';
import { wardFileOf } from '../desk/folder.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { keysForProtecting } from '../keys/protect-ward.ts';
import { recoverySecretTyped } from '../keys/recovery-secret.ts';
import { type Means, type WardKeys, withWrap } from '../keys/ward-keys.ts';
import type { WardSecret } from '../keys/ward-secret.ts';
import { wrapByPassphrase } from '../keys/wraps.ts';
import { qrCode } from '../papers/barcodes.ts';

type Names =
  | 'setup.offerRecoveryKey'
  | 'setup.unlock'
  | 'setup.protect'
  | 'setup.replaceRecoveryKey'
  | 'setup.changePassphrase';
type Handlers = {
  [N in Names]: (
    input: z.output<(typeof setup)[N]['input']>,
  ) => Promise<z.output<(typeof setup)[N]['output']>>;
};

/** Encryption of the ward of this folder: unlocking, protecting, other keys. Changed is told to the screens. */
export function protectionHandlers(desk: Desk, run: RunBackupTask, changed: () => void): Handlers {
  const { keys } = desk;
  const file = () => wardFileOf(desk.folder);
  return {
    'setup.offerRecoveryKey': async () => {
      const made = keys.offers.make();
      return { ...made, qr: await qrCode(made.recoveryKey) };
    },
    'setup.unlock': async (input) => {
      const known = await keys.unlockWith(file(), meansOf(input));
      refuseUnless(known, 'recoveryKey' in input ? 'recovery-key-wrong' : 'passphrase-wrong');
      await desk.reopen();
      changed();
      return {};
    },
    'setup.protect': async (wanted) => {
      refuseUnless(desk.hospital?.demo !== true, 'protection-of-demonstration');
      const sealed = await keysForProtecting(file(), await keys.sealing(wanted));
      await seal(desk, run, sealed, null);
      changed();
      // Not waited for: of many copies it takes minutes. The status bar tells how it goes, and each copy tries again.
      void desk.backups.sealEarlier().catch(() => undefined);
      return {};
    },
    'setup.replaceRecoveryKey': async ({ current, ...noted }) => {
      await keys.whileUnchanged(async () => {
        const next = await keys.sealedAnew(file(), current, keys.offers.noted(noted));
        await seal(desk, run, next, keys.held);
      });
      changed();
      // The first copy that the new paper opens; what was set aside is encrypted anew after it.
      void desk.backups.take('asked').catch(() => undefined);
      return {};
    },
    'setup.changePassphrase': async ({ current, passphrase }) => {
      keys.insistOnLength(passphrase);
      await keys.change(file(), async (there) => {
        const now = await keys.insistOnCurrent(file(), there, current);
        return withWrap(now, await wrapByPassphrase(now.secret, now.file.wardId, passphrase));
      });
      // Key files of this ward that lie elsewhere on this PC open by the one before until then.
      void desk.backups.sealEarlier().catch(() => undefined);
      changed();
      return {};
    },
  };
}

/** Seals the ward with these keys, in the thread of the copies. A copy that is being made has the ward open as well. */
async function seal(
  desk: Desk,
  run: RunBackupTask,
  sealed: WardKeys,
  before: WardSecret | null,
): Promise<void> {
  const { folder, backups, keys } = desk;
  const order = { wardFile: wardFileOf(folder), keys: sealed, before };
  await backups.exclusively(() =>
    desk.whileClosed(async () => {
      try {
        await run({ task: 'protect', order });
      } finally {
        // It may have failed when the file had its new name already.
        keys.holdIfSealed(folder, sealed);
      }
    }),
  );
}

function meansOf(input: { passphrase: string } | { recoveryKey: string }): Means {
  if ('passphrase' in input) return { passphrase: input.passphrase };
  return { recovery: recoverySecretTyped(input.recoveryKey) };
}
