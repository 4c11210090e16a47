import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withPrivateDisplay } from '../../scripts/display.ts';
import { prepareDesk } from '../../scripts/prepare.ts';
import { type Desk, launchDesk } from '../e2e/fixtures/launch.ts';
import { openTestWard, someone } from '../fixtures/ward.ts';
import { discharge } from '../main/papers/people.ts';
import { noTimes, type Part } from './figures.ts';

const PEOPLE = 500;
const PORTION = 50;
const RUNS = 3;

/**
 * 500 release certificates in the real window, from the key to the file in the export folder: put on record, signed,
 * set, printed and merged; against Chromium printing the very same pages from files, neither signed nor merged.
 */
export async function measurePapers(): Promise<Part> {
  await prepareDesk();
  const ward = await openTestWard('stadium-1200');
  const pages = mkdtempSync(join(tmpdir(), 'fangcang-bench-'));
  const ours = noTimes();
  const reference = noTimes();
  const turns = noTimes();
  try {
    const stays = await leavers(ward);
    ward.realTime();
    await withPrivateDisplay(async () => {
      const desk = await launchDesk({ data: ward.folder });
      try {
        await desk.window.locator('.desk-census strong').first().waitFor({ timeout: 60_000 });
        // The first print loads what later ones have.
        for (let i = -1; i < RUNS; i++) {
          await watchMain(desk);
          const { actId, wall } = await print(desk, stays, ward.operatorId);
          const longest = await longestTurn(desk);
          const plain = await printPlainly(desk, await files(ward, pages, actId));
          if (i < 0) continue;
          keep(ours, wall);
          keep(reference, plain);
          keep(turns, longest);
        }
      } finally {
        await desk.close();
      }
    });
  } finally {
    await ward.close();
    rmSync(pages, { recursive: true, force: true });
  }
  return {
    about: `${PEOPLE} release certificates in the real window, against Chromium printing the same pages from files`,
    figures: [
      { what: `${PEOPLE} certificates, from the key to the file`, ours, reference },
      { what: 'longest turn of the main thread meanwhile', ours: turns, aim: 'a bar that moves' },
    ],
  };
}

type Ward = Awaited<ReturnType<typeof openTestWard>>;

/** What another process computes cannot be seen from here; the clock is all there is. */
function keep(times: ReturnType<typeof noTimes>, wall: number): void {
  times.wall.push(wall);
  times.cpu.push(wall);
}

async function leavers(ward: Ward): Promise<string[]> {
  const stays = [];
  for (let i = 0; i < PEOPLE; i++) {
    const details = someone({
      name: `患者${i}`,
      documentType: 'passport',
      documentNumber: `E${10_000_000 + i}`,
    });
    const { stayId } = await ward.call('stays.admit', {
      details,
      bedId: null,
      familyOf: null,
      convoyId: null,
    });
    stays.push(stayId);
  }
  ward.at('2022-04-08 12:00');
  await discharge(ward, ...stays);
  return stays;
}

const print = (desk: Desk, stayIds: string[], operatorId: string) =>
  desk.window.evaluate(
    async ([ids, operator, key]) => {
      const send = async (name: string, input: object) => {
        const reply = await window.desk?.call({ callId: crypto.randomUUID(), name, input });
        if (!reply?.ok) throw new Error(JSON.stringify(reply));
        return reply.value as { actId: string };
      };
      const begun = performance.now();
      const act = { key, operatorId: operator };
      const { actId } = await send('papers.prepare', { kind: 'certificate', stayIds: ids, act });
      await send('papers.print', { of: { what: 'print', actId }, language: 'zh-CN' });
      return { actId, wall: performance.now() - begun };
    },
    [stayIds, operatorId, randomUUID()] as const,
  );

async function files(ward: Ward, folder: string, actId: string): Promise<string[]> {
  const paths = [];
  for (let from = 0; from < PEOPLE; from += PORTION) {
    const part = await ward.call('papers.pages', { actId: actId as never, from, count: PORTION });
    const file = join(folder, `${from}.html`);
    writeFileSync(file, part.documents[0]?.html ?? '');
    paths.push(file);
  }
  return paths;
}

const printPlainly = (desk: Desk, paths: string[]): Promise<number> =>
  desk.app.evaluate(async ({ BrowserWindow }, all) => {
    const window = new BrowserWindow({ show: false });
    const begun = performance.now();
    for (const file of all) {
      await window.loadFile(file);
      await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    }
    const took = performance.now() - begun;
    window.destroy();
    return took;
  }, paths);

const watchMain = (desk: Desk): Promise<void> =>
  desk.app.evaluate(() => {
    const seen = { longest: 0, last: performance.now(), timer: null as unknown };
    seen.timer = setInterval(() => {
      const now = performance.now();
      seen.longest = Math.max(seen.longest, now - seen.last);
      seen.last = now;
    }, 1);
    (globalThis as { seenTurns?: typeof seen }).seenTurns = seen;
  });

const longestTurn = (desk: Desk): Promise<number> =>
  desk.app.evaluate(() => {
    const { seenTurns } = globalThis as { seenTurns?: { longest: number; timer: number } };
    clearInterval(seenTurns?.timer);
    return seenTurns?.longest ?? 0;
  });
