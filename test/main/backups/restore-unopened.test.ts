import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keysFileOf } from '#main/keys/key-file.ts';
import type { Keyring } from '#main/keys/keyring.ts';
import { newRecoverySecret } from '#main/keys/recovery-secret.ts';
import { formatRecoveryKey } from '#shared/rules/recovery-key.ts';
import { openTestDesk, type TestDesk } from '../../fixtures/open-desk.ts';
import { protectDesk } from '../../fixtures/recovery-paper.ts';

/** Opens for whoever starts the program, as that of an account does; it keeps what it is given in the open. */
const keyring: Keyring = {
  available: async () => true,
  wrap: async (text) => Buffer.from(text),
  unwrap: async (wrapped) => Buffer.from(wrapped).toString(),
};

let ward: TestDesk;
let other: TestDesk;
let paper: string;
let theirs: string;
let own: string;
beforeEach(async () => {
  ward = await openTestDesk({ means: { keyring } });
  await ward.create();
  await ward.admit('邹丽平');
  paper = await protectDesk(ward, null);
  own = (await ward.call('backups.take', {})).file;
  other = await openTestDesk();
  await other.create();
  await other.admit('别处人');
  theirs = (await other.call('backups.take', {})).file;
});
afterEach(async () => {
  await ward.close();
  await other.close();
});

const spoil = () => writeFileSync(ward.file, readFileSync(ward.file).fill(0x5a, 5000, 9000));
const noHead = () => writeFileSync(ward.file, readFileSync(ward.file).fill(0x5a, 0, 9000));
const keysGone = () => rmSync(keysFileOf(ward.file));
const keysSpoilt = () => writeFileSync(keysFileOf(ward.file), '{}');
const both =
  (...acts: (() => void)[]) =>
  () => {
    for (const act of acts) act();
  };

describe('a sealed ward that does not open although this PC’s keyring has its key', () => {
  it.each<[string, string, () => void]>([
    ['damaged', 'ward-damaged', spoil],
    ['missing', '', () => rmSync(ward.file)],
    ['without its key file', 'ward-keys-missing', keysGone],
    ['with a damaged key file', 'ward-keys-damaged', keysSpoilt],
    ['with nothing that can be read', 'ward-keys-damaged', both(noHead, keysSpoilt)],
    [
      'in a folder that has gone bad',
      'ward-cannot-open',
      both(
        () => renameSync(keysFileOf(ward.file), join(ward.folder, 'away')),
        () => mkdirSync(keysFileOf(ward.file)),
      ),
    ],
  ])('%s, is replaced by whoever has its recovery key and by nobody else', async (_what, code, act) => {
    await ward.desk.close();
    act();
    await ward.restart();
    expect(ward.desk.hospital).toBeNull();
    expect((await ward.call('setup.status', {})).fault?.code ?? '').toBe(code);
    const refusedFor = async (file: string, recoveryKey: string | null) =>
      (await ward.refused('backups.restore', { file, recoveryKey, otherWard: true })).code;
    const another = formatRecoveryKey(newRecoverySecret());
    expect(await refusedFor(theirs, null)).toBe('ward-locked');
    expect(await refusedFor(theirs, another)).toBe('ward-locked');
    expect(await refusedFor(own, null)).toBe('ward-locked');
    expect(['ward-locked', 'backup-key-wrong']).toContain(await refusedFor(own, another));
    if (code === 'ward-cannot-open') rmSync(keysFileOf(ward.file), { recursive: true });
    await ward.call('backups.restore', { file: own, recoveryKey: paper });
    if (!ward.desk.hospital) {
      const unlocked = await ward.desk.call('setup.unlock', { recoveryKey: paper });
      expect(unlocked).toMatchObject({ ok: true });
    }
    expect(await ward.inHouse()).toEqual(['邹丽平']);
  });
});

it('what nobody thought of is a fault, and no folder without a ward, in which everybody may do everything', async () => {
  await ward.desk.close();
  const intent = join(ward.folder, 'restore.json');
  writeFileSync(intent, 'half a wo');
  await ward.restart();
  expect(ward.desk.hospital).toBeNull();
  expect((await ward.call('setup.status', {})).fault).toMatchObject({ code: 'ward-cannot-open' });
  expect(await ward.refused('stays.list', { scope: 'present' })).toMatchObject({ code: 'ward-cannot-open' });
  expect(await ward.refused('backups.setTarget', { folder: null })).toMatchObject({
    code: 'ward-cannot-open',
  });
  expect(ward.defects).toHaveLength(1);
  rmSync(intent);
  await ward.restart();
  expect(await ward.inHouse()).toEqual(['邹丽平']);
});
