import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
  /** Each page with what stands there once it is whole. */
  const pages: [hash: string, whole: string][] = [
    ['#/overview', '.desk-overview-number'],
    ['#/overview?wall=1', '.desk-wall-figures'],
    ['#/overview', '.desk-overview-number'],
    ['#/shifts', '.desk-shifts-main'],
    ['#/rollCall', '.desk-page-head h1'],
    ['#/zones', '.desk-zones'],
    ['#/reports?view=daily', '.desk-daily-cards strong'],
    ['#/reports?view=accounts', '.desk-accounts-table'],
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

interface Present {
  stayId: string;
  arrivedAt: string;
}

/** Somebody who had been here for a while at the cut-off leaves shortly before it, and it is typed in now. */
async function leaveLate(cutOff: number): Promise<void> {
  const { rows } = await call<{ rows: Present[] }>(data, 'stays.list', { scope: 'present' });
  const operators = await call<{ id: string; kind: string }[]>(data, 'ward.operators');
  const operatorId = operators.find(({ kind }) => kind === 'person')?.id;
  const act = { operatorId, happenedAt: new Date(cutOff - 10 * MINUTE_MS).toISOString(), reason: '补录' };
  const leaving = { way: 'against-advice', destination: '', companion: '', note: '' };
  for (const { stayId, arrivedAt } of rows) {
    if (Date.parse(arrivedAt) > cutOff - 600 * MINUTE_MS) continue;
    const input = { stays: [{ stayId }], leaving, act: { ...act, key: randomUUID() } };
    const done = await call(data, 'discharges.commit', input).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
  throw new Error('nobody could leave late');
}

describe('a report signed at its cut-off', () => {
  it('stays as it was when somebody is typed in late, and is restated beside it, by keyboard', {
    timeout: PATIENCE_MS,
  }, async () => {
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
      const noon = lastCutOff(cutOff);
      await leaveLate(noon);
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
