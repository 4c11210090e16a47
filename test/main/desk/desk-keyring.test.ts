import { copyFileSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keysFileOf } from '#main/keys/key-file.ts';
import { askedOnce, type Keyring } from '#main/keys/keyring.ts';
import { openTestDesk, type TestDesk } from '../../fixtures/open-desk.ts';
import { protectDesk, writtenDown } from '../../fixtures/recovery-paper.ts';
import { PASSPHRASE } from '../../fixtures/sealed-ward.ts';

/** A keyring that fails where it is told to. What it keeps is kept in the open, as nothing here is about that. */
function keyringThatMayFail() {
  const fails = new Set<keyof Keyring>();
  let wait: Promise<void> = Promise.resolve();
  const or = async <T>(what: keyof Keyring, answer: T): Promise<T> => {
    await wait;
    if (fails.has(what)) throw new Error(`the keyring is gone: ${what}`);
    return answer;
  };
  const keyring: Keyring = {
    available: () => or('available', true),
    wrap: (text) => or('wrap', Buffer.from(text)),
    unwrap: (wrapped) => or('unwrap', Buffer.from(wrapped).toString()),
  };
  const held = (until: Promise<void>) => {
    wait = until;
  };
  return { keyring, fails, held };
}

let ward: TestDesk;
let ring: ReturnType<typeof keyringThatMayFail>;
beforeEach(async () => {
  ring = keyringThatMayFail();
  ward = await openTestDesk({ means: { keyring: ring.keyring } });
  await ward.create();
  await ward.admit('邹丽平');
});
afterEach(() => ward.close());

const protect = (passphrase: string | null) => protectDesk(ward, passphrase);
const unlock = async ({ desk }: TestDesk) =>
  expect(await desk.call('setup.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true });
const status = async () => (await ward.call('setup.status', {})).protection;

it.each(['available', 'unwrap'] as const)(
  'a keyring that fails when asked (%s) leaves the ward to its passphrase, and is asked again at the next start',
  async (what) => {
    await protect(PASSPHRASE);
    expect(await status()).toMatchObject({ ways: ['keyring', 'passphrase', 'recovery'], keyring: true });
    ring.fails.add(what);
    await ward.restart();
    expect((await ward.call('setup.status', {})).fault).toMatchObject({ code: 'ward-locked' });
    await unlock(ward);
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    ring.fails.clear();
    await ward.restart();
    expect(await ward.inHouse()).toEqual(['邹丽平']);
    expect(ward.defects).toEqual([]);
  },
);

it('what takes no key keeps nobody out who has the passphrase', async () => {
  ring.fails.add('wrap');
  // Nothing but the paper would open it.
  const { noted } = await writtenDown(ward);
  expect(await ward.refused('setup.protect', { ...noted, passphrase: null })).toMatchObject({
    code: 'passphrase-needed',
  });
  await protect(PASSPHRASE);
  expect((await status()).ways).toEqual(['passphrase', 'recovery']);
  await ward.restart();
  await unlock(ward);
  expect(await ward.inHouse()).toEqual(['邹丽平']);

  // On another PC, whose keyring does not know the ward and fails to take its key.
  const elsewhere = await openTestDesk({ means: { keyring: ring.keyring } });
  try {
    await ward.desk.close();
    copyFileSync(ward.file, elsewhere.file);
    copyFileSync(keysFileOf(ward.file), keysFileOf(elsewhere.file));
    const before = readFileSync(keysFileOf(elsewhere.file));
    ring.fails.add('wrap');
    await elsewhere.restart();
    await unlock(elsewhere);
    expect(await elsewhere.inHouse()).toEqual(['邹丽平']);
    expect(readFileSync(keysFileOf(elsewhere.file)).equals(before)).toBe(true);
    ring.fails.clear();
    await elsewhere.restart();
    await unlock(elsewhere);
    await elsewhere.restart();
    expect(await elsewhere.inHouse()).toEqual(['邹丽平']);
  } finally {
    await elsewhere.close();
  }
});

it('two changes of the key file at once both stay, and a passphrase is changed once', async () => {
  ring.fails.add('wrap');
  await protect(PASSPHRASE);
  ring.fails.clear();
  const [first, second] = await Promise.all(
    ['first new passphrase', 'second new passphrase'].map((passphrase) =>
      ward.desk.call('setup.changePassphrase', { current: PASSPHRASE, passphrase }),
    ),
  );
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({ ok: false, refusal: { code: 'passphrase-wrong' } });

  // The keyring takes its time, and the passphrase is changed meanwhile.
  const { promise, resolve } = Promise.withResolvers<void>();
  ring.held(promise);
  const known = ward.desk.keys.unlockWith(ward.file, { passphrase: 'first new passphrase' });
  const changed = ward.desk.call('setup.changePassphrase', {
    ...{ current: 'first new passphrase', passphrase: 'third new passphrase' },
  });
  setTimeout(resolve, 300);
  expect([await known, await changed]).toMatchObject([true, { ok: true }]);
  expect((await status()).ways).toEqual(['keyring', 'passphrase', 'recovery']);
  expect(await ward.desk.keys.unlockWith(ward.file, { passphrase: 'first new passphrase' })).toBe(false);
  expect(await ward.desk.keys.unlockWith(ward.file, { passphrase: 'third new passphrase' })).toBe(true);
});

it('whether there is a keyring is asked once, and again only where asking failed', async () => {
  const answers = [() => Promise.reject(new Error('no bus')), async () => true];
  let asked = 0;
  const available = askedOnce(() => (answers[asked++] ?? (() => Promise.reject(new Error('asked again'))))());
  expect([await available(), await available(), await available()]).toEqual([false, true, true]);
  expect(asked).toBe(2);
});
