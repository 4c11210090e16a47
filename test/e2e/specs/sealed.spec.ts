import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readableIn } from '../../fixtures/sealed-ward.ts';
import { filesWith } from '../fixtures/files-with.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { becomesAdministrator, makeSafe, signIn } from '../fixtures/safe-ward.ts';
import { lastGroup, PASSPHRASE } from '../fixtures/seal.ts';
import { eventually, ward, wardWith } from '../fixtures/terminal.ts';
import { seriousOn } from '../screens/axe.ts';

const PICTURES = process.env.FANGCANG_PICTURES;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'fangcang-sealed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Both sizes, where somebody wants to look: FANGCANG_PICTURES names a folder. */
async function picture(desk: Desk, name: string): Promise<void> {
  if (!PICTURES) return;
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await desk.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as [number, number],
    );
    await desk.window.waitForTimeout(300);
    await desk.window.screenshot({ path: path.join(PICTURES, `${name}-${width}.png`) });
  }
}

type Language = 'zh-CN' | 'en';

/** At the page that asks what opens the ward. */
async function startLocked(data: string, language: Language): Promise<Desk> {
  const desk = await launchDesk({ data, language, door: 'shut' });
  await desk.window.waitForSelector('.desk-unlock');
  return desk;
}

/** Opened and signed in, as every morning. */
async function startWithPassphrase(data: string, language: Language): Promise<Desk> {
  const desk = await startLocked(data, language);
  await desk.window.keyboard.type(PASSPHRASE);
  await desk.window.keyboard.press('Enter');
  await signIn(desk.window, '陈主任');
  await desk.window.waitForSelector('.desk-census');
  return desk;
}

describe.each(['zh-CN', 'en'] as const)('a sealed ward in the window (%s)', (language) => {
  it('is set up with a passphrase and a paper, locked at the next start, and opened by either', async () => {
    const data = path.join(folder, `new-${language}`);
    let desk = await launchDesk({ data, language });
    let { window } = desk;
    await window.waitForSelector('.desk-ways');
    await window.keyboard.press('Enter');
    await window.waitForSelector('.desk-passphrase');
    await window.keyboard.type('密文医院');
    // Without a keyring there is no going on without a passphrase.
    await window.keyboard.press('Enter');
    await window.waitForSelector('.desk-passphrase ~ .desk-field-error');
    await picture(desk, `set-up-${language}`);
    expect(await seriousOn(window)).toEqual([]);
    for (const field of await window.locator('.desk-passphrase input').all()) await field.fill(PASSPHRASE);
    await window.keyboard.press('Enter');
    await window.waitForSelector('.desk-recovery-paper img');
    expect(await seriousOn(window)).toEqual([]);
    await picture(desk, `paper-${language}`);
    await window.locator('.desk-recovery button').first().click();
    await window.waitForSelector('.desk-recovery .desk-notice');
    const pdf = path.join(data, 'recovery-key.pdf');
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    if (PICTURES)
      await (await import('node:fs/promises')).cp(pdf, path.join(PICTURES, `paper-${language}.pdf`));
    await window.locator('.desk-recovery-check input').fill('00000');
    await window.keyboard.press('Enter');
    await window.waitForSelector('.desk-recovery-check .desk-field-error');
    const paper = (await window.locator('.desk-recovery-paper li').allTextContents()).join('-');
    await window.locator('.desk-recovery-check input').fill((await lastGroup(window)).toLowerCase());
    await window.keyboard.press('Enter');
    await becomesAdministrator(window, data, '陈主任');
    expect(existsSync(pdf)).toBe(false);
    expect(desk.problems.filter((problem) => problem.startsWith('window'))).toEqual([]);
    await desk.close();
    expect(readableIn(path.join(data, 'ward.db'), ['密文医院', 'CREATE TABLE'])).toEqual([]);

    desk = await startLocked(data, language);
    window = desk.window;
    expect(await seriousOn(window)).toEqual([]);
    await picture(desk, `unlock-${language}`);
    await window.keyboard.type('not the passphrase');
    await window.keyboard.press('Enter');
    await window.waitForSelector('.desk-unlock .desk-notice');
    await picture(desk, `unlock-wrong-${language}`);
    // As a scanner types it: over what was there, and Enter.
    await window.keyboard.type(paper);
    await window.keyboard.press('Enter');
    await signIn(window, '陈主任');
    // In the worker thread too.
    expect(await wardWith({ FANGCANG_PASSPHRASE: PASSPHRASE }, data, 'verify')).toMatchObject({
      clean: true,
    });
    await window.evaluate("location.hash = '#/settings/data'");
    await window.waitForSelector('.desk-protection-ways');
    await picture(desk, `settings-sealed-${language}`);
    await window.keyboard.press('v');
    await window.waitForSelector('.desk-notice[data-tone=good]');
    // What is typed and no act yet is there again after a restart, and in no file of the whole folder.
    const name = '密稿待收治';
    const nameField = '#admit-name';
    await window.evaluate("location.hash = '#/admit'");
    await window.waitForSelector(nameField);
    await window.locator(nameField).first().fill(name);
    await desk.close();
    expect(filesWith(data, name)).toEqual([]);
    desk = await startWithPassphrase(data, language);
    window = desk.window;
    await window.evaluate("location.hash = '#/admit'");
    await window.waitForSelector(nameField);
    expect(await window.locator(nameField).first().inputValue()).toBe(name);
    expect(desk.problems.filter((problem) => problem.startsWith('window'))).toEqual([]);
    await desk.close();
  });

  it('comes from an open one, which says loudly that it is not encrypted', async () => {
    const data = path.join(folder, `open-${language}`);
    await ward(data, 'init', '--layout', 'small-20', '--name', '明文医院', '--open');
    await makeSafe(data, '陈主任');
    let desk = await launchDesk({ data, language });
    let { window } = desk;
    await window.waitForSelector('.desk-census');
    const name = '明稿待收治';
    await window.evaluate("location.hash = '#/admit'");
    await window.waitForSelector('#admit-name');
    await window.locator('#admit-name').first().fill(name);
    const elsewhere = 'desk:00000000-0000-4000-8000-000000000000:draft:admit';
    await window.evaluate((place) => localStorage.setItem(place, 'of another ward'), elsewhere);
    // What finds nothing in a sealed ward finds all of it here.
    await eventually(
      'the draft is on the disk',
      async () => filesWith(data, name),
      (files) => files.length > 0,
    );
    expect(readableIn(path.join(data, 'ward.db'), ['明文医院', 'CREATE TABLE'])).toEqual(
      expect.arrayContaining([': 明文医院', ': CREATE TABLE']),
    );
    await window.evaluate("location.hash = '#/settings/data'");
    await window.waitForSelector('.desk-notice[data-tone=warn]');
    await picture(desk, `settings-open-${language}`);
    expect(await seriousOn(window)).toEqual([]);
    await window.locator('.desk-protection-acts button').first().click();
    for (const field of await window.locator('.desk-passphrase input').all()) await field.fill(PASSPHRASE);
    await picture(desk, `protect-${language}`);
    await window.keyboard.press('Enter');
    await window.waitForSelector('.desk-recovery-paper');
    await picture(desk, `protect-paper-${language}`);
    await window.locator('.desk-recovery-check input').fill(await lastGroup(window));
    await window.keyboard.press('Enter');
    await window.waitForSelector('.desk-protection-ways');
    await picture(desk, `protected-${language}`);
    await desk.close();
    expect(readableIn(path.join(data, 'ward.db'), ['明文医院', 'CREATE TABLE'])).toEqual([]);
    const env = { FANGCANG_PASSPHRASE: PASSPHRASE };
    expect(await wardWith(env, data, 'verify')).toMatchObject({ clean: true });

    // Nothing that was typed is lost, of this ward or of another.
    desk = await startWithPassphrase(data, language);
    window = desk.window;
    await window.evaluate("location.hash = '#/admit'");
    await window.waitForSelector('#admit-name');
    expect(await window.locator('#admit-name').first().inputValue()).toBe(name);
    const kept = await window.evaluate(
      (place) => [
        localStorage.getItem(place),
        ...Object.entries(localStorage).flatMap(([key, text]) =>
          // Behind the ward stands whose draft it is.
          /:draft:(.+:)?admit$/.test(key) && key !== place ? [text.slice(0, 7)] : [],
        ),
      ],
      elsewhere,
    );
    expect(kept).toEqual(['of another ward', 'sealed:']);
    await desk.close();
  });
});
