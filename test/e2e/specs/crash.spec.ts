import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDemonstrationWard, type TestWard } from '../../fixtures/ward.ts';
import { filesWith } from '../fixtures/files-with.ts';
import { type Desk, launchDesk } from '../fixtures/launch.ts';
import { eventually } from '../fixtures/terminal.ts';
import { nurseAt } from '../screens/keyboard.ts';

let ward: TestWard;
beforeAll(async () => {
  ward = await openDemonstrationWard('hall-200');
  ward.realTime();
});
afterAll(() => ward.close());

const log = () => readFileSync(path.join(ward.folder, 'logs', 'desk.log'), 'utf8');

/** The page anew after its process is gone: Playwright knows that page no more, so the program is asked itself. */
const inWindow = <T>(desk: Desk, script: string): Promise<T> =>
  desk.app.evaluate(
    ({ BrowserWindow }, given) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(given) as Promise<unknown>,
    script,
  ) as Promise<T>;

interface Typed {
  hash: string;
  values: string[];
  status: string;
}
const NOTHING: Typed = { hash: '', values: [], status: '' };

/** What stands in the form. A page that is gone does not answer, and is asked again. */
const typedIn = (desk: Desk): Promise<Typed> =>
  Promise.race([
    inWindow<Typed>(
      desk,
      `({ hash: location.hash, values: [...document.querySelectorAll('input')].map(({ value }) => value).filter(Boolean),
        status: document.querySelector('[data-mishap]')?.textContent ?? '' })`,
    ).catch(() => NOTHING),
    sleep(1500, NOTHING),
  ]);

async function typeHalf(desk: Desk, id: string): Promise<void> {
  const nurse = nurseAt(desk.window);
  await nurse.sees('.desk-census');
  await nurse.press('F2');
  await nurse.sees('main input:focus');
  await nurse.types(id);
}

const killRenderer = (desk: Desk, signal: 'SIGKILL' | 'SIGSEGV' = 'SIGKILL') =>
  desk.app.evaluate(({ BrowserWindow }, how) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    if (pid) process.kill(pid, how);
  }, signal);

/** What crash reporters leave: Chromium's minidumps, and the core of a process. */
const dumpsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.dmp$|(^|\/)core(\.\d+)?$/.test(name),
  );

it('the window’s process by a fault of memory: no dump is written, and the name that was in it lies where drafts are kept', async () => {
  const name = '崩溃时在填的人';
  const desk = await launchDesk({ data: ward.folder });
  try {
    const nurse = nurseAt(desk.window);
    await nurse.sees('.desk-census');
    await nurse.press('F2');
    await nurse.sees('#admit-name');
    await desk.window.locator('#admit-name').first().fill(name);
    const folders = await desk.app.evaluate(({ app, session }) => {
      session.defaultSession.flushStorageData();
      return [app.getPath('crashDumps'), process.cwd()];
    });
    await eventually(
      'the draft is kept',
      async () => filesWith(ward.folder, name),
      (files) => files.length > 0,
    );
    await killRenderer(desk, 'SIGSEGV');
    await eventually(
      'the form is back',
      () => typedIn(desk),
      ({ values }) => values.includes(name),
    );
    expect(log()).toMatch(/the window's process ended: crashed/);
    // The search sees what there is: the page's own storage, of an open ward in the open (of a sealed one: sealed.spec.ts).
    const kept = filesWith(ward.folder, name);
    expect(kept.length).toBeGreaterThan(0);
    for (const file of kept) expect(file).toContain(`${path.sep}Local Storage${path.sep}`);
    for (const folder of [ward.folder, ...folders.filter((one) => existsSync(one))])
      expect(dumpsIn(folder).filter((file) => !file.includes('node_modules'))).toEqual([]);
    expect(await desk.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
  } finally {
    await desk.close();
  }
});

describe.each(['zh-CN', 'en'] as const)('what breaks off (%s)', (language) => {
  it('the window’s process in the middle of an admission: it comes back there, with what was typed', async () => {
    const desk = await launchDesk({ data: ward.folder, language });
    try {
      await typeHalf(desk, '22019919');
      await killRenderer(desk);
      const back = await eventually(
        'the form is back',
        () => typedIn(desk),
        // What an earlier test left half typed may stand before it.
        ({ values, status }) => values.some((one) => one.endsWith('22019919')) && status !== '',
      );
      expect(back.hash).toMatch(/^#\/admit/);
      expect(back.status).toMatch(language === 'en' ? /came back where it was/ : /已自动恢复到原处/);
      expect(log()).toMatch(/the window's process ended: killed/);
      expect(
        await inWindow(
          desk,
          `window.desk.call({ callId: 'x', name: 'ward.census', input: {} }).then(({ ok }) => ok)`,
        ),
      ).toBe(true);
    } finally {
      await desk.close();
    }
  });

  it('the program itself: the next start says so, the ward is whole, and what was typed is there', async () => {
    // Another one in each language, since both type into the same ward.
    const id = language === 'en' ? '31010820' : '31010819';
    const desk = await launchDesk({ data: ward.folder, language });
    await typeHalf(desk, id);
    expect(await nurseAt(desk.window).page.locator('[data-mishap]').count()).toBe(0);
    // What is typed is handed to the disk every two seconds: a kill before that would cost it.
    await eventually(
      'what was typed is on the disk',
      async () => filesWith(path.join(ward.folder, 'window'), id),
      (files) => files.length > 0,
    );
    await desk.kill();

    const again = await launchDesk({ data: ward.folder, language });
    try {
      const nurse = nurseAt(again.window);
      await nurse.sees('[data-mishap=program]', language === 'en' ? /was cut off/ : /上次没有正常退出/);
      await nurse.press('F2');
      const back = await eventually(
        'the form',
        () => typedIn(again),
        ({ values }) => values.some((one) => one.endsWith(id)),
      );
      expect(back.hash).toMatch(/^#\/admit/);
      expect(log()).toMatch(/did not come to its end/);
      await nurse.page.locator('[data-mishap] button').click();
      await nurse.seesNoMore('[data-mishap=program] button');
    } finally {
      await again.close();
    }
    const third = await launchDesk({ data: ward.folder, language });
    await nurseAt(third.window).sees('.desk-census');
    expect((await typedIn(third)).status).toBe('');
    await third.close();
  });
});
