import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, expect, it } from 'vitest';
import { BLANK_DETAILS } from '#shared/contract/admission-details.ts';
import { smallDisk } from '../../fixtures/small-disk.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { makeSafe } from '../fixtures/safe-ward.ts';
import { ward } from '../fixtures/terminal.ts';
import { nurseAt } from '../screens/keyboard.ts';

const NURSE = '李护士';
const PICTURES = process.env.PICTURES;
const LANGUAGES = PICTURES ? (['zh-CN', 'en'] as const) : (['zh-CN'] as const);

async function picture(window: Page, name: string): Promise<void> {
  if (PICTURES) await window.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

const disk = smallDisk(900);
afterAll(() => disk?.close());

it.skipIf(disk === null)(
  'a disk that is full when the program starts: she signs in, sees who lies where, and is told that nothing is written',
  async () => {
    if (disk === null) throw new Error('there is no small disk');
    const data = disk.folder('data');
    await ward(data, 'init', '--layout', 'small-20', '--operator', NURSE);
    await makeSafe(data, NURSE);
    const plan = await ward<{ beds: { id: string; code: string }[] }>(data, 'call', 'beds.plan', '{}');
    const admission = {
      details: { ...BLANK_DETAILS, name: '丁林宁', sex: 'male', documentType: 'none' },
      ...{ bedId: plan.beds[0]?.id, familyOf: null, convoyId: null },
    };
    await ward(data, 'call', 'stays.admit', JSON.stringify(admission));
    // As on any PC that was used before: what the window keeps for itself is there.
    const before = await launchDesk({ data });
    try {
      await nurseAt(before.window).sees('.desk-status', '磁盘偏满');
    } finally {
      await before.close();
    }
    for (const language of LANGUAGES) {
      disk.fill();
      const desk = await launchDesk({ data, language });
      try {
        const nurse = nurseAt(desk.window);
        await nurse.sees('.desk-census');
        expect((await nurse.readsStrip())[0]).toBe(1);
        await nurse.sees('.desk-status .desk-backup-status', language === 'en' ? /stopped/i : '停止');
        await nurse.press('F4');
        await nurse.sees('.desk-board');
        await picture(desk.window, `full-disk-beds-${language}`);
        await desk.window.evaluate(() => {
          location.hash = '#/settings/data';
        });
        await nurse.sees('main', language === 'en' ? /disk is full/ : '磁盘已满');
        await picture(desk.window, `full-disk-data-${language}`);
        // A busy machine makes any query slow.
        expect(desk.problems.filter((one) => !/ took \d+ ms$/.test(one))).toEqual([]);
      } finally {
        await desk.close();
        disk.empty();
      }
    }
  },
);
