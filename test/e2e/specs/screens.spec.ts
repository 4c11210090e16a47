import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { becomesAdministrator, makeSafe } from '../fixtures/safe-ward.ts';
import { PASSPHRASE, sealFromSetUp } from '../fixtures/seal.ts';
import { eventually, ward, wardWith } from '../fixtures/terminal.ts';
import { OPERATOR } from '../main-job.ts';
import { atRest } from '../screens/at-rest.ts';
import { seriousOn } from '../screens/axe.ts';
import { nurseAt } from '../screens/keyboard.ts';

const ROSTER = path.resolve('test/rosters/convoy-chuanying-2022-04-04.xlsx');

const open = async (desk: Desk, hash: string) => {
  await desk.window.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await atRest(desk.window);
};

describe('every screen', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'fangcang-axe-'));
  beforeAll(async () => {
    await ward(data, 'init', '--operator', OPERATOR);
    await ward(data, 'import', 'roster', ROSTER);
    await ward(data, 'allocate');
    await makeSafe(data, OPERATOR);
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it.each(['zh-CN', 'en'] as const)('can be used by whoever cannot see it well (%s)', async (language) => {
    const desk = await launchDesk({ data, language });
    try {
      const [stay] = (
        await ward<{ rows: { stayId: string }[] }>(data, 'call', 'stays.list', '{"scope":"present"}')
      ).rows;
      const [roster] = await ward<{ rosterId: string }[]>(data, 'call', 'rosters.list', '{}');
      const pages = [
        ...[
          '#/admit',
          '#/roster',
          '#/beds',
          '#/patients',
          '#/discharge',
          '#/reports',
          '#/acts',
          '#/settings',
          '#/settings/people',
        ],
        ...[
          `#/patients/${stay?.stayId}`,
          `#/roster/${roster?.rosterId}?step=rows`,
          `#/discharge?stays=${stay?.stayId}`,
        ],
      ];
      const found: string[] = [];
      for (const page of pages) {
        await open(desk, page);
        found.push(...(await seriousOn(desk.window)).map((what) => `${page} ${what}`));
      }
      expect(found).toEqual([]);
    } finally {
      await desk.close();
    }
  });

  it('switches language at once and remembers it, with what was typed', async () => {
    const desk = await launchDesk({ data, language: 'zh-CN' });
    const nurse = nurseAt(desk.window);
    await open(desk, '#/admit');
    await nurse.types('220199');
    await desk.window.getByText('EN', { exact: true }).click();
    await nurse.sees('.desk-census', 'In house');
    await nurse.sees('h1', 'Admit');
    expect(
      await desk.window
        .locator('input')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
    ).toContain('220199');
    await desk.close();
  });

  it('shows within a second what a terminal does beside it', async () => {
    const desk = await launchDesk({ data });
    const nurse = nurseAt(desk.window);
    await nurse.sees('.desk-census');
    const [, free = 0] = await eventually(
      'figures',
      () => nurse.readsStrip(),
      ([, beds]) => (beds ?? 0) > 0,
    );
    const [bed] = (
      await ward<{ beds: { id: string; state: string }[] }>(data, 'call', 'beds.board', '{}')
    ).beds.filter(({ state }) => state === 'available');
    await ward(
      data,
      'call',
      'beds.reserve',
      JSON.stringify({ bedId: bed?.id, stayId: null, note: '下一车' }),
    );
    const done = Date.now();
    await eventually(
      'one bed less',
      () => nurse.readsStrip(),
      ([, beds]) => beds === free - 1,
    );
    expect(Date.now() - done).toBeLessThan(2000);
    await desk.close();
  });
});

describe('the first start', () => {
  it('asks what to do, and sets up a hospital', async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'fangcang-first-'));
    const desk = await launchDesk({ data });
    const nurse = nurseAt(desk.window);
    await nurse.sees('h1');
    expect(await seriousOn(desk.window)).toEqual([]);
    await nurse.press('Enter');
    await nurse.sees('.desk-setup');
    await nurse.types('长春市体育场方舱医院');
    await sealFromSetUp(desk.window);
    await nurse.sees('.desk-door-page input:focus');
    expect(await seriousOn(desk.window)).toEqual([]);
    await becomesAdministrator(desk.window, data, OPERATOR);
    await nurse.sees('.desk-census');
    const census = await wardWith({ FANGCANG_PASSPHRASE: PASSPHRASE }, data, 'census');
    expect(census).toMatchObject({ beds: { total: 1200, available: 1200 } });
    await desk.close();
    rmSync(data, { recursive: true, force: true });
  });

  it('a second time on the same ward leaves at once, and the first window stays', async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'fangcang-twice-'));
    await ward(data, 'init', '--layout', 'small-20');
    await makeSafe(data, OPERATOR);
    const desk = await launchDesk({ data });
    const nurse = nurseAt(desk.window);
    await nurse.sees('.desk-census');
    await expect(launchDesk({ data })).rejects.toThrow();
    expect(await nurse.readsStrip()).toEqual([0, 20, 0, 0, 0, 0]);
    await desk.close();
    rmSync(data, { recursive: true, force: true });
  });

  it('says what is wrong with a file that is no ward, and leaves it as it was', async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'fangcang-bad-'));
    const file = path.join(data, 'ward.db');
    writeFileSync(file, '姓名,性别\n');
    const desk = await launchDesk({ data });
    await nurseAt(desk.window).sees('body', 'ward.db');
    expect(await seriousOn(desk.window)).toEqual([]);
    await desk.close();
    rmSync(data, { recursive: true, force: true });
  });
});
