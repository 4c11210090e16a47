import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemonstrationWard, someone, type TestWard } from '../../fixtures/ward.ts';
import { signs } from '../../main/rounds/ward-of-patients.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { eventually } from '../fixtures/terminal.ts';
import { hoursAgo } from '../leads/hours-ago.ts';
import { seriousOn } from '../screens/axe.ts';
import { type Nurse, nurseAt } from '../screens/keyboard.ts';

let ward: TestWard;

beforeAll(async () => {
  // Opened two days ago, so that there is a past to go back to.
  ward = await openDemonstrationWard('hall-200', hoursAgo(48));
  for (let i = 1; i <= 12; i++) await admit(i);
  ward.realTime();
});
afterAll(() => ward.close());

async function admit(i: number): Promise<void> {
  const { stayId } = await ward.call('stays.admit', {
    details: someone({ name: `患者${i}`, birthDate: '1985-06-01' as never }),
    bedId: await ward.bed(`A-01-${String(i).padStart(2, '0')}`),
    familyOf: null,
    convoyId: null,
  });
  const change = i === 1 ? { respiratoryRate: 26, spo2: 91, pulse: 112 } : {};
  await ward.call('rounds.record', { stayId, signs: signs(change) });
}

const WORDS = {
  'zh-CN': {
    high: /7 分及以上 1$/,
    layer: 'NEWS2 评分',
    score: '8 分',
    past: '不是现在',
    no: '不能办理',
  },
  en: { high: /7 or more 1$/, layer: 'NEWS2', score: 'score 8', past: 'not now', no: 'nothing can be done' },
} as const;

const cellOf = (nurse: Nurse) =>
  nurse.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const focused = (nurse: Nurse) =>
  nurse.page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');

describe('the floor plan by keyboard alone', () => {
  it.each(['zh-CN', 'en'] as const)(
    'has layers, legend, filter, card and the past (%s)',
    async (language) => {
      const words = WORDS[language];
      const desk: Desk = await launchDesk({
        data: ward.folder,
        language,
        size: { width: 1366, height: 768 },
      });
      const nurse = nurseAt(desk.window);
      try {
        await nurse.sees('.desk-badge');
        await nurse.press('F4');
        await nurse.sees('.desk-board');
        await eventually(
          'the keyboard is on a bed',
          () => cellOf(nurse),
          (label) => /^[A-Z]-\d\d-/.test(label),
        );
        await nurse.press('Control+Home');

        // Layers: L opens, a digit chooses; the card and the cell say what the layer says.
        await nurse.press('l');
        await nurse.sees('.desk-layer-choice');
        await nurse.press('5');
        await nurse.sees('.desk-layer-legend[aria-busy=false]');
        await eventually(
          'the cell says the score',
          () => cellOf(nurse),
          (label) => label.includes(words.score),
        );
        await nurse.sees('.desk-board-callout[data-shown=true]', words.score);
        expect(await seriousOn(desk.window)).toEqual([]);

        // Legend: Shift+L leads there, arrows walk, Space dims the others, Escape leads back.
        await nurse.press('Shift+L');
        await nurse.sees('.desk-layer-legend button:focus');
        await nurse.press('End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
        expect(await focused(nurse)).toMatch(words.high);
        await nurse.press('Space');
        await nurse.sees('.desk-layer-legend [aria-pressed=true]');
        await nurse.press('Escape');
        await eventually(
          'back on the bed',
          () => cellOf(nurse),
          (label) => label.startsWith('A-01-01'),
        );

        // A change beside this desk is seen at once, and nothing of the place is lost.
        await nurse.press('ArrowRight', '+', '+');
        const place = () =>
          nurse.page.evaluate(
            () => document.querySelector<HTMLElement>('.desk-board-layer')?.style.transform,
          );
        let last: string | undefined;
        const rests = (now: string | undefined) => {
          const isSame = now === last;
          last = now;
          return isSame;
        };
        await eventually('the picture has come to rest', place, rests);
        const before = [await cellOf(nurse), await place()];
        const legend = () => nurse.reads('.desk-layer-legend');
        const told = await legend();
        await admit(language === 'zh-CN' ? 13 : 14);
        await eventually('one more in the legend', legend, (now) => now !== told);
        expect([await cellOf(nurse), await place()]).toEqual(before);
        await nurse.sees('.desk-layer-legend [aria-pressed=true]');

        // The past: T opens, Page keys step days; marked, with the figures of then, and nothing is done in it.
        await nurse.press('t');
        await nurse.sees('.desk-time input:focus');
        await nurse.press('Home', 'PageUp');
        await nurse.sees('.desk-past-band[aria-busy=false]', words.past);
        expect(await nurse.reads('.desk-past-band [data-state=occupied] dd')).toBe('12');
        await nurse.sees('.desk-census[data-beside-past=true]');
        expect(await seriousOn(desk.window)).toEqual([]);
        await nurse.press('Shift+Tab', 'Shift+Tab');
        await nurse.page.locator('.desk-board-cell[tabindex="0"]').focus();
        await nurse.press('d');
        await nurse.sees('.desk-status, footer', words.no);
        await nurse.press('t');
        await nurse.sees('.desk-time input:focus');
        await nurse.press('End');
        await nurse.seesNoMore('.desk-past-band');
        await nurse.sees('.desk-census[data-beside-past=false]');
        await nurse.press('Escape');
        await nurse.seesNoMore('.desk-time');
        expect(desk.problems.filter((problem) => !problem.includes(' took '))).toEqual([]);
      } finally {
        await desk.close();
      }
    },
  );
});
