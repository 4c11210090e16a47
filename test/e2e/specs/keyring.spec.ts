import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeyFile } from '#main/keys/key-file.ts';
import { keyringForTests } from '../../../scripts/system-libraries.ts';
import { readableIn } from '../../fixtures/sealed-ward.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { type PrivateKeyring, startPrivateKeyring } from '../fixtures/private-keyring.ts';
import { becomesAdministrator, signIn } from '../fixtures/safe-ward.ts';
import { lastGroup } from '../fixtures/seal.ts';
import { seriousOn } from '../screens/axe.ts';

const missing = await keyringForTests();
if (missing !== null) console.warn(`NOT TESTED: the keyring of an account, for ${missing}`);
const PICTURES = process.env.FANGCANG_PICTURES;

let folder: string;
let keyring: PrivateKeyring;
/** The recovery keys of the wards, by language. */
const papers = new Map<string, string>();
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'fangcang-with-keyring-'));
  if (missing === null) keyring = await startPrivateKeyring();
});
afterAll(() => {
  keyring?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const picture = async ({ window }: Desk, name: string): Promise<void> => {
  if (PICTURES) await window.screenshot({ path: path.join(PICTURES, `keyring-${name}.png`) });
};

const keysOf = (data: string) => JSON.parse(readFileSync(path.join(data, 'ward.keys'), 'utf8')) as KeyFile;
const ways = (data: string) =>
  keysOf(data)
    .wraps.map(({ kind }) => kind)
    .sort();

/** What the keyring wrapped begins with its version: `v10` is Chromium's password for PCs without one. */
const versionOf = (data: string): string => {
  const wrap = keysOf(data).wraps.find(({ kind }) => kind === 'keyring');
  return wrap?.kind === 'keyring' ? Buffer.from(wrap.wrapped, 'base64').toString('latin1', 0, 3) : 'none';
};

describe.skipIf(missing !== null)('a ward on a PC whose account has a keyring', () => {
  it.each(['zh-CN', 'en'] as const)(
    'is sealed by it without a passphrase, opens by itself at the next start, and by the paper where the keyring is not (%s)',
    async (language) => {
      const data = path.join(folder, language);
      const { env } = keyring;
      let desk = await launchDesk({ data, language, env });
      let { window } = desk;
      const backend = await desk.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend());
      expect(backend).toBe('gnome_libsecret');
      await window.waitForSelector('.desk-ways');
      await window.keyboard.press('Enter');
      await window.waitForSelector('.desk-passphrase');
      await window.keyboard.type('密文医院');
      await picture(desk, `set-up-${language}`);
      expect(await seriousOn(window)).toEqual([]);
      await window.keyboard.press('Enter');
      await window.waitForSelector('.desk-recovery-paper img');
      const paper = (await window.locator('.desk-recovery-paper li').allTextContents()).join('-');
      papers.set(language, paper);
      await window.locator('.desk-recovery-check input').fill(await lastGroup(window));
      await window.keyboard.press('Enter');
      await becomesAdministrator(window, data, '陈主任');
      await window.evaluate("location.hash = '#/settings/data'");
      await window.waitForSelector('.desk-protection-ways');
      await picture(desk, `settings-${language}`);
      expect(await seriousOn(window)).toEqual([]);
      await desk.close();
      expect(ways(data)).toEqual(['keyring', 'recovery']);
      expect(versionOf(data)).not.toBe('v10');
      expect(versionOf(data)).toMatch(/^v\d\d$/);
      expect(readableIn(path.join(data, 'ward.db'), ['密文医院', 'CREATE TABLE'])).toEqual([]);

      // The next start asks for a person, and for nothing that opens the ward.
      desk = await launchDesk({ data, language, env, door: 'shut' });
      await signIn(desk.window, '陈主任');
      await desk.window.waitForSelector('.desk-census');
      await desk.close();

      // The disk in another PC, or another account of this one: no keyring, and no password of Chromium's in its place.
      desk = await launchDesk({ data, language, door: 'shut' });
      window = desk.window;
      expect(await desk.app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())).toBe(
        'basic_text',
      );
      await window.waitForSelector('.desk-unlock');
      await picture(desk, `unlock-${language}`);
      expect(await seriousOn(window)).toEqual([]);
      await window.keyboard.type(paper);
      await window.keyboard.press('Enter');
      await signIn(window, '陈主任');
      await desk.close();
      expect(ways(data)).toEqual(['keyring', 'recovery']);
      expect(versionOf(data)).not.toBe('v10');
    },
  );

  it('gets to know another account’s keyring when the paper has opened it there once', async () => {
    const data = path.join(folder, 'zh-CN');
    const before = keysOf(data);
    const other = await startPrivateKeyring();
    try {
      let desk = await launchDesk({ data, env: other.env, door: 'shut' });
      await desk.window.waitForSelector('.desk-unlock');
      await picture(desk, 'unlock-other');
      expect(keysOf(data)).toEqual(before);
      await desk.window.keyboard.type(papers.get('zh-CN') ?? '');
      await desk.window.keyboard.press('Enter');
      await signIn(desk.window, '陈主任');
      await desk.close();
      expect(ways(data)).toEqual(['keyring', 'recovery']);
      expect(versionOf(data)).not.toBe('v10');
      desk = await launchDesk({ data, env: other.env, door: 'shut' });
      await signIn(desk.window, '陈主任');
      await desk.close();
    } finally {
      other.remove();
    }
  });
});
