import type { Page } from 'playwright';
import type { Layer } from '#shared/contract/layers.ts';
import { LAYERS } from '#shared/contract/layers.ts';
import { withPrivateDisplay } from '../../scripts/display.ts';
import { prepareDesk } from '../../scripts/prepare.ts';
import { launchDesk } from '../e2e/fixtures/launch.ts';
import type { TestWard } from '../fixtures/ward.ts';
import { type Figure, median, type Part, percentile } from './figures.ts';
import { type Frames, watchFrames } from './frame-times.ts';
import { wardOf } from './plan-wards.ts';

const TURNS = 100;
/** The board's own colours, then two that draw a value on every bed; of NEWS2 two beds of three are hatched. */
const LAYERS_SHOWN = ['state', 'days', 'news2'] as const satisfies readonly Layer[];
/** 60 frames a second. */
const FRAME_MS = 16.7;

/** Real input: wheel turns with and without Ctrl, each as soon as the one before was heard. */
async function wheel(page: Page, x: number, y: number): Promise<void> {
  for (let i = 0; i < TURNS; i++) await page.mouse.wheel(i < TURNS / 2 ? x : -x, i < TURNS / 2 ? y : -y);
}

async function zoom(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await wheel(page, 0, -24);
  await page.keyboard.up('Control');
}

async function choose(page: Page, layer: Layer): Promise<void> {
  await page.keyboard.press('L');
  await page.keyboard.press(String(LAYERS.indexOf(layer) + 1));
  await page.waitForTimeout(2500);
}

async function measureWard(
  ward: TestWard,
  beds: number,
): Promise<Pick<Part, 'figures'> & { notes: string[] }> {
  const desk = await launchDesk({ data: ward.folder, size: { width: 1366, height: 768 } });
  const page = desk.window;
  const figures: Figure[] = [];
  const notes: string[] = [];
  try {
    await page.waitForSelector('.desk-badge');
    await page.keyboard.press('F4');
    await page.waitForSelector('.desk-board-cell');
    await page.waitForTimeout(1500);
    const box = await page.locator('.desk-board').boundingBox();
    if (!box) throw new Error('the board is not to be seen');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const idle = await watchFrames(page, () => page.waitForTimeout(2500));
    notes.push(said(`${beds} beds at rest`, idle));
    for (const layer of LAYERS_SHOWN) {
      if (layer !== 'state') await choose(page, layer);
      for (const [what, work] of [
        ['zooming', () => zoom(page)],
        ['panning', () => wheel(page, 14, 9)],
      ] as const) {
        if (what === 'panning') for (let i = 0; i < 4; i++) await page.keyboard.press('+');
        const frames = await watchFrames(page, work);
        if (what === 'panning') await page.keyboard.press('0');
        figures.push(...figuresOf(`${beds} beds, ${layer}, ${what}`, frames, idle));
        notes.push(said(`${beds} beds, ${layer}, ${what}`, frames));
      }
    }
    return { figures, notes };
  } finally {
    await desk.close();
    await ward.close();
  }
}

const figuresOf = (what: string, frames: Frames, idle: Frames): Figure[] => [
  {
    what: `${what}: from frame to frame, against rest`,
    ours: { wall: frames.between, cpu: [] },
    reference: { wall: idle.between, cpu: [] },
    aim: '60 frames a second',
  },
  {
    what: `${what}: our drawing, against a frame of 16.7 ms`,
    ours: { wall: frames.drawing, cpu: [] },
    reference: { wall: [FRAME_MS], cpu: [] },
    aim: 'p95 well under 16.7 ms',
  },
];

const share = (frames: readonly number[], limit: number): string =>
  `${((100 * frames.filter((ms) => ms > limit).length) / Math.max(1, frames.length)).toFixed(0)} %`;
const ms = (value: number | null): string => (value === null ? '–' : value.toFixed(1));

const said = (what: string, { between, drawing, cpu }: Frames): string =>
  [
    `${what}: ${between.length} frames, p95 ${ms(percentile(between, 0.95))} ms, missed (over 25 ms) ${share(between, 25)}`,
    `our drawing median ${ms(median(drawing))}, p95 ${ms(percentile(drawing, 0.95))}, longest ${ms(percentile(drawing, 1))} ms`,
    `CPU a frame drawn: scripts ${ms(cpu.scripts)}, the window’s whole main thread ${ms(cpu.thread)} ms`,
  ].join('; ');

/** Frame times of the plan under real pans and zooms, and our part in them apart from the compositor’s. */
export async function measurePlan(): Promise<Part> {
  const electron = await prepareDesk();
  const [small, large] = [await wardOf(6), await wardOf(25)];
  const parts = await withPrivateDisplay(async () => [
    await measureWard(small, 1200),
    await measureWard(large, 5000),
  ]);
  return {
    about: `the plan while it is panned and zoomed: each frame against the same window at rest, and our own drawing apart; ${electron.label}`,
    figures: parts.flatMap(({ figures }) => figures),
    notes: parts.flatMap(({ notes }) => notes),
  };
}
