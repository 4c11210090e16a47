import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealEarlier } from '#main/backups/seal-earlier.ts';
import { setAsideOf } from '#main/backups/swap-ward.ts';
import { openWardFile } from '#main/db/open.ts';
import { sweepLeftovers } from '#main/desk/sweep-leftovers.ts';
import { keepEarlierSecrets } from '#main/keys/earlier-secrets.ts';
import { keysFileOf, writeKeyFile } from '#main/keys/key-file.ts';
import { keysForProtecting, keysForSealingAnew, protectWard } from '#main/keys/protect-ward.ts';
import { settleKeys } from '#main/keys/protection-leftovers.ts';
import { ageIdentityOf, newRecoverySecret } from '#main/keys/recovery-secret.ts';
import { secretByMeans } from '#main/keys/unlock-ward.ts';
import { type WardKeys, withWrap } from '#main/keys/ward-keys.ts';
import { wrapByPassphrase } from '#main/keys/wraps.ts';
import { openTestDesk } from '../../fixtures/open-desk.ts';
import { NURSES, newFolder, newOpenWard, nursesOf, PASSPHRASE } from '../../fixtures/sealed-ward.ts';

/**
 * A ward that has just got another paper, with everything beside it that may lie there from before: wards in `set-aside`
 * in the open and under the secret of before, whole and damaged, this ward's and another's; key files. `sealSetAside` and
 * `sealOldKeys` are killed at each of their steps.
 */
const SCRIPT = join(import.meta.dirname, '../../fixtures/seal-earlier-and-die.ts');
const BEFORE = '玉兰 before 31 steps';
/** Those that cannot be encrypted as wards, and go to the paper byte for byte. */
const AS_THEY_ARE = [
  'set-aside/damaged/ward.db',
  'set-aside/damaged/ward.db-wal',
  'set-aside/damaged/ward.keys',
  'set-aside/theirs/ward.db',
  'set-aside/theirs/ward.keys',
  'ward.keys.1650000000001',
];
/** Those that open where they lie, before and after. */
const WHOLE = ['set-aside/whole', 'set-aside/earlier', 'set-aside/other-passphrase'];

let begun: string;
let keys: WardKeys;
const paper = newRecoverySecret();

function put(from: string, folder: string): string {
  const to = join(setAsideOf(join(begun, 'ward.db')), folder);
  mkdirSync(to, { recursive: true });
  for (const name of ['ward.db', 'ward.keys']) copyFileSync(join(dirname(from), name), join(to, name));
  return join(to, 'ward.db');
}

function spoil(file: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(4096, 0x5a), 0, 4096, 4096 * 3);
  closeSync(handle);
}

beforeAll(async () => {
  const open = newOpenWard();
  const theirs = newOpenWard();
  begun = open.folder;
  put(open.file, 'whole');
  const damaged = put(open.file, 'damaged');
  writeFileSync(`${damaged}-wal`, readFileSync(open.file).subarray(0, 9000));
  put(theirs.file, 'theirs');
  copyFileSync(keysFileOf(open.file), join(begun, 'ward.keys.1650000000000'));
  copyFileSync(keysFileOf(theirs.file), join(begun, 'ward.keys.1650000000001'));

  const first = await keysForProtecting(open.file, { recovery: newRecoverySecret(), passphrase: BEFORE });
  protectWard(open.file, first);
  put(open.file, 'earlier');
  spoil(put(open.file, 'earlier-damaged'));

  keys = await keysForSealingAnew(first, { recovery: paper, passphrase: PASSPHRASE });
  keepEarlierSecrets(open.file, first.secret, keys.secret);
  protectWard(open.file, keys, undefined, first.secret);
  const other = put(open.file, 'other-passphrase');
  writeKeyFile(
    keysFileOf(other),
    withWrap(keys, await wrapByPassphrase(keys.secret, keys.file.wardId, BEFORE)).file,
  );
  rmSync(theirs.folder, { recursive: true });
});
afterAll(() => rmSync(begun, { recursive: true, force: true }));

function again(): string {
  const folder = newFolder();
  cpSync(begun, folder, { recursive: true });
  return folder;
}

const finish = (folder: string) => {
  const order = { secret: keys.secret, sealed: true, recipient: keys.file.recipient };
  return sealEarlier({ wardFile: join(folder, 'ward.db'), keys: order, target: null });
};

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

async function opened(file: string): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(ageIdentityOf(paper));
  return Buffer.from(await decrypter.decrypt(readFileSync(file)));
}

/** Two names of one file stay that: by them a ward knows how far its encryption came. */
function copyWithLinks(from: string, to: string): void {
  const copied = new Map<number, string>();
  for (const name of readdirSync(from)) {
    const { ino } = statSync(join(from, name));
    const known = copied.get(ino);
    if (known === undefined) copyFileSync(join(from, name), join(to, name));
    else linkSync(known, join(to, name));
    copied.set(ino, join(to, name));
  }
}

/** Of what goes byte for byte there is the file as it was, or the sealed one, whole; and every whole ward opens. */
async function nothingIsLost(folder: string): Promise<void> {
  for (const name of AS_THEY_ARE) {
    const [file, was] = [join(folder, name), readFileSync(join(begun, name))];
    const isThere = existsSync(file) && readFileSync(file).equals(was);
    expect([name, isThere || (await opened(`${file}.age`)).equals(was)]).toEqual([name, true]);
  }
  for (const name of WHOLE) {
    const looked = newFolder();
    copyWithLinks(join(folder, name), looked);
    const file = join(looked, 'ward.db');
    // As every opening does first.
    settleKeys(file);
    const by = (passphrase: string) => secretByMeans(file, { passphrase });
    const ward = openWardFile(file, (await by(PASSPHRASE)) ?? (await by(BEFORE)));
    expect([name, await nursesOf(ward)]).toEqual([name, NURSES]);
    await ward.close();
    rmSync(looked, { recursive: true });
  }
}

it('killed at any step nothing is lost, and the next run leaves just what one that was not killed leaves', async () => {
  const unkilled = again();
  expect(await finish(unkilled)).toEqual([]);
  const wanted = filesIn(unkilled);
  expect(wanted.filter((name) => /\.plain|\.sealing|unfinished/.test(name))).toEqual([]);
  await nothingIsLost(unkilled);
  const met: string[] = [];
  for (let step = 1; ; step += 1) {
    const folder = again();
    const died = spawnSync(process.execPath, [SCRIPT, join(folder, 'ward.db'), PASSPHRASE, String(step)]);
    expect(String(died.stderr)).toBe('');
    if (died.signal === null) break;
    met.push(String(died.stdout));
    await nothingIsLost(folder);
    // As the next start does, and its first copy.
    sweepLeftovers({ path: folder, demo: false });
    expect([met.at(-1), step, await finish(folder)]).toEqual([met.at(-1), step, []]);
    expect([met.at(-1), step, filesIn(folder)]).toEqual([met.at(-1), step, wanted]);
    await nothingIsLost(folder);
    rmSync(folder, { recursive: true });
  }
  expect(new Set(met)).toEqual(
    new Set([
      ...['locked', 'copied', 'encrypted', 'keys written', 'linked', 'renamed', 'keys renamed', 'wiped'],
      ...['written', 'named', 'keys renewed'],
    ]),
  );
  expect(met.length).toBeGreaterThan(30);
  rmSync(unkilled, { recursive: true });
}, 400_000);

it('a start finishes it by itself, with its first copy', async () => {
  const folder = again();
  const died = spawnSync(process.execPath, [SCRIPT, join(folder, 'ward.db'), PASSPHRASE, '6']);
  expect(died.signal).toBe('SIGKILL');
  const ward = await openTestDesk({ means: { passphrase: PASSPHRASE } }, folder);
  expect(await ward.desk.backups.takeIfChanged('schedule')).not.toBeNull();
  expect((await ward.call('backups.state', {})).stillPlain).toBeNull();
  const bytes = filesIn(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
  const words = [...NURSES, 'SQLite format 3'];
  expect(bytes.filter(([, each]) => words.some((word) => each.includes(word))).map(([name]) => name)).toEqual(
    [],
  );
  await nothingIsLost(folder);
  await ward.close();
});
