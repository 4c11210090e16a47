import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backupFolderOf, listCopies, targetFolderOf } from '#main/backups/backup-folder.ts';
import { runHere } from '#main/backups/backup-tasks.ts';
import { drillBackup, prepareRestore, putInPlace } from '#main/backups/restore-backup.ts';
import { layKeysReady } from '#main/backups/restored-keys.ts';
import { takeBackup } from '#main/backups/take-backup.ts';
import { openWardFile } from '#main/db/open.ts';
import { keysFileOf } from '#main/keys/key-file.ts';
import { keyFileBeside } from '#main/keys/keys-of-file.ts';
import { keysForProtecting, protectWard } from '#main/keys/protect-ward.ts';
import { newRecoverySecret } from '#main/keys/recovery-secret.ts';
import { secretByMeans } from '#main/keys/unlock-ward.ts';
import type { Instant } from '#shared/rules/instant.ts';
import {
  addNurse,
  NURSES,
  newFolder,
  newOpenWard,
  newSealedWard,
  nursesOf,
  PASSPHRASE,
  readableIn,
} from '../../fixtures/sealed-ward.ts';

const NOW = '2022-04-05T04:00:00.000Z' as Instant;
const LATER = '2022-04-05T05:00:00.000Z' as Instant;

it('a sealed ward’s copies hold nothing readable, are no use without the paper, and with it open on another PC', async () => {
  const { folder, file, keys, recovery } = await newSealedWard();
  const ward = openWardFile(file, keys.secret);
  await addNurse(ward, '赵护士');
  const order = {
    wardFile: file,
    because: 'asked',
    now: NOW,
    keys: { secret: keys.secret, sealed: true, recipient: keys.file.recipient },
    target: null,
  } as const;
  const copy = await takeBackup(order);
  const names = readdirSync(backupFolderOf(file));
  expect(names.length).toBe(2);
  for (const name of names)
    expect(readableIn(join(backupFolderOf(file), name), [...NURSES, '赵护士', 'CREATE TABLE'])).toEqual([]);
  await ward.close();

  const pc = newFolder();
  const wardFile = join(pc, 'ward.db');
  const opening = { wardFile, file: copy.file, recovery, secret: null, run: runHere };
  await expect(drillBackup({ ...opening, recovery: null })).rejects.toThrow('recovery-key-needed');
  await expect(drillBackup({ ...opening, recovery: newRecoverySecret() })).rejects.toThrow(
    'backup-key-wrong',
  );
  expect(await drillBackup(opening)).toMatchObject({ problems: [] });
  const ready = await prepareRestore(opening);
  await layKeysReady(wardFile, ready, { recovery, held: null });
  expect(putInPlace(wardFile, NOW)).toBeNull();
  expect(() => openWardFile(wardFile)).toThrow('ward file locked');
  const secret = await secretByMeans(wardFile, { recovery });
  const restored = openWardFile(wardFile, secret);
  expect(await nursesOf(restored)).toEqual([...NURSES, '赵护士'].sort());
  expect(restored.sealed).toBe(true);
  expect(readableIn(wardFile, ['赵护士'])).toEqual([]);
  await restored.close();
  for (const made of [folder, pc]) rmSync(made, { recursive: true });
});

it('goes back on the same PC without losing its passphrase', async () => {
  const { folder, file, keys, recovery } = await newSealedWard();
  const sealed = { secret: keys.secret, sealed: true, recipient: keys.file.recipient };
  const copy = await takeBackup({ wardFile: file, because: 'asked', now: NOW, keys: sealed, target: null });
  const ready = await prepareRestore({
    wardFile: file,
    file: copy.file,
    recovery,
    secret: keys.secret,
    run: runHere,
  });
  await layKeysReady(file, ready, { recovery, held: keys.secret });
  putInPlace(file, LATER);
  const secret = await secretByMeans(file, { passphrase: PASSPHRASE });
  const ward = openWardFile(file, secret);
  expect(await nursesOf(ward)).toEqual([...NURSES].sort());
  await ward.close();
  rmSync(folder, { recursive: true });
});

it('once a ward is protected its earlier copies are sealed as well, here and on the second target', async () => {
  const { folder, file, keys } = newOpenWard();
  const usb = join(folder, 'usb');
  mkdirSync(targetFolderOf(usb, keys.file.wardId), { recursive: true });
  const plain = { wardFile: file, because: 'asked', target: usb } as const;
  await takeBackup({ ...plain, now: NOW, keys: { secret: keys.secret, sealed: false, recipient: null } });
  const kept = join(folder, 'kept.wardbackup');
  const [first] = await listCopies(backupFolderOf(file), 'first');
  copyFileSync(first?.file ?? '', kept);
  expect(readFileSync(kept).includes('李护士密文')).toBe(true);

  const recovery = newRecoverySecret();
  const safe = await keysForProtecting(file, { recovery, passphrase: PASSPHRASE });
  protectWard(file, safe);
  const sealed = { secret: safe.secret, sealed: true, recipient: safe.file.recipient };
  await takeBackup({ ...plain, now: LATER, keys: sealed });
  for (const place of [backupFolderOf(file), targetFolderOf(usb, keys.file.wardId)]) {
    const copies = await listCopies(place, 'first');
    expect(copies.map(({ encrypted, damaged }) => [encrypted, damaged])).toEqual([
      [true, false],
      [true, false],
    ]);
    for (const name of readdirSync(place)) expect(readableIn(join(place, name), NURSES)).toEqual([]);
    const drilled = { wardFile: file, file: copies[1]?.file ?? '', recovery, secret: null, run: runHere };
    expect((await drillBackup(drilled)).facts.number).toBe(1);
  }

  // A copy from before that somebody kept elsewhere comes back encrypted, under the key file that is here.
  const ready = await prepareRestore({
    wardFile: file,
    file: kept,
    recovery,
    secret: safe.secret,
    run: runHere,
  });
  await layKeysReady(file, ready, { recovery: null, held: safe.secret });
  putInPlace(file, LATER);
  expect(keyFileBeside(file)?.protection).toBe('sealed');
  expect(readdirSync(folder).filter((name) => name.startsWith('ward.keys'))).toEqual(['ward.keys']);
  expect(keysFileOf(file)).toBe(join(folder, 'ward.keys'));
  const ward = openWardFile(file, safe.secret);
  expect(await nursesOf(ward)).toEqual([...NURSES].sort());
  expect(readableIn(file, NURSES)).toEqual([]);
  await ward.close();
  rmSync(folder, { recursive: true });
});
