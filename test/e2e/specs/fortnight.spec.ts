import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, pressUntil } from '../clinical/hands.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { eventually, ward } from '../fixtures/terminal.ts';
import { instantOnPage, lastCutOff } from '../leads/hours-ago.ts';
import { type IndependentFigures, independentFigures } from '../leads/independent.ts';
import { isCounted, overviewTiles } from '../leads/overview-tiles.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

const DAYS = 14;
const PATIENTS = 1000;
const DAY_MS = 86_400_000;
/** Two and a half thousand people come, are looked after, and most leave again. */
const STORY_MS = 600_000;
const PATIENCE_MS = 300_000;

const data = mkdtempSync(path.join(tmpdir(), 'fangcang-fortnight-'));
const countedAt = (at: string): IndependentFigures => independentFigures(path.join(data, 'ward.db'), at);

let desk: Desk;
let nurse: Nurse;
beforeAll(async () => {
  await ward(
    data,
    'init',
    '--layout',
    'stadium-1200',
    '--name',
    '长春市体育场方舱医院',
    '--operator',
    '周组长',
  );
  await ward(data, 'demo', '--fill', '--patients', String(PATIENTS), '--days', String(DAYS));
  desk = await launchDesk({ data });
  nurse = nurseAt(desk.window);
  await nurse.sees('.desk-census');
}, STORY_MS);
afterAll(async () => {
  await desk?.close();
  rmSync(data, { recursive: true, force: true });
});

const open = (hash: string) =>
  desk.window.evaluate((to) => {
    window.location.hash = to;
  }, hash);

/** Without what nobody is. */
const some = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

const numbersOf = (selector: string) =>
  desk.window
    .locator(selector)
    .evaluateAll((all) => all.map((one) => Number(/\d+/.exec(one.textContent ?? '')?.[0] ?? Number.NaN)));

describe('a fortnight at 1,200 beds', () => {
  it('stands on the overview and in the strip as somebody else counts it in the file', {
    timeout: PATIENCE_MS,
  }, async () => {
    const now = countedAt(new Date().toISOString());
    expect(now.inHouse).toBeGreaterThan(PATIENTS * 0.9);
    await open('#/overview');
    await eventually(
      'the overview counts as we do',
      () => overviewTiles(desk.window),
      (seen) => isCounted(seen, now),
    );
    const { inHouse, available, reserved, awaitingDisinfection, outOfService, waiting } = now;
    expect(await nurse.readsStrip()).toEqual([
      ...[inHouse, available, reserved, awaitingDisinfection, outOfService, waiting],
    ]);
    const { bySex, byClassification } = await call<Pick<IndependentFigures, 'bySex' | 'byClassification'>>(
      data,
      'overview.show',
    );
    expect([bySex, byClassification].map(some)).toEqual([now.bySex, now.byClassification]);
  });

  it('has a daily report that says who was in house at its cut-off', { timeout: PATIENCE_MS }, async () => {
    await open('#/reports?view=daily');
    await nurse.sees('.desk-daily-cards strong');
    const cutOff = new Date(lastCutOff(Date.now())).toISOString();
    const [inHouse] = await numbersOf('.desk-daily-cards strong');
    expect(inHouse).toBe(countedAt(cutOff).inHouse);
  });

  it('runs back on the plan day by day, each moment with the figures of then', {
    timeout: PATIENCE_MS,
  }, async () => {
    await nurse.press('F4');
    await nurse.sees('.desk-board-cell[tabindex="0"]');
    await pressUntil(nurse, 't', '.desk-time input:focus');
    await nurse.press('Home');
    const now = await nurse.readsStrip();
    let fullest = 0;
    for (let day = 1; day < DAYS; day++) {
      await nurse.press('PageUp');
      const { text, figures } = await pastOnScreen(nurse);
      const then = countedAt(instantOnPage(text));
      expect({ text, ...figures }).toEqual({
        text,
        ...{ occupied: then.occupied, available: then.available, reserved: then.reserved },
        ...{ awaitingDisinfection: then.awaitingDisinfection, outOfService: then.outOfService },
      });
      fullest = Math.max(fullest, then.occupied);
      // The strip is that of now, and says so.
      expect(await nurse.readsStrip()).toEqual(now);
      await nurse.sees('.desk-census[data-beside-past=true]', '现在');
    }
    expect(fullest).toBeGreaterThan(PATIENTS * 0.8);
    await nurse.press('End');
    await nurse.seesNoMore('.desk-past-band');
    await nurse.sees('.desk-census[data-beside-past=false]');
    expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
  });

  it('knows of past days how people were, and who had to be sampled again', {
    timeout: PATIENCE_MS,
  }, async () => {
    const at = new Date(Date.now() - 2 * DAY_MS).toISOString();
    const layer = async (name: string) =>
      (await call<{ values: { band: string }[] }>(data, 'layers.show', { layer: name, at })).values;
    const scores = await layer('news2');
    const unseen = scores.filter(({ band }) => band === 'notSeen').length;
    expect(scores.length).toBe(countedAt(at).occupied);
    expect(unseen).toBeLessThan(scores.length / 3);
    expect(await ward(data, 'verify')).toMatchObject({ clean: true });
  });
});

/** The moment chosen and the figures over the plan, once both are of the same moment. */
async function pastOnScreen(nurse: Nurse): Promise<{ text: string; figures: Record<string, number> }> {
  const look = () =>
    nurse.page.evaluate(() => {
      const band = document.querySelector('.desk-past-band[aria-busy=false]');
      const text = document.querySelector('.desk-time output')?.textContent ?? '';
      const figures = [...(band?.querySelectorAll<HTMLElement>('[data-state]') ?? [])].map(
        (one): [string, number] => [
          one.dataset.state ?? '',
          Number(one.querySelector('dd')?.textContent ?? Number.NaN),
        ],
      );
      return { text, isWhole: text !== '' && (band?.textContent ?? '').includes(text), figures };
    });
  const { text, figures } = await eventually('a past moment is shown', look, ({ isWhole }) => isWhole);
  return { text, figures: Object.fromEntries(figures) };
}
