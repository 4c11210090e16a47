import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TourOptions } from '../../scripts/run-tour.ts';
import { launchDesk } from './fixtures/launch.ts';
import { ward } from './fixtures/terminal.ts';
import { mainJob, OPERATOR } from './main-job.ts';

/** Shows the main job to whoever has no display: the walk of the end-to-end test, with a picture at each stop. */
export async function tour({ electron, out, language }: TourOptions): Promise<void> {
  process.env.FANGCANG_ELECTRON = electron.executable;
  if (electron.sqliteBinding) process.env.FANGCANG_ELECTRON_SQLITE = electron.sqliteBinding;
  const data = mkdtempSync(path.join(tmpdir(), 'fangcang-tour-'));
  await ward(data, 'init', '--name', '长春市体育场方舱医院', '--operator', OPERATOR);
  const desk = await launchDesk({ data, language, size: { width: 1366, height: 768 } });
  let number = 0;
  const picture = async (name: string) => {
    // Let what is moving come to rest: a picture of half a fade helps nobody.
    await desk.window.waitForTimeout(400);
    number += 1;
    const file = `${String(number).padStart(2, '0')} ${name}.png`;
    await desk.window.screenshot({ path: path.join(out, file) });
    console.log(`  ${file}`);
  };
  try {
    await mainJob({ desk, data, picture });
    await picture('the report is written');
  } catch (error) {
    await picture('where it stopped');
    throw error;
  } finally {
    await desk.close();
    rmSync(data, { recursive: true, force: true });
  }
}
