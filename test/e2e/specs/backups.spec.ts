import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { launchDesk } from '../fixtures/launch.ts';
import { makeSafe, signIn } from '../fixtures/safe-ward.ts';
import { census, setAccount, ward } from '../fixtures/terminal.ts';
import { seriousOn } from '../screens/axe.ts';

const NURSE = '李护士';

/** Every size and language, for whoever looks at them: `PICTURES=/some/folder`. */
const PICTURES = process.env.PICTURES;

async function picture(window: Page, name: string): Promise<void> {
  if (PICTURES) await window.screenshot({ path: path.join(PICTURES, `${name}.png`) });
}

it('a copy is taken, tried and gone back to by keyboard; a spoilt file offers the newest, and a new PC one from elsewhere', {
  timeout: 300_000,
}, async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'fangcang-backups-'));
  await ward(data, 'init', '--layout', 'small-20', '--operator', NURSE);
  await makeSafe(data, NURSE);
  const size = PICTURES ? { width: 1920, height: 1080 } : { width: 1366, height: 768 };
  let desk = await launchDesk({ data, size, language: PICTURES ? 'en' : 'zh-CN' });
  const word = (zh: string, en: string) => (PICTURES ? en : zh);
  try {
    let { window } = desk;
    await window.waitForSelector('.desk-status .desk-backup-status');
    await window.evaluate(() => {
      location.hash = '#/settings/data';
    });
    await window.waitForSelector('#desk-backups');
    await window.keyboard.press('b');
    await window.waitForSelector('.desk-copies tbody tr');
    await picture(window, 'section');
    expect(await seriousOn(window)).toEqual([]);

    await window
      .getByRole('button', { name: word('演练…', 'Drill…') })
      .first()
      .focus();
    await window.keyboard.press('Enter');
    await window.getByRole('button', { name: word('开始演练', 'Start the drill') }).focus();
    await window.keyboard.press('Enter');
    await window.getByRole('dialog').getByText(word('可以还原', 'It can be restored')).waitFor();
    await picture(window, 'drill');
    await window.keyboard.press('Escape');

    await window
      .getByRole('button', { name: word('还原…', 'Restore…') })
      .first()
      .focus();
    await window.keyboard.press('Enter');
    const go = window.getByRole('dialog').getByRole('button', { name: word('还原', 'Restore'), exact: true });
    await go.waitFor();
    await picture(window, 'restore');
    await go.focus();
    await window.keyboard.press('Enter');
    await window.getByRole('dialog').getByText(word('已还原', 'Restored in')).waitFor();
    await picture(window, 'restored');
    expect(readdirSync(path.join(data, 'set-aside')).length).toBe(1);
    // A busy machine makes any query slow.
    const own = desk.problems.filter((one) => !/ took \d+ ms$/.test(one));
    expect(own).toEqual([]);
    await desk.close();

    writeFileSync(path.join(data, 'ward.db'), 'spoilt '.repeat(1000));
    desk = await launchDesk({ data, size, language: PICTURES ? 'en' : 'zh-CN', door: 'shut' });
    window = desk.window;
    await window.waitForSelector('.desk-fault-copies tbody tr');
    await picture(window, 'fault');
    expect(await seriousOn(window)).toEqual([]);
    await window
      .getByRole('button', { name: word('还原…', 'Restore…') })
      .first()
      .click();
    await window
      .getByRole('dialog')
      .getByRole('button', { name: word('还原', 'Restore'), exact: true })
      .click();
    await signIn(window, NURSE);
    // The page that did it has gone: what became of it is told in the ward, until somebody has read it.
    const told = window.locator('.desk-status', { hasText: 'set-aside' });
    await told.waitFor();
    await picture(window, 'told');
    await told.locator('.desk-report-notice button').click();
    await told.waitFor({ state: 'detached' });
    await desk.close();
    expect((await census(data)).beds.total).toBe(20);

    const elsewhere = mkdtempSync(path.join(tmpdir(), 'fangcang-new-pc-'));
    desk = await launchDesk({ data: elsewhere, size, language: PICTURES ? 'en' : 'zh-CN' });
    await desk.window.waitForSelector('.desk-fault-copies');
    await picture(desk.window, 'first');
    expect(await seriousOn(desk.window)).toEqual([]);
    const [copy] = readdirSync(path.join(data, 'backups')).filter((name) => name.endsWith('.wardbackup'));
    await desk.app.evaluate(
      ({ dialog }, file) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
      },
      path.join(data, 'backups', copy ?? ''),
    );
    await desk.window
      .getByRole('button', { name: word('从其他位置选一份备份…', 'Pick a backup from elsewhere…') })
      .click();
    await desk.window
      .getByRole('dialog')
      .getByRole('button', { name: word('还原', 'Restore'), exact: true })
      .click();
    await signIn(desk.window, NURSE);
    setAccount(elsewhere, NURSE);
    await desk.close();
    expect((await census(elsewhere)).beds.total).toBe(20);
    rmSync(elsewhere, { recursive: true });
  } finally {
    await desk.kill();
    rmSync(data, { recursive: true, force: true });
  }
});
