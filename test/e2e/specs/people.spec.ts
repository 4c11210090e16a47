import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { becomesAdministrator, signIn, typesSecret } from '../fixtures/safe-ward.ts';
import { eventually, ward } from '../fixtures/terminal.ts';
import { atRest } from '../screens/at-rest.ts';
import { seriousOn } from '../screens/axe.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

const LEAD = '陈主任';
const NURSE = '李护士';
const PHARMACIST = '何药师';
const BADGE = 'FC-00071';
const OWN_SECRET = '482913';
/** A made-up number; its county does not exist. */
const DOCUMENT = '110199198001010016';

const WORDS = {
  'zh-CN': { pharmacist: '药师', glass: '紧急授权…' },
  en: { pharmacist: 'Pharmacist', glass: 'Break-glass…' },
} as const;

/** Goes along with Tab until the keyboard stands on this, and presses it. */
async function pressThere(nurse: Nurse, selector: string, key = 'Enter'): Promise<void> {
  const there = nurse.page.locator(selector).first();
  await there.waitFor({ state: 'visible' });
  for (let i = 0; i < 150; i++) {
    if (await there.evaluate((one) => one === document.activeElement)) return nurse.press(key);
    await nurse.press('Tab');
  }
  throw new Error(`the Tab key does not lead to ${selector}`);
}

async function open(nurse: Nurse, hash: string): Promise<void> {
  await nurse.page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await atRest(nurse.page);
}

const isLifted = (nurse: Nurse) => nurse.page.locator('.desk-curtain').waitFor({ state: 'detached' });

/** A first secret for somebody on the list, as the administrator reads it out. */
async function firstSecret(nurse: Nurse, name: string): Promise<string> {
  const row = `.desk-people-table tr:has(bdi:text-is("${name}"))`;
  await pressThere(nurse, `${row} button >> nth=1`);
  await nurse.sees('[role=dialog] [data-first]:focus');
  await nurse.press('Enter');
  await nurse.sees('[role=dialog] output');
  const pin = await nurse.reads('[role=dialog] output');
  // Shown this once: a key that closes other dialogs leaves it where it is.
  await nurse.press('Escape');
  await nurse.sees('[role=dialog] [data-first]:focus');
  expect(await nurse.reads('[role=dialog] output')).toBe(pin);
  await nurse.press('Enter');
  await nurse.seesNoMore('[role=dialog]');
  return pin;
}

/** Name and secret behind the lock, where the secret is not the last word yet. */
async function comesWith(nurse: Nurse, name: string, secret: string): Promise<void> {
  await nurse.sees('.desk-curtain [role=combobox]:focus');
  await nurse.types(name);
  await nurse.press('Enter');
  await nurse.sees('.desk-curtain input[type=password]:focus');
  await typesSecret(nurse.page, secret);
}

async function changesSecret(nurse: Nurse, secret: string): Promise<void> {
  await nurse.sees('.desk-change-secret input:focus');
  await nurse.types(secret);
  await nurse.press('Tab', 'Tab');
  await nurse.types(secret);
  await nurse.press('Enter');
  await nurse.sees('.desk-operator-name');
}

describe.each(['zh-CN', 'en'] as const)('people at one desk (%s)', (language) => {
  it('sign in, lock, take turns, and see and do what their roles allow', async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'fangcang-people-'));
    const words = WORDS[language];
    await ward(data, 'init', '--layout', 'small-20', '--operator', NURSE, PHARMACIST);
    const desk = await launchDesk({ data, language });
    const nurse = nurseAt(desk.window);
    try {
      await nurse.sees('.desk-door-page input:focus');
      expect(await seriousOn(nurse.page)).toEqual([]);
      await becomesAdministrator(nurse.page, data, LEAD);

      // Leads begin with the overview; people are made in the settings.
      await nurse.sees('.desk-rail a[aria-current=page][href="#/overview"]');
      await open(nurse, '#/settings/people');
      await nurse.sees('.desk-people-table tbody tr');
      expect(await seriousOn(nurse.page)).toEqual([]);
      await pressThere(nurse, `.desk-people-table tr:has(bdi:text-is("${NURSE}")) button`);
      await nurse.sees('.desk-person input:focus');
      await pressThere(nurse, '.desk-person input[maxlength="80"]', 'Shift');
      await nurse.scans(BADGE);
      await pressThere(nurse, '.desk-person button[type=submit]');
      await nurse.seesNoMore('[role=dialog]');
      await pressThere(nurse, `.desk-people-table tr:has(bdi:text-is("${PHARMACIST}")) button`);
      await nurse.sees('.desk-person input:focus');
      await pressThere(nurse, '.desk-person input[value=nurse]', 'Space');
      await pressThere(nurse, '.desk-person input[value=pharmacist]', 'Space');
      await pressThere(nurse, '.desk-person button[type=submit]');
      await nurse.seesNoMore('[role=dialog]');
      await nurse.sees('.desk-people-table td', words.pharmacist);
      const pins = { nurse: await firstSecret(nurse, NURSE), other: await firstSecret(nurse, PHARMACIST) };

      // The next one comes with a badge, and changes the secret that somebody else knows.
      await nurse.press('Control+Shift+O');
      await nurse.sees('.desk-curtain [role=combobox]:focus');
      expect(await seriousOn(nurse.page)).toEqual([]);
      await nurse.scans(BADGE);
      await nurse.sees('.desk-curtain input[type=password]:focus');
      await typesSecret(nurse.page, pins.nurse);
      await changesSecret(nurse, OWN_SECRET);
      await nurse.sees('.desk-operator-name', NURSE);

      // Half an admission, the lock, and everything is where it was.
      await nurse.press('F2');
      await atRest(nurse.page);
      await nurse.types(DOCUMENT.slice(0, 12));
      await nurse.press('Control+L');
      await nurse.sees('.desk-curtain input[type=password]:focus');
      expect(await nurse.page.locator('.desk-frame').isVisible()).toBe(false);
      expect(
        await nurse.page.evaluate(() => document.querySelector('#desk')?.closest('[inert]') !== null),
      ).toBe(true);
      await typesSecret(nurse.page, '000111');
      await nurse.sees(
        '.desk-curtain .desk-field-error',
        sayRefusal({ code: 'wrong-secret', params: {} }, language),
      );
      await typesSecret(nurse.page, OWN_SECRET);
      await isLifted(nurse);
      await nurse.types(DOCUMENT.slice(12));
      const typed = () =>
        nurse.page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
      expect(await typed()).toBe(DOCUMENT);
      await nurse.press('Enter');
      await nurse.types('周试');
      await nurse.press('Control+Enter');
      const { rows } = await eventually(
        'somebody was admitted',
        () => ward<{ rows: { stayId: string }[] }>(data, 'call', 'stays.list', '{"scope":"present"}'),
        (seen) => seen.rows.length === 1,
      );

      // Somebody else goes on at the same desk; what was shown to one is not kept for the other.
      await nurse.press('Control+Shift+O');
      await comesWith(nurse, PHARMACIST, pins.other);
      await changesSecret(nurse, '915204');
      await nurse.sees('.desk-operator-name', PHARMACIST);
      expect(await nurse.page.locator('.desk-rail a[href="#/admit"]').count()).toBe(0);
      await open(nurse, `#/patients/${rows[0]?.stayId}`);
      await nurse.sees('main', `**************${DOCUMENT.slice(-4)}`);
      expect(await nurse.page.locator('main').innerText()).not.toContain(DOCUMENT);
      const isOff = nurse.page.locator('.desk-not-allowed button[disabled]').first();
      expect(await isOff.getAttribute('aria-description')).toBeTruthy();
      await nurse.page.locator('.desk-operator').focus();
      await nurse.press('Enter');
      const menu = nurse.page.locator('.ant-dropdown-menu-item', { hasText: words.glass });
      await menu.waitFor({ state: 'visible' });
      await menu.click();
      await nurse.sees('[role=dialog] input:focus');
      await nurse.types('病人说不出话');
      await nurse.press('Enter');
      await nurse.sees('.desk-glass-band', '病人说不出话');
      expect(await seriousOn(nurse.page)).toEqual([]);
      await nurse.sees('main', DOCUMENT);

      // The lead sees it, and looks at it.
      await nurse.press('Control+Shift+O');
      await signIn(nurse.page, LEAD);
      await isLifted(nurse);
      await nurse.sees('.desk-glass-news');
      await pressThere(nurse, '.desk-glass-news');
      await nurse.sees('.desk-glass-list', '病人说不出话');
      await pressThere(nurse, '.desk-glass-list button');
      await nurse.seesNoMore('.desk-glass-news');

      // A computer that goes to sleep is locked when it wakes.
      await desk.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
      await signIn(nurse.page, LEAD);
      await isLifted(nurse);

      // Who only tries has to wait longer and longer.
      await nurse.press('Control+L');
      for (let i = 0; i < 6; i++) {
        await nurse.sees('.desk-curtain input[type=password]:focus');
        await typesSecret(nurse.page, '000111');
        await nurse.sees('.desk-curtain .desk-field-error');
      }
      await nurse.sees('.desk-curtain .desk-field-error', /1\d/);
      expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
    } finally {
      await desk.close();
      rmSync(data, { recursive: true, force: true });
    }
  });
});
