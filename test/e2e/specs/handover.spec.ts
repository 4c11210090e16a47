import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, pickOperator, pressUntil } from '../clinical/hands.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { eventually, ward } from '../fixtures/terminal.ts';
import { atRest } from '../screens/at-rest.ts';
import { seriousOn } from '../screens/axe.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

const GIVER = '沈护士长';
const TAKER = '韩护士长';
const PATIENCE_MS = 300_000;
const NOTE = '夜间两小时看一次血氧';

const data = mkdtempSync(path.join(tmpdir(), 'fangcang-handover-'));
beforeAll(async () => {
  const people = ['--operator', GIVER, '--operator', TAKER];
  await ward(data, 'init', '--layout', 'hall-200', '--name', '长春市体育场方舱医院', ...people);
  await ward(data, 'demo', '--fill', '--patients', '90', '--days', '3');
}, PATIENCE_MS);
afterAll(() => rmSync(data, { recursive: true, force: true }));

interface Body {
  from: string;
  to: string;
  notes: { text: string }[];
  [list: string]: unknown;
}
interface Head {
  handoverId: string;
  giver: string;
  taker: string | null;
  withdrawn: object | null;
}
const zonesOf = () =>
  call<{ zones: { zoneId: string; code: string; state: string }[] }>(data, 'handovers.list');
const history = async (): Promise<Head[]> =>
  (await call<{ handovers: Head[] }>(data, 'handovers.history', {})).handovers;

async function open(desk: Desk, hash: string): Promise<void> {
  await desk.window.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

/** The numbers of the flow as they stand on the screen. */
const flowOn = async (desk: Desk): Promise<number[]> =>
  (await desk.window.locator('.desk-handover-figure strong').allInnerTexts()).map(Number);

const exported = path.join(data, 'exports');
const pdfs = (): string[] =>
  existsSync(exported) ? readdirSync(exported).filter((name) => name.endsWith('.pdf')) : [];
const textOf = (file: string): string =>
  execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
const pagesOf = (file: string): number =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);

/** Prints what is open by its key, and reads the file back. */
async function printed(nurse: Nurse, keys: string): Promise<{ text: string; pages: number }> {
  const before = new Set(pdfs());
  await nurse.press(keys);
  const [name = ''] = await eventually(
    'the print is in the folder',
    async () => pdfs().filter((one) => !before.has(one)),
    (files) => files.length === 1,
  );
  await nurse.sees('.desk-printed');
  const file = path.join(exported, name);
  return { text: textOf(file), pages: pagesOf(file) };
}

describe('a shift is handed over', () => {
  it('by keyboard alone: a note left, signed by both, printed on one page, the note carried over', {
    timeout: PATIENCE_MS,
  }, async () => {
    const desk = await launchDesk({ data });
    const nurse = nurseAt(desk.window);
    try {
      await nurse.sees('.desk-census');
      await pickOperator(nurse, GIVER);
      const [zone] = (await zonesOf()).zones;
      if (!zone) throw new Error('no zone');
      await nurse.press('Shift+F6');
      await nurse.sees('.desk-handover-zone[aria-current=true]', zone.code);
      // The demonstration may have handed this shift over already: then a fresh account since then is given.
      await open(desk, `#/handovers/${zone.zoneId}?period=hours-4`);
      await nurse.sees('.desk-handover-flow');
      await pressUntil(nurse, 'n', '.desk-handover-notes textarea:focus');
      await nurse.types(NOTE);
      await nurse.press('Control+Enter');
      await nurse.sees('.desk-handover-notes li', NOTE);
      const numbers = await flowOn(desk);
      const [opening = 0, arrived = 0, movedIn = 0, movedOut = 0, left = 0, closing = 0] = numbers;
      expect(opening + arrived + movedIn - movedOut - left).toBe(closing);

      await nurse.press('Tab', 'Tab', 'Tab');
      await pressUntil(nurse, 'g', '[role=dialog] .desk-handover-names', GIVER);
      await nurse.press('Control+Enter');
      await nurse.sees('.desk-handover-signatures [data-signed=false]');
      expect((await history())[0]).toMatchObject({ giver: GIVER, taker: null, withdrawn: null });

      await pressUntil(nurse, 't', '[role=dialog] .desk-notice[data-tone=warn]');
      await nurse.press('Escape');
      await nurse.seesNoMore('[role=dialog]');
      await pickOperator(nurse, TAKER);
      await pressUntil(nurse, 't', '[role=dialog] .desk-handover-names', TAKER);
      await nurse.press('Control+Enter');
      await nurse.sees('.desk-handover-signatures [data-signed=true]', TAKER);
      const [signed] = await history();
      expect(signed).toMatchObject({ giver: GIVER, taker: TAKER });

      const shown = await flowOn(desk);
      const paper = await printed(nurse, 'Control+p');
      const flat = paper.text.replace(/\s+/g, '');
      expect(paper.pages).toBe(1);
      for (const word of [GIVER, TAKER, NOTE, '交接班单']) expect(flat).toContain(word);
      const [line = ''] = paper.text.match(/^\s*\d+\s+\+?\s*\d+.*$/m) ?? [];
      expect((line.match(/\d+/g) ?? []).map(Number)).toEqual(shown);

      const now = await call<{ zones: { body: Body }[] }>(data, 'handovers.show', { zoneIds: [zone.zoneId] });
      expect(now.zones[0]?.body.notes.map(({ text }) => text)).toContain(NOTE);
      await open(desk, '#/overview');
      await open(desk, `#/handovers/${zone.zoneId}`);
      await nurse.sees('.desk-handover-notes li', NOTE);

      await pressUntil(nurse, 'w', '[role=dialog] input');
      await nurse.types('漏写一人');
      await nurse.press('Enter');
      await nurse.seesNoMore('[role=dialog]');
      expect((await history()).find(({ handoverId }) => handoverId === signed?.handoverId)).toMatchObject({
        withdrawn: { who: TAKER, reason: '漏写一人' },
      });
      expect(desk.problems.filter((one) => /defect|uncaught/i.test(one))).toEqual([]);
    } finally {
      await desk.close();
    }
    expect(await ward(data, 'verify')).toMatchObject({ clean: true });
  });

  const usable = async (language: 'zh-CN' | 'en') => {
    const desk = await launchDesk({ data, language });
    try {
      const nurse = nurseAt(desk.window);
      await nurse.sees('.desk-census');
      const [zone] = (await zonesOf()).zones;
      const [signed] = await history();
      const found: string[] = [];
      for (const query of ['?period=hours-4', `?handover=${signed?.handoverId ?? ''}`]) {
        await open(desk, `#/handovers/${zone?.zoneId ?? ''}${query}`);
        await nurse.sees('.desk-handover-flow');
        await atRest(desk.window);
        found.push(...(await seriousOn(desk.window)).map((what) => `${query} ${what}`));
      }
      expect(found).toEqual([]);
    } finally {
      await desk.close();
    }
  };
  it('on a page for whoever cannot see it well (zh-CN)', () => usable('zh-CN'), PATIENCE_MS);
  it('on a page for whoever cannot see it well (en)', () => usable('en'), PATIENCE_MS);

  it('on paper, exactly one page for every zone', { timeout: PATIENCE_MS }, async () => {
    const desk = await launchDesk({ data });
    try {
      const nurse = nurseAt(desk.window);
      await nurse.sees('.desk-census');
      await pickOperator(nurse, GIVER);
      await open(desk, '#/handovers');
      await nurse.sees('.desk-handover-zone');
      await desk.window.locator('.desk-page-head button').first().focus();
      const { pages, text } = await printed(nurse, 'Enter');
      const { zones } = await zonesOf();
      expect(pages).toBe(zones.length);
      for (const [i, { code }] of zones.entries())
        expect(text.split('\f')[i]?.replace(/\s+/g, '')).toContain(`zone${code}`);
    } finally {
      await desk.close();
    }
  });
});
