import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runHere } from '#main/backups/backup-tasks.ts';
import { takeBackup } from '#main/backups/take-backup.ts';
import { connect } from '#main/db/connect.ts';
import { wardIdOf } from '#main/db/whole-file.ts';
import { makeOpenKeys } from '#main/keys/keys-of-file.ts';
import { keysForProtecting, protectWard } from '#main/keys/protect-ward.ts';
import { newRecoverySecret } from '#main/keys/recovery-secret.ts';
import type { WardKeys } from '#main/keys/ward-keys.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { formatRecoveryKey } from '#shared/rules/recovery-key.ts';
import { openTestDesk } from '../../fixtures/open-desk.ts';
import { newFolder, PASSPHRASE } from '../../fixtures/sealed-ward.ts';

/**
 * Two things are done one at a time: what is done with the copies, and opening or closing the ward. A restore has the copies
 * and then wants the ward; opening a ward of an earlier version wants a copy. Both at once must not wait for each other.
 */
const OLD = new URL('../../databases/version-8.sqlite', import.meta.url);
const NOW = '2022-04-05T04:00:00.000Z' as Instant;
const recovery = newRecoverySecret();
const recoveryKey = formatRecoveryKey(recovery);

let folder: string;
let file: string;
let keys: WardKeys;
let copy: string;
beforeEach(async () => {
  folder = newFolder();
  file = join(folder, 'ward.db');
  copyFileSync(OLD, file);
  const plain = connect(file, { readonly: true });
  makeOpenKeys(file, String(wardIdOf(plain)));
  plain.close();
  keys = await keysForProtecting(file, { recovery, passphrase: PASSPHRASE });
  protectWard(file, keys);
  const order = { secret: keys.secret, sealed: true, recipient: keys.file.recipient };
  copy = (await takeBackup({ wardFile: file, because: 'asked', now: NOW, keys: order, target: null })).file;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answered = (reply: Promise<Reply> | undefined): Promise<unknown> =>
  Promise.race([reply, sleep(30_000, 'it waits for ever')]);

it('a sealed ward of an earlier version that is unlocked while it is being restored', async () => {
  let unlocking: Promise<Reply> | undefined;
  const ward = await openTestDesk(
    {
      runBackup: async (task) => {
        if (task.task === 'makeReady') {
          unlocking = ward.desk.call('setup.unlock', { passphrase: PASSPHRASE });
          // Time to derive the key, and to come to where it opens the ward.
          await sleep(1_500);
        }
        return runHere(task);
      },
    },
    folder,
  );
  expect((await ward.call('setup.status', {})).fault).toMatchObject({ code: 'ward-locked' });
  const restoring = ward.desk.call('backups.restore', { file: copy, recoveryKey });
  expect(await answered(restoring)).toMatchObject({ ok: true });
  expect(await answered(unlocking)).toMatchObject({ ok: true });
  expect((await ward.call('setup.status', {})).fault).toBeNull();
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  await ward.desk.close();
}, 120_000);

it('a restore that cannot be put in place opens the ward of an earlier version again, with its copy', async () => {
  let restoring = false;
  const ward = await openTestDesk(
    {
      means: { passphrase: PASSPHRASE },
      runBackup: async (task) => {
        // A disk without room at the start, which is why the ward is shut; with room for what comes after.
        if (task.task === 'take' && !restoring) throw new Error('ENOSPC');
        return runHere(task);
      },
    },
    folder,
  );
  expect((await ward.call('setup.status', {})).fault).toMatchObject({ code: 'ward-not-backed-up' });
  restoring = true;
  // Nothing can be set aside.
  writeFileSync(join(folder, 'set-aside'), 'a file where a folder should be');
  expect(await answered(ward.desk.call('backups.restore', { file: copy, recoveryKey }))).toMatchObject({
    ok: false,
  });
  expect((await ward.call('setup.status', {})).fault).toBeNull();
  const [newest] = await ward.call('backups.list', {});
  expect(newest?.info).toMatchObject({ because: 'migration', schemaVersion: 8 });
  expect((await ward.call('ward.verify', {})).problems).toEqual([]);
  await ward.desk.close();
}, 120_000);
