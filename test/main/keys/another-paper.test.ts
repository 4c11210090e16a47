import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, openWardFile } from '#main/db/open.ts';
import { headOf } from '#main/db/sealed-file.ts';
import { type KeyFile, keysFileOf } from '#main/keys/key-file.ts';
import { ageIdentityOf, recoverySecretTyped } from '#main/keys/recovery-secret.ts';
import { secretByMeans } from '#main/keys/unlock-ward.ts';
import { openKeys } from '#main/keys/ward-keys.ts';
import { builtProcess } from '../../fixtures/built-process.ts';
import { openTestDesk, type TestDesk } from '../../fixtures/open-desk.ts';
import { writtenDown } from '../../fixtures/recovery-paper.ts';
import { NURSES, newSealedWard, nursesOf, PASSPHRASE, readableIn } from '../../fixtures/sealed-ward.ts';

const NEXT = 'another passphrase of May';
let ward: TestDesk;
let paper: string;
beforeEach(async () => {
  ward = await openTestDesk({ means: { passphrase: PASSPHRASE } });
  await ward.create();
  await ward.admit('邹丽平');
  const { noted, recoveryKey } = await writtenDown(ward);
  paper = recoveryKey;
  await ward.call('setup.protect', { ...noted, passphrase: PASSPHRASE });
});
afterEach(() => ward.close());

async function replace(): Promise<string> {
  const { noted, recoveryKey } = await writtenDown(ward);
  await ward.call('setup.replaceRecoveryKey', { ...noted, current: PASSPHRASE });
  await ward.desk.backups.settled();
  return recoveryKey;
}

const byPaper = (file: string, typed: string) =>
  secretByMeans(file, { recovery: recoverySecretTyped(typed) });
const restore = async (file: string, recoveryKey: string) =>
  (await ward.call('backups.restore', { file, recoveryKey })).aside ?? '';

describe('another recovery paper', () => {
  it('locks the one before out of all that is here, with whatever was kept of it', async () => {
    const before = (await ward.call('backups.take', {})).file;
    // A whole ward that was set aside, one that is damaged, and key files that were put out of the way.
    const whole = await restore(before, paper);
    copyFileSync(keysFileOf(ward.file), keysFileOf(join(whole, 'ward.db')));
    const old = await byPaper(ward.file, paper);
    if (!old) throw new Error('the paper opens nothing');
    const spoilt = join(ward.folder, 'set-aside', 'spoilt');
    mkdirSync(spoilt);
    const bytes = readFileSync(join(whole, 'ward.db'));
    writeFileSync(join(spoilt, 'ward.db'), bytes.fill(0x5a, 5000, 9000));
    copyFileSync(keysFileOf(ward.file), keysFileOf(join(spoilt, 'ward.db')));
    copyFileSync(keysFileOf(ward.file), join(ward.folder, 'ward.keys.1650000000000'));
    await ward.admit('丁林宁');

    const next = await replace();
    expect(await ward.inHouse()).toEqual(['丁林宁', '邹丽平']);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    expect((await ward.call('backups.state', {})).stillPlain).toBeNull();
    expect(readdirSync(ward.folder).filter((name) => name.startsWith('ward.keys'))).toEqual(['ward.keys']);
    // Neither the paper, nor the secret that stands in every copy from before, opens anything but those copies.
    const kept = readdirSync(ward.folder, { recursive: true, encoding: 'utf8' });
    for (const name of kept.filter((each) => each.endsWith('ward.keys')))
      expect([name, await byPaper(join(ward.folder, name.replace('.keys', '.db')), paper)]).toEqual([
        name,
        null,
      ]);
    expect([ward.file, join(whole, 'ward.db')].map((file) => headOf(file, old))).toEqual([
      'sealed',
      'sealed',
    ]);
    expect(() => openWardFile(ward.file, old)).toThrow('wrong-key');

    // What was set aside opens by what opens the ward; the damaged one's secret by the new paper alone.
    const aside = await openTestDesk({ means: { recovery: recoverySecretTyped(next) } }, whole);
    expect(await aside.inHouse()).toEqual(['邹丽平']);
    await aside.desk.close();
    expect(readdirSync(spoilt).sort()).toEqual(['ward.db', 'ward.keys.age']);
    const decrypter = new Decrypter();
    decrypter.addIdentity(ageIdentityOf(recoverySecretTyped(next)));
    const text = await decrypter.decrypt(readFileSync(join(spoilt, 'ward.keys.age')), 'text');
    expect(openKeys(JSON.parse(text) as KeyFile)?.secret).toEqual(old);

    // The newest copy is the new paper's; one from before is still the old one's, and comes back under the keys of today.
    const [newest] = await ward.call('backups.list', {});
    await restore(newest?.file ?? '', next);
    expect(await ward.inHouse()).toEqual(['丁林宁', '邹丽平']);
    expect(await ward.refused('backups.restore', { file: before, recoveryKey: next })).toMatchObject({
      code: 'backup-key-wrong',
    });
    await restore(before, paper);
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    expect((await ward.call('ward.verify', {})).problems).toEqual([]);
    expect(headOf(ward.file, old)).toBe('sealed');
    await ward.restart();
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    expect(await byPaper(ward.file, next)).not.toBeNull();
    expect(ward.defects).toEqual([]);
  });

  it('is not had without the passphrase, nor while another program is at work, and then all is as it was', async () => {
    const { noted } = await writtenDown(ward);
    const wanted = { ...noted, current: 'not the passphrase' };
    expect(await ward.refused('setup.replaceRecoveryKey', wanted)).toMatchObject({
      code: 'passphrase-wrong',
    });
    const secret = await byPaper(ward.file, paper);
    const busy = connect(ward.file, { fileMustExist: true }, secret);
    busy.exec('BEGIN; SELECT * FROM hospital');
    const refused = await ward.refused('setup.replaceRecoveryKey', { ...noted, current: PASSPHRASE });
    busy.close();
    expect(refused).toMatchObject({ code: 'ward-in-use' });
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    expect(await byPaper(ward.file, paper)).toEqual(secret);
    await ward.call('setup.replaceRecoveryKey', { ...noted, current: PASSPHRASE });
    expect(await byPaper(ward.file, paper)).toBeNull();
  });

  it.each([
    ...['locked', 'copied', 'encrypted', 'keys written', 'linked', 'renamed', 'keys renamed', 'wiped'],
  ])(
    'killed when it has %s leaves a whole ward and nothing beside it after the next opening',
    async (step) => {
      const { file, folder } = await newSealedWard();
      const script = builtProcess('seal-anew-and-die');
      const died = spawnSync(process.execPath, [script, file, PASSPHRASE, step]);
      expect([died.signal, String(died.stderr)]).toEqual(['SIGKILL', '']);
      for (let start = 0; start < 2; start += 1) {
        const opened = openWardFile(file, await secretByMeans(file, { passphrase: PASSPHRASE }));
        expect(await nursesOf(opened)).toEqual([...NURSES].sort());
        await opened.close();
      }
      expect(readdirSync(folder).sort()).toEqual(['ward.db', 'ward.keys']);
      expect(readableIn(file, NURSES)).toEqual([]);
    },
  );
});

it('another passphrase opens what was set aside as well, and the one before none of it', async () => {
  const { file } = await ward.call('backups.take', {});
  const aside = join(await restore(file, paper), 'ward.db');
  copyFileSync(keysFileOf(ward.file), keysFileOf(aside));
  const out = join(ward.folder, 'ward.keys.1650000000000');
  copyFileSync(keysFileOf(ward.file), out);
  await ward.call('setup.changePassphrase', { current: PASSPHRASE, passphrase: NEXT });
  await ward.desk.backups.settled();
  for (const each of [ward.file, aside]) {
    expect(await secretByMeans(each, { passphrase: PASSPHRASE })).toBeNull();
    expect(await secretByMeans(each, { passphrase: NEXT })).not.toBeNull();
  }
  expect(existsSync(out)).toBe(false);
});
