import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { ward } from '../fixtures/terminal.ts';
import { nurseAt } from '../screens/keyboard.ts';

const PATIENCE_MS = 120_000;
const data = mkdtempSync(path.join(tmpdir(), 'fangcang-keyboard-'));
let desk: Desk;
beforeAll(async () => {
  await ward(data, 'init', '--layout', 'small-20', '--name', '长春市体育场方舱医院', '--operator', '周组长');
  // In a demonstration nobody signs in, and the name of who acts is asked in a dialog.
  await ward(data, 'demo', '--fill', '--patients', '8', '--days', '2');
  desk = await launchDesk({ data });
}, PATIENCE_MS);
afterAll(async () => {
  await desk.close();
  rmSync(data, { recursive: true, force: true });
});

const DIALOG_FIELD = '[role=dialog] input:focus';

declare global {
  interface Window {
    /** What behind the open dialog had the keyboard, if only for a moment. */
    strayed?: string[];
  }
}

describe('a dialog that opens while a page is still coming up', () => {
  it('keeps the keyboard', { timeout: PATIENCE_MS }, async () => {
    const nurse = nurseAt(desk.window);
    await nurse.sees('.desk-census');
    // In the very moment in which the page is there, before its own timers: a hand is as fast as that now and then.
    await desk.window.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const watching = new MutationObserver(() => {
            if (!document.querySelector('.desk-beds')) return;
            watching.disconnect();
            const key = { key: 'O', code: 'KeyO', ctrlKey: true, shiftKey: true, bubbles: true };
            document.body.dispatchEvent(new KeyboardEvent('keydown', key));
            const strayed: string[] = [];
            window.strayed = strayed;
            addEventListener('focusin', ({ target }) => {
              if (target instanceof Element && !target.closest('[role=dialog]'))
                strayed.push(target.outerHTML);
            });
            resolve();
          });
          watching.observe(document.body, { childList: true, subtree: true });
          window.location.hash = '#/beds';
        }),
    );
    await nurse.sees('[role=dialog] [role=option]');
    // As long as any timer of the page takes.
    await desk.window.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    await nurse.sees(DIALOG_FIELD);
    expect(await desk.window.evaluate(() => window.strayed)).toEqual([]);
    await nurse.types('周组长');
    await nurse.press('Enter');
    await nurse.seesNoMore('[role=dialog]');
    await nurse.sees('.desk-operator-name', '周组长');
  });

  it('takes a keyboard that strayed to its first field, and leaves it to whoever walks to the button that closes', {
    timeout: PATIENCE_MS,
  }, async () => {
    const nurse = nurseAt(desk.window);
    await nurse.press('Control+Shift+O');
    await nurse.sees(DIALOG_FIELD);
    // What a program can do and a hand cannot: the field loses the keyboard to the page behind.
    await desk.window.evaluate(() => {
      const field = document.activeElement;
      if (field instanceof HTMLInputElement) field.disabled = true;
      document.querySelector<HTMLElement>('.desk-census a')?.focus();
      if (field instanceof HTMLInputElement) field.disabled = false;
      document.querySelector<HTMLElement>('.desk-census a')?.focus();
    });
    await nurse.sees(DIALOG_FIELD);
    await nurse.press('Shift+Tab');
    await nurse.sees('[role=dialog] .ant-modal-close:focus');
    await nurse.press('Tab');
    await nurse.sees(DIALOG_FIELD);
    await nurse.press('Escape');
    await nurse.seesNoMore('[role=dialog]');
  });
});
