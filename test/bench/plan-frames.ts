import type { Page } from 'playwright';
import { type LayoutFile, layoutFile } from '#shared/contract/layout.ts';
import { withPrivateDisplay } from '../../scripts/display.ts';
import { prepareDesk } from '../../scripts/prepare.ts';
import { launchDesk } from '../e2e/fixtures/launch.ts';
import { openTestWard, someone } from '../fixtures/ward.ts';
import { type Figure, median, type Part, percentile } from './figures.ts';

/** Zones of 200 beds beside and below each other, as many as asked for. */
function hallOf(zones: number): LayoutFile {
  const across = Math.ceil(Math.sqrt(zones * 2));
  return layoutFile.parse({
    schema: 1,
    id: `generated-${zones * 200}`,
    name: { zh: `生成的 ${zones * 200} 床`, en: `${zones * 200} generated beds` },
    floor: { width: across * 31, height: Math.ceil(zones / across) * 61 },
    bedPlace: { width: 2.5, height: 2.4 },
    nearness: { nearNurse: 7, nearToilet: 8, quiet: 9.5 },
    landmarks: [],
    zones: Array.from({ length: zones }, (_, i) => {
      const code = String.fromCharCode(65 + i);
      const x = (i % across) * 31 + 1;
      const y = Math.floor(i / across) * 61 + 1;
      return {
        ...{
          code,
          name: { zh: `${code}区`, en: `Zone ${code}` },
          sexPolicy: 'male',
          x,
          y,
          width: 28,
          height: 58,
        },
        pattern: {
          ...{ columns: 2, rows: 5, bedColumns: 5, bedRows: 4 },
          ...{ gap: { x: 1, y: 1.2 }, margin: { left: 1, top: 2.2 }, equipment: [] },
        },
      };
    }),
  });
}

/** Four beds of five are taken: names are what costs most to draw. */
async function wardOf(zones: number) {
  const ward = await openTestWard(hallOf(zones));
  const { beds } = await ward.call('beds.plan', {});
  for (const [i, { id: bedId }] of beds.entries()) {
    if (i % 5 === 4) continue;
    const details = someone({ name: `${'赵钱孙李周吴郑王'[i % 8]}患者`, birthDate: '1985-06-01' as never });
    await ward.call('stays.admit', { details, bedId, familyOf: null, convoyId: null });
  }
  ward.realTime();
  return ward;
}

/** The time from one frame to the next while `work` goes on, as the window itself sees it. */
async function framesOf(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const frames: number[] = [];
    const state = { frames, runs: true };
    Object.assign(window, { planFrames: state });
    let before = performance.now();
    const next = (now: number) => {
      frames.push(now - before);
      before = now;
      if (state.runs) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await work();
  const frames = await page.evaluate(() => {
    const { planFrames } = window as unknown as { planFrames: { frames: number[]; runs: boolean } };
    planFrames.runs = false;
    return planFrames.frames;
  });
  return frames.slice(2);
}

const TURNS = 100;

/** Real input: wheel turns with and without Ctrl, each as soon as the one before was heard. */
async function measureWard(zones: number): Promise<{ figures: Figure[]; notes: string[] }> {
  const ward = await wardOf(zones);
  const desk = await launchDesk({ data: ward.folder, size: { width: 1366, height: 768 } });
  const page = desk.window;
  try {
    await page.waitForSelector('.desk-badge');
    await page.keyboard.press('F4');
    await page.waitForSelector('.desk-board-cell');
    await page.waitForTimeout(1500);
    const box = await page.locator('.desk-board').boundingBox();
    if (!box) throw new Error('the board is not to be seen');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const wheel = async (x: number, y: number) => {
      for (let i = 0; i < TURNS; i++) await page.mouse.wheel(i < TURNS / 2 ? x : -x, i < TURNS / 2 ? y : -y);
    };
    const zoom = async () => {
      await page.keyboard.down('Control');
      await wheel(0, -24);
      await page.keyboard.up('Control');
    };
    const idle = await framesOf(page, () => page.waitForTimeout(2500));
    const zooming = await framesOf(page, zoom);
    for (let i = 0; i < 4; i++) await page.keyboard.press('+');
    const panning = await framesOf(page, () => wheel(14, 9));
    const of = (frames: number[]) => ({ wall: frames, cpu: [] });
    const beds = zones * 200;
    const figure = (what: string, frames: number[]): Figure => ({
      ...{ what: `${beds} beds: ${what}`, ours: of(frames), reference: of(idle) },
      aim: '60 frames a second',
    });
    const said = (what: string, frames: number[]) =>
      `${beds} beds, ${what}: ${frames.length} frames, median ${median(frames)?.toFixed(1)} ms, p95 ${percentile(frames, 0.95)?.toFixed(1)} ms, over 16.7 ms ${share(frames, 16.7)}, over 17.7 ms (a millisecond of jitter) ${share(frames, 17.7)}, missed (over 25 ms) ${share(frames, 25)}`;
    return {
      figures: [figure('zooming', zooming), figure('panning', panning)],
      notes: [said('idle', idle), said('zooming', zooming), said('panning', panning)],
    };
  } finally {
    await desk.close();
    await ward.close();
  }
}

const share = (frames: readonly number[], limit: number): string =>
  `${((100 * frames.filter((ms) => ms > limit).length) / Math.max(1, frames.length)).toFixed(0)} %`;

/** Frame times of the plan under real pans and zooms, against requestAnimationFrame in the same window at rest. */
export async function measurePlan(): Promise<Part> {
  const electron = await prepareDesk();
  const { small, large } = await withPrivateDisplay(async () => ({
    small: await measureWard(6),
    large: await measureWard(25),
  }));
  return {
    about: `from one frame to the next while the plan is panned and zoomed, against the same window at rest; ${electron.label}`,
    figures: [...small.figures, ...large.figures],
    notes: [...small.notes, ...large.notes],
  };
}
