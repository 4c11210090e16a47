import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../clinical/hands.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { makeSafe, signIn, typesCodeBack, typesFirstSecret, typesSecret } from '../fixtures/safe-ward.ts';
import { SECRET, ward } from '../fixtures/terminal.ts';
import { atRest } from '../screens/at-rest.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

const LEAD = '陈主任';
const NURSE = '李护士';
const CLEANER = '周后勤';
const NEWCOMER = '王护士';

const data = mkdtempSync(path.join(tmpdir(), 'fangcang-rights-'));
beforeAll(async () => {
  await ward(data, 'init', '--layout', 'small-20', '--operator', NURSE, CLEANER, NEWCOMER);
  await makeSafe(data, LEAD, { [NURSE]: ['nurse'], [CLEANER]: ['logistics'], [NEWCOMER]: ['nurse'] });
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

interface Refused {
  who: string;
  procedure: string;
  code: string;
}

/** What stands on the trail as refused. */
const refusals = async () =>
  (await call<{ rows: Refused[] }>(data, 'audit.list', { outcome: 'refused' })).rows.map(
    ({ who, procedure, code }) => `${who} ${procedure} ${code}`,
  );

const isLifted = (nurse: Nurse) => nurse.page.locator('.desk-curtain').waitFor({ state: 'detached' });
async function open(nurse: Nurse, hash: string): Promise<void> {
  await nurse.page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await atRest(nurse.page);
}

const inWindow = async (
  walk: (nurse: Nurse, desk: Desk) => Promise<void>,
  language: 'zh-CN' | 'en' = 'zh-CN',
) => {
  const desk = await launchDesk({ data, language, door: 'shut' });
  try {
    await walk(nurseAt(desk.window), desk);
    expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
  } finally {
    await desk.close();
  }
};

async function switchTo(nurse: Nurse, name: string, secret = SECRET): Promise<void> {
  await nurse.press('Control+Shift+O');
  await nurse.sees('.desk-curtain [role=combobox]:focus');
  await signIn(nurse.page, name, secret);
  await isLifted(nurse);
}

describe('what somebody’s rights allow', () => {
  it('is all that the window asks for: each page of the rail and of the settings leaves no refusal on the trail', () =>
    inWindow(async (nurse) => {
      await signIn(nurse.page, LEAD);
      // From somebody with rights to somebody without, as the desk is handed on.
      await open(nurse, '#/settings/people');
      await nurse.sees('.desk-people-table');
      for (const name of [NURSE, CLEANER]) {
        await switchTo(nurse, name);
        await nurse.sees('.desk-rail a');
        const pages = await nurse.page
          .locator('.desk-rail a')
          .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
        expect(pages.length).toBeGreaterThan(5);
        for (const page of pages) await open(nurse, page);
        for (const part of ['hospital', 'rules', 'protocols', 'people', 'places', 'desk', 'data']) {
          await open(nurse, `#/settings/${part}`);
          if (part === 'people' || part === 'data') await nurse.sees('.desk-settings-body', '您的角色没有');
          expect(await nurse.page.locator('.desk-settings-body .desk-notice[data-tone=bad]').count()).toBe(0);
        }
        const live = nurse.page.locator('.desk-settings-body button:not([disabled])');
        expect(await live.allInnerTexts()).toEqual([]);
      }
      // A first secret that must be changed, behind the page of somebody else.
      const all = await call<{ id: string; name: string }[]>(data, 'ward.operators');
      const operatorId = all.find(({ name }) => name === NEWCOMER)?.id;
      await call(data, 'people.setSecret', { operatorId, secret: '604812' });
      await nurse.press('Control+Shift+O');
      await nurse.sees('.desk-curtain [role=combobox]:focus');
      await nurse.types(NEWCOMER);
      await nurse.press('Enter');
      await nurse.sees('.desk-curtain input[type=password]:focus');
      await typesSecret(nurse.page, '604812');
      await nurse.sees('.desk-change-secret input:focus');
      await nurse.types('482913');
      await nurse.press('Tab', 'Tab');
      await nurse.types('482913');
      await nurse.press('Enter');
      await nurse.sees('.desk-operator-name', NEWCOMER);
      await atRest(nurse.page);
      expect(await refusals()).toEqual([]);
    }));

  it('covers a key and a passphrase on the screen: behind the lock neither is there any more', () =>
    inWindow(async (nurse) => {
      await signIn(nurse.page, LEAD);
      await open(nurse, '#/settings/data');
      await nurse.page.locator('.desk-protection-acts button').first().focus();
      await nurse.press('Enter');
      await nurse.sees('.desk-protection-form input:focus');
      for (const field of await nurse.page.locator('.desk-protection-form input').all()) {
        await field.focus();
        await nurse.types('一句很长的新口令-2022');
      }
      await nurse.press('Enter');
      await nurse.sees('.desk-recovery-paper li');
      await nurse.press('Control+L');
      await nurse.sees('.desk-curtain input[type=password]:focus');
      expect(await nurse.page.locator('.desk-recovery, .desk-protection-form').count()).toBe(0);
      await signIn(nurse.page, LEAD);
      await isLifted(nurse);
      await nurse.sees('.desk-protection-acts button');
      expect(await nurse.page.locator('.desk-recovery, .desk-protection-form').count()).toBe(0);
    }));

  it('is nobody’s at the start: the name is asked for, whoever was here last', () =>
    inWindow(async (nurse) => {
      await nurse.sees('.desk-door [role=combobox]:focus');
      expect(await nurse.page.locator('.desk-door [role=combobox]').inputValue()).toBe('');
    }));
});

describe('the watermark', () => {
  it('lies over the whole window where the hospital asks for it, and tells whose screen it is', () =>
    inWindow(async (nurse) => {
      const asks = (watermark: boolean) =>
        call(data, 'ward.changeSettings', { settings: { signIn: { lockAfterMinutes: 30, watermark } } });
      /** What is drawn, and in which quarters of the window something is. */
      const seen = () =>
        nurse.page.evaluate(() => {
          const canvas = document.querySelector<HTMLCanvasElement>('canvas.desk-watermark');
          if (!canvas) return null;
          const { width, height } = canvas;
          const inked = ([left, top]: readonly [number, number]) =>
            canvas
              .getContext('2d')
              ?.getImageData((left * width) / 2, (top * height) / 2, width / 2, height / 2)
              .data.some((value) => value > 0);
          const quarters = (
            [
              [0, 0],
              [1, 0],
              [0, 1],
              [1, 1],
            ] as const
          ).map(inked);
          return { quarters, drawn: canvas.toDataURL() };
        });
      await signIn(nurse.page, LEAD);
      await nurse.sees('.desk-operator-name', LEAD);
      expect(await seen()).toBeNull();
      await asks(true);
      await nurse.sees('canvas.desk-watermark');
      const first = await seen();
      expect(first?.quarters).toEqual([true, true, true, true]);
      await switchTo(nurse, NURSE);
      await nurse.sees('canvas.desk-watermark');
      const second = await seen();
      expect(second?.quarters).toEqual([true, true, true, true]);
      expect(second?.drawn).not.toBe(first?.drawn);
      await asks(false);
      await nurse.seesNoMore('canvas.desk-watermark');
    }));
});

describe('the first administrator', () => {
  it('goes on with Tab although the name is on the list, and types the secret where nobody reads it', async () => {
    const fresh = mkdtempSync(path.join(tmpdir(), 'fangcang-first-'));
    await ward(fresh, 'init', '--layout', 'small-20', '--operator', NURSE);
    const desk = await launchDesk({ data: fresh });
    try {
      const { window } = desk;
      await typesFirstSecret(window, NURSE);
      // What the printer gets is the code and whose it is, and nothing of the page around it.
      await window.emulateMedia({ media: 'print' });
      const paper = window.locator('.desk-code-paper');
      expect(await paper.isVisible()).toBe(true);
      expect(await paper.innerText()).toContain(NURSE);
      expect(await window.locator('.desk-code').innerText()).toMatch(/^[0-9A-Z]+(-[0-9A-Z]+)+$/);
      for (const around of ['h1', 'button', 'input'])
        expect(await window.locator(around).first().isVisible()).toBe(false);
      await window.emulateMedia({ media: null });
      await typesCodeBack(window, fresh, NURSE);
    } finally {
      await desk.close();
      rmSync(fresh, { recursive: true, force: true });
    }
  });
});
