import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { connect, openWardFile } from '#main/db/open.ts';
import { WardFileError } from '#main/db/ward-file-error.ts';
import { type KeyFile, keysFileOf } from '#main/keys/key-file.ts';
import { keysForSealingAnew, protectWard } from '#main/keys/protect-ward.ts';
import { ageRecipientOf, newRecoverySecret, type RecoverySecret } from '#main/keys/recovery-secret.ts';
import { secretByMeans } from '#main/keys/unlock-ward.ts';
import { auditKeyOf, type WardSecret } from '#main/keys/ward-secret.ts';
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

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function sealedWard() {
  const ward = await newSealedWard();
  folders.push(ward.folder);
  return ward;
}

const faultOf = async (open: () => unknown): Promise<string> => {
  try {
    await open();
  } catch (error) {
    if (error instanceof WardFileError) return error.fault;
    throw error;
  }
  return 'opened';
};
const byPassphrase = (file: string, passphrase: string) => secretByMeans(file, { passphrase });
const byRecovery = (file: string, recovery: RecoverySecret) => secretByMeans(file, { recovery });

async function namesIn(file: string, secret: WardSecret | null): Promise<string[]> {
  const ward = openWardFile(file, secret);
  const names = await nursesOf(ward);
  await ward.close();
  return names;
}

describe('a sealed ward', () => {
  it('opens with its passphrase or its recovery key, on this PC and on another', async () => {
    const { file, recovery, keys } = await sealedWard();
    expect(await byPassphrase(file, PASSPHRASE)).toEqual(keys.secret);
    expect(await byRecovery(file, recovery)).toEqual(keys.secret);
    expect(await namesIn(file, keys.secret)).toEqual([...NURSES].sort());
    const elsewhere = newFolder();
    folders.push(elsewhere);
    const copy = join(elsewhere, 'ward.db');
    copyFileSync(file, copy);
    copyFileSync(keysFileOf(file), keysFileOf(copy));
    expect(await namesIn(copy, await byRecovery(copy, recovery))).toEqual([...NURSES].sort());
  });

  it('with another passphrase or paper stays locked, and as it was', async () => {
    const { file } = await sealedWard();
    const before = readFileSync(file);
    expect(await byPassphrase(file, `${PASSPHRASE} `)).toBeNull();
    expect(await byRecovery(file, newRecoverySecret())).toBeNull();
    expect(await faultOf(() => openWardFile(file))).toBe('locked');
    expect(readFileSync(file).equals(before)).toBe(true);
    // The same passphrase from a keyboard that composes its letters in another way is the same.
    const accents = await newSealedWard('Jürgen é ﬁve');
    folders.push(accents.folder);
    expect(await byPassphrase(accents.file, 'Jürgen é five')).toEqual(accents.keys.secret);
  });

  it('has nothing of a ward in any of its files, while it is written to and afterwards', async () => {
    const { file, keys } = await sealedWard();
    const name = '密文患者黎明';
    const ward = openWardFile(file, keys.secret);
    await addNurse(ward, name);
    // Sorted beyond SQLite's memory for it, and so into a temporary file if there were any.
    await sql`select a.name || b.code from operator a, bed b, bed c, bed d order by random() limit 5`.execute(
      ward.read,
    );
    const words = [name, ...NURSES, '方舱医院', 'SQLite format 3', 'CREATE TABLE'];
    expect(existsSync(`${file}-wal`)).toBe(true);
    expect(readableIn(file, words)).toEqual([]);
    await ward.close();
    expect(readableIn(file, words)).toEqual([]);
    expect(await namesIn(file, keys.secret)).toContain(name);
    // The search finds what can be read: the same in an open ward.
    const open = newOpenWard();
    folders.push(open.folder);
    expect(readableIn(open.file, NURSES)).toHaveLength(NURSES.length);
  });

  it('gets another passphrase and another paper, and those before open it no more', async () => {
    const { file, keys, recovery } = await sealedWard();
    const next = newRecoverySecret();
    const passphrase = '另一个口令 for May';
    const changed = await keysForSealingAnew(keys, { recovery: next, passphrase });
    protectWard(file, changed, undefined, keys.secret);
    expect(changed.file.recipient).toBe(await ageRecipientOf(next));
    expect(await byPassphrase(file, PASSPHRASE)).toBeNull();
    expect(await byRecovery(file, recovery)).toBeNull();
    expect(await byPassphrase(file, passphrase)).toEqual(changed.secret);
    expect(await namesIn(file, await byRecovery(file, next))).toEqual([...NURSES].sort());
    // Nor does what somebody kept: the key file of before, or the secret that they got with it.
    expect(await faultOf(() => openWardFile(file, keys.secret))).toBe('wrong-key');
    expect(auditKeyOf(changed.secret)).toEqual(auditKeyOf(keys.secret));
    expect(readdirSync(join(file, '..')).sort()).toEqual(['ward.db', 'ward.keys']);
  });

  it('keeps its key file to the account itself', async () => {
    const { file, keys, recovery } = await sealedWard();
    if (process.platform !== 'win32') expect(statSync(keysFileOf(file)).mode & 0o777).toBe(0o600);
    const text = readFileSync(keysFileOf(file), 'utf8');
    for (const secret of [keys.secret, recovery])
      for (const as of ['base64', 'hex'] as const)
        expect(text).not.toContain(Buffer.from(secret).toString(as));
  });

  it('whose key file is missing, of another ward, or altered says so, and is never called damaged', async () => {
    const { file, recovery, keys } = await sealedWard();
    const other = await sealedWard();
    const place = keysFileOf(file);
    const right = readFileSync(place, 'utf8');
    rmSync(place);
    expect(await faultOf(() => openWardFile(file))).toBe('keys-missing');
    copyFileSync(keysFileOf(other.file), place);
    expect(await byRecovery(file, recovery)).toBeNull();
    const theirs = await byPassphrase(file, PASSPHRASE);
    expect(theirs).toEqual(other.keys.secret);
    expect(await faultOf(() => openWardFile(file, theirs))).toBe('wrong-key');

    const altered = (change: (keys: KeyFile) => unknown) => {
      const made = JSON.parse(right) as KeyFile;
      writeFileSync(place, JSON.stringify(change(made)));
      return faultOf(async () => openWardFile(file, await byPassphrase(file, PASSPHRASE)));
    };
    const recipient = other.keys.file.recipient;
    expect(await altered((made) => made)).toBe('opened');
    expect(await altered((made) => ({ ...made, recipient }))).toBe('keys-damaged');
    expect(await altered((made) => ({ ...made, protection: 'open' }))).toBe('keys-damaged');
    expect(await altered((made) => ({ ...made, wardId: other.keys.file.wardId }))).toBe('locked');
    expect(await altered((made) => ({ ...made, wraps: other.keys.file.wraps }))).toBe('locked');
    expect(await altered((made) => ({ ...made, more: 1 }))).toBe('keys-damaged');
    expect(await altered(() => 'nothing')).toBe('keys-damaged');
    expect(await altered((made) => made)).toBe('opened');
    expect(await faultOf(() => openWardFile(file, keys.secret))).toBe('opened');
  });

  it('is damaged where it was written over, and no ward where something else lies in its place', async () => {
    const { file, keys } = await sealedWard();
    const right = readFileSync(file);
    const noise = Buffer.from(right);
    noise.fill(0x5a, 200, 400);
    writeFileSync(file, noise);
    expect(await faultOf(() => openWardFile(file, keys.secret))).toBe('damaged');
    const later = Buffer.from(right);
    for (let page = 1; page < later.length / 4096; page++)
      later.fill(0x5a, page * 4096 + 100, page * 4096 + 140);
    writeFileSync(file, later);
    expect(await faultOf(() => openWardFile(file, keys.secret))).toBe('damaged');
    writeFileSync(file, '姓名,性别\n'.repeat(1000));
    expect(await faultOf(() => openWardFile(file, keys.secret))).toBe('not-a-ward');
    const open = newOpenWard();
    folders.push(open.folder);
    copyFileSync(open.file, file);
    expect(await faultOf(() => openWardFile(file, keys.secret))).toBe('wrong-key');
    expect(await faultOf(() => openWardFile(file))).toBe('wrong-key');
    expect(readFileSync(file).equals(readFileSync(open.file))).toBe(true);
  });

  it('that was killed with a WAL is as it was after a try with a wrong key, and whole with the right one', async () => {
    const { file, keys } = await sealedWard();
    const ward = openWardFile(file, keys.secret);
    await addNurse(ward, '最后一笔');
    const elsewhere = newFolder();
    folders.push(elsewhere);
    for (const name of ['ward.db', 'ward.db-wal', 'ward.keys'])
      cpSync(join(file, '..', name), join(elsewhere, name));
    await ward.close();
    const copy = join(elsewhere, 'ward.db');
    const wal = readFileSync(`${copy}-wal`);
    const other = await sealedWard();
    expect(await faultOf(() => openWardFile(copy, other.keys.secret))).toBe('wrong-key');
    expect(readFileSync(`${copy}-wal`).equals(wal)).toBe(true);
    expect(await namesIn(copy, keys.secret)).toContain('最后一笔');
  });

  it('has copies that are sealed too', async () => {
    const { folder, file, keys } = await sealedWard();
    const raw = connect(file, {}, keys.secret);
    raw.prepare('VACUUM INTO ?').run(join(folder, 'copy.db'));
    raw.close();
    expect(readableIn(join(folder, 'copy.db'), NURSES)).toEqual([]);
    const copy = connect(join(folder, 'copy.db'), { readonly: true }, keys.secret);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
  });
});

describe('an open ward', () => {
  it('of an earlier version gets its key file when it is opened, and keeps it', async () => {
    const { file } = newOpenWard();
    folders.push(join(file, '..'));
    rmSync(keysFileOf(file));
    const first = openWardFile(file);
    const secret = first.secret;
    await first.close();
    const again = openWardFile(file);
    expect(again.secret).toEqual(secret);
    expect(again.sealed).toBe(false);
    await again.close();
  });

  it('refuses the key file of another ward', async () => {
    const [one, other] = [newOpenWard(), newOpenWard()];
    folders.push(one.folder, other.folder);
    copyFileSync(keysFileOf(other.file), keysFileOf(one.file));
    expect(await faultOf(() => openWardFile(one.file))).toBe('wrong-key');
  });
});
