import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BLANK_DETAILS } from '#shared/contract/admission-details.ts';
import { call, pickOperator, pressUntil } from '../clinical/hands.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { eventually, ward } from '../fixtures/terminal.ts';
import { lastCutOff } from '../leads/hours-ago.ts';
import { independentFigures } from '../leads/independent.ts';
import { isCounted, overviewTiles } from '../leads/overview-tiles.ts';
import { atRest } from '../screens/at-rest.ts';
import { seriousOn } from '../screens/axe.ts';
import { nurseAt } from '../screens/keyboard.ts';

const LEAD = '周组长';
const PATIENCE_MS = 300_000;
const MINUTE_MS = 60_000;

const data = mkdtempSync(path.join(tmpdir(), 'fangcang-leads-'));
beforeAll(async () => {
  await ward(data, 'init', '--layout', 'hall-200', '--name', '长春市体育场方舱医院', '--operator', LEAD);
  await ward(data, 'demo', '--fill', '--patients', '90', '--days', '3');
}, PATIENCE_MS);
afterAll(() => rmSync(data, { recursive: true, force: true }));

async function open(desk: Desk, hash: string): Promise<void> {
  await desk.window.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

describe('what team leads see', () => {
  it('shows the figures that somebody else counts in the file', { timeout: PATIENCE_MS }, async () => {
    const desk = await launchDesk({ data });
    try {
      await open(desk, '#/overview');
      const counted = independentFigures(path.join(data, 'ward.db'), new Date().toISOString());
      await eventually(
        'the overview counts as we do',
        () => overviewTiles(desk.window),
        (seen) => isCounted(seen, counted),
      );
    } finally {
      await desk.close();
    }
  });
});

async function lateAct(at: number) {
  const operators = await call<{ id: string; kind: string }[]>(data, 'ward.operators');
  const operatorId = operators.find(({ kind }) => kind === 'person')?.id;
  return { key: randomUUID(), operatorId, happenedAt: new Date(at).toISOString(), reason: '补录' };
}

/**
 * Somebody who had been here for hours at the cut-off, and of whom nothing is on record since: whoever was on a round
 * this morning cannot have left last night.
 */
async function arriveEarly(cutOff: number): Promise<string> {
  const { beds } = await call<{ beds: { id: string }[] }>(data, 'beds.plan');
  const details = {
    ...BLANK_DETAILS,
    name: '晚录一',
    sex: 'female',
    documentType: 'none',
    classification: 'mild',
  };
  const act = await lateAct(cutOff - 600 * MINUTE_MS);
  for (const { id: bedId } of beds) {
    const input = { details, bedId, familyOf: null, convoyId: null, act: { ...act, key: randomUUID() } };
    const admitted = await call<{ stayId: string }>(data, 'stays.admit', input).catch(() => null);
    if (admitted) return admitted.stayId;
  }
  throw new Error('no bed was free all the time since');
}

/** They leave shortly before the cut-off, and it is typed in now. */
async function leaveLate(stayId: string, cutOff: number): Promise<void> {
  const leaving = { way: 'against-advice', destination: '', companion: '', note: '' };
  const act = await lateAct(cutOff - 10 * MINUTE_MS);
  await call(data, 'discharges.commit', { stays: [{ stayId }], leaving, act });
}

describe('a report signed at its cut-off', () => {
  it('stays as it was when somebody is typed in late, and is restated beside it, by keyboard', {
    timeout: PATIENCE_MS,
  }, async () => {
    const stayId = await arriveEarly(lastCutOff(Date.now()));
    const desk = await launchDesk({ data });
    const nurse = nurseAt(desk.window);
    try {
      await nurse.sees('.desk-census');
      await pickOperator(nurse, LEAD);
      await open(desk, '#/reports?view=daily');
      await nurse.sees('.desk-daily-cards strong');
      const cutOff = await desk.window.evaluate(() => Date.now());
      const firstNumber = () =>
        desk.window.locator('.desk-daily-cards strong').first().textContent().then(Number);
      const before = await firstNumber();
      await pressUntil(nurse, 's', '.desk-daily-signed li', LEAD);
      await nurse.sees('.desk-notice[data-tone=good]');
      await leaveLate(stayId, lastCutOff(cutOff));
      await nurse.sees('.desk-notice[data-tone=warn]');
      await eventually('one fewer was in house', firstNumber, (people) => people === before - 1);
      await nurse.sees('.desk-daily-cards .desk-accounts-was', String(before));
      await pressUntil(nurse, 's', '[role=dialog] input');
      await nurse.sees('[role=dialog] input:focus');
      await nurse.types('补录一人离舱');
      // The address holds the report under the dialog, and what was typed outlives the page.
      expect(await desk.window.evaluate(() => window.location.hash)).toContain('cutOff=');
      await desk.window.reload();
      await nurse.sees('.desk-daily-restated li');
      await pressUntil(nurse, 's', '[role=dialog] input');
      expect(await desk.window.locator('[role=dialog] input').inputValue()).toBe('补录一人离舱');
      await nurse.press('Enter');
      await nurse.sees('.desk-daily-signed li', /2.*补录一人离舱/s);
      const { reports } = await call<{ reports: { version: number; withdrawn: boolean }[] }>(
        data,
        'daily.list',
      );
      expect(reports.map(({ version, withdrawn }) => [version, withdrawn])).toEqual([
        [2, false],
        [1, false],
      ]);
    } finally {
      await desk.close();
    }
    expect(await ward(data, 'verify')).toMatchObject({ clean: true });
  });
});

/** The day up to the last cut-off, in which somebody left and was typed in late. */
function lastDay(): string {
  const to = lastCutOff(Date.now());
  return `from=${new Date(to - 24 * 60 * MINUTE_MS).toISOString()}&to=${new Date(to).toISOString()}`;
}

describe('the pages of team leads, with figures that were restated', () => {
  /** Each page with what stands there once it is whole. */
  const pages: [hash: string, whole: string][] = [
    ['#/overview', '.desk-overview-number'],
    ['#/overview?wall=1', '.desk-wall-figures'],
    ['#/overview', '.desk-overview-number'],
    ['#/shifts', '.desk-shifts-main'],
    ['#/rollCall', '.desk-page-head h1'],
    ['#/zones', '.desk-zones'],
    ['#/reports?view=daily', '.desk-daily-cards strong'],
    [`#/reports?view=accounts&${lastDay()}`, '.desk-accounts-was'],
  ];

  const check = async (language: 'zh-CN' | 'en') => {
    const desk = await launchDesk({ data, language });
    try {
      const found: string[] = [];
      await nurseAt(desk.window).sees('.desk-census');
      for (const [hash, whole] of pages) {
        await open(desk, hash);
        await nurseAt(desk.window).sees(whole);
        await atRest(desk.window);
        found.push(...(await seriousOn(desk.window)).map((what) => `${hash} ${what}`));
        if (process.env.KEEP_SCREENS) {
          const file = `${language} ${hash.replace(/[^a-zA-Z=]+/g, ' ').trim()}.png`;
          await desk.window.screenshot({ path: path.join(process.env.KEEP_SCREENS, file) });
        }
      }
      expect(found).toEqual([]);
      expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
    } finally {
      await desk.close();
    }
  };

  it('can be used by whoever cannot see it well (zh-CN)', () => check('zh-CN'), PATIENCE_MS);
  it('can be used by whoever cannot see it well (en)', () => check('en'), PATIENCE_MS);
});
