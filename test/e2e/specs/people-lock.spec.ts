import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { call } from '../clinical/hands.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { makeSafe, signIn, typesSecret } from '../fixtures/safe-ward.ts';
import { SECRET, ward } from '../fixtures/terminal.ts';
import { atRest } from '../screens/at-rest.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

const LEAD = '陈主任';
const NURSE = '李护士';
const GUESSED = '王护士';
const BADGES = { [LEAD]: 'FC-00070', [NURSE]: 'FC-00071' };
/** A made-up number; its county does not exist. */
const HALF_DOCUMENT = '110199198001';
const REASON = '病人说不出话';
/** Whom the arrow keys stand on. */
const HERE = '.desk-curtain [role=option][aria-selected=true]';

const data = mkdtempSync(path.join(tmpdir(), 'fangcang-lock-'));
beforeAll(async () => {
  await ward(data, 'init', '--layout', 'small-20', '--operator', NURSE, GUESSED);
  await makeSafe(data, LEAD, { [NURSE]: ['nurse'], [GUESSED]: ['nurse'] });
  for (const { id, name } of await call<{ id: string; name: string }[]>(data, 'ward.operators')) {
    const badge = Object.entries(BADGES).find(([who]) => who === name)?.[1];
    if (badge) await call(data, 'people.setPerson', { person: id, badge });
  }
  // The least that can be set.
  await call(data, 'ward.changeSettings', {
    settings: { signIn: { lockAfterMinutes: 1, watermark: false } },
  });
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const HOUR_MS = 3_600_000;

/**
 * The clock of the program is pretended to be so much later, and the one on the wall as much or otherwise; the ward keeps
 * the one it was given at the start.
 */
const passes = (desk: Desk, ms: number, onTheWall = ms) =>
  desk.app.evaluate(
    (_electron, [later, shown]) => {
      const clock: typeof globalThis & { trueNow?: () => number; trueRun?: () => number } = globalThis;
      clock.trueNow ??= Date.now;
      clock.trueRun ??= performance.now.bind(performance);
      const { trueNow, trueRun } = clock;
      Date.now = () => trueNow() + shown;
      performance.now = () => trueRun() + later;
    },
    [ms, onTheWall] as const,
  );

/** Longer than the desk looks whether somebody is there. */
const aLook = () => new Promise((resolve) => setTimeout(resolve, 6_000));

const isLocked = (nurse: Nurse) => nurse.page.locator('.desk-curtain').isVisible();
const isLifted = (nurse: Nurse) => nurse.page.locator('.desk-curtain').waitFor({ state: 'detached' });
const textIn = (nurse: Nurse, selector: string) => nurse.page.locator(selector).first().inputValue();
const looksAway = (nurse: Nurse) =>
  nurse.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());

async function open(nurse: Nurse, hash: string): Promise<void> {
  await nurse.page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

async function asksForGlass(nurse: Nurse): Promise<void> {
  await nurse.page.locator('.desk-operator').focus();
  await nurse.press('Enter');
  await nurse.page.locator('.ant-dropdown-menu-item', { hasText: '紧急授权…' }).click();
  await nurse.sees('[role=dialog] input:focus');
}

const inWindow = async (walk: (nurse: Nurse, desk: Desk) => Promise<void>) => {
  const desk = await launchDesk({ data });
  try {
    await walk(nurseAt(desk.window), desk);
    expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
  } finally {
    await desk.close();
  }
};

describe('a desk that somebody has left', () => {
  it('locks itself after its minute, and not before; what was half typed is there for whoever typed it', () =>
    inWindow(async (nurse, desk) => {
      await asksForGlass(nurse);
      await nurse.types(REASON.slice(0, 3));
      await passes(desk, 20_000);
      await aLook();
      expect(await isLocked(nurse)).toBe(false);
      await passes(desk, 70_000);
      await nurse.sees('.desk-curtain input[type=password]:focus');
      await signIn(nurse.page, LEAD);
      await isLifted(nurse);
      await nurse.types(REASON.slice(3));
      expect(await textIn(nurse, '[role=dialog] input')).toBe(REASON);
    }));

  it('locks itself with the system’s own screen, and although the clock was set back', () =>
    inWindow(async (nurse, desk) => {
      await nurse.sees('.desk-operator-name');
      await desk.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
      await nurse.sees('.desk-curtain input[type=password]:focus');
      await signIn(nurse.page, LEAD);
      await isLifted(nurse);
      await passes(desk, 70_000, -8 * HOUR_MS);
      await nurse.sees('.desk-curtain input[type=password]:focus');
    }));

  it('shows nothing of what one person typed to the next, and keeps drafts for their own', () =>
    inWindow(async (nurse) => {
      await nurse.press('F2');
      await atRest(nurse.page);
      await nurse.types(HALF_DOCUMENT);
      await nurse.press('Control+K');
      await nurse.types('周试');
      await asksForGlass(nurse);
      await nurse.types(REASON);

      await nurse.press('Control+Shift+O');
      await nurse.sees('.desk-curtain [role=combobox]:focus');
      await signIn(nurse.page, NURSE);
      await isLifted(nurse);
      await nurse.seesNoMore('[role=dialog]');
      expect(await textIn(nurse, '.desk-search input')).toBe('');
      await nurse.press('F2');
      await atRest(nurse.page);
      const fields = () =>
        nurse.page.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
      for (const typed of [HALF_DOCUMENT, REASON, '周试']) expect(await fields()).not.toContain(typed);

      await nurse.press('Control+Shift+O');
      await nurse.sees('.desk-curtain [role=combobox]:focus');
      await signIn(nurse.page, LEAD);
      await isLifted(nurse);
      await nurse.press('F2');
      await atRest(nurse.page);
      expect(await fields()).toContain(HALF_DOCUMENT);
      expect(await fields()).not.toContain(REASON);
    }));

  it('takes no key behind the lock, and a badge wherever the keyboard stands', () =>
    inWindow(async (nurse) => {
      await asksForGlass(nurse);
      await nurse.types(REASON);
      await nurse.press('Control+L');
      await nurse.sees('.desk-curtain input[type=password]:focus');
      await looksAway(nurse);
      await nurse.press('Escape', 'F4', 'Enter');
      expect(await isLocked(nurse)).toBe(true);

      // A badge that nobody has is no attempt upon the one who stands in the field, however often it is held there.
      const unknown = sayRefusal({ code: 'unknown-badge', params: {} }, 'zh-CN');
      for (let i = 0; i < 6; i++) {
        await looksAway(nurse);
        await nurse.scans(`XX-9000${i}`);
        await nurse.sees('.desk-curtain .desk-field-error', unknown);
      }
      await looksAway(nurse);
      await nurse.scans(BADGES[LEAD]);
      await nurse.sees('.desk-curtain input[type=password]:focus');
      expect(await textIn(nurse, '.desk-curtain [role=combobox]')).toBe(LEAD);
      await typesSecret(nurse.page, SECRET);
      await isLifted(nurse);
      expect(await textIn(nurse, '[role=dialog] input')).toBe(REASON);
      await nurse.press('Escape');
      await nurse.seesNoMore('[role=dialog]');

      // Somebody has to wait; whoever comes with a badge does not.
      await nurse.press('Control+Shift+O');
      await nurse.sees('.desk-curtain [role=combobox]:focus');
      await nurse.types(GUESSED);
      await nurse.press('Enter');
      for (let i = 0; i < 6; i++) {
        await nurse.sees('.desk-curtain input[type=password]:focus');
        await typesSecret(nurse.page, '000111');
        await nurse.sees('.desk-curtain .desk-field-error');
      }
      await nurse.sees('.desk-curtain .desk-field-error', /1\d/);
      await nurse.scans(BADGES[NURSE]);
      await nurse.seesNoMore('.desk-curtain .desk-field-error');
      await typesSecret(nurse.page, SECRET);
      await nurse.sees('.desk-operator-name', NURSE);
    }));

  it('leads from the wall into nobody’s session, by its key and by its address', () =>
    inWindow(async (nurse) => {
      await nurse.sees('.desk-operator-name');
      await open(nurse, '#/overview?wall=1');
      await nurse.sees('.desk-wall-figures');
      await nurse.press('Escape');
      await nurse.sees('.desk-curtain input[type=password]:focus');
      await signIn(nurse.page, NURSE);
      await isLifted(nurse);
      await open(nurse, '#/overview?wall=1');
      await nurse.sees('.desk-wall-figures');
      await open(nurse, '#/patients');
      await nurse.sees('.desk-curtain input[type=password]:focus');
    }));

  it('goes on to somebody else also where the one who came has yet to choose a secret', () =>
    inWindow(async (nurse) => {
      const all = await call<{ id: string; name: string }[]>(data, 'ward.operators');
      const person = all.find(({ name }) => name === NURSE)?.id;
      await call(data, 'people.setSecret', { operatorId: person, secret: '604812' });
      await nurse.press('Control+Shift+O');
      await nurse.sees('.desk-curtain [role=combobox]:focus');
      // By the arrow keys, to the first name and the one below it.
      await nurse.press('ArrowDown');
      const first = await nurse.reads(HERE);
      await nurse.press('ArrowDown', 'ArrowUp');
      await nurse.sees(HERE, first);
      for (let i = 0; i < 3 && (await nurse.reads(HERE)) !== NURSE; i++) await nurse.press('ArrowDown');
      await nurse.press('Enter');
      await nurse.sees('.desk-curtain input[type=password]:focus');
      expect(await textIn(nurse, '.desk-curtain [role=combobox]')).toBe(NURSE);
      await typesSecret(nurse.page, '604812');
      await nurse.sees('.desk-change-secret input:focus');
      await nurse.page.locator('.desk-curtain .desk-door-ways button').focus();
      await nurse.press('Enter');
      await nurse.sees('.desk-curtain [role=combobox]:focus');
      await signIn(nurse.page, LEAD);
      await isLifted(nurse);
    }));

  it('puts a badge that is held before the reader into the badge, not into the name', () =>
    inWindow(async (nurse) => {
      await open(nurse, '#/settings/people');
      await nurse.sees('.desk-people-table tbody tr');
      await nurse.page.locator(`.desk-people-table tr:has(bdi:text-is("${NURSE}")) button`).first().focus();
      await nurse.press('Enter');
      await nurse.sees('.desk-person input:focus');
      await nurse.scans('FC-00099');
      await nurse.page.locator('.desk-person input[value="FC-00099"]').waitFor({ state: 'visible' });
      expect(await textIn(nurse, '.desk-person input')).toBe(NURSE);
      expect(await textIn(nurse, '.desk-person input[maxlength="80"]')).toBe('FC-00099');
    }));
});
