import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TourOptions } from '../../scripts/run-tour.ts';
import { wardWithSamples } from './clinical/ward.ts';
import { clinicalJob } from './clinical-job.ts';
import { type Desk, launchDesk } from './fixtures/launch.ts';
import { makeSafe } from './fixtures/safe-ward.ts';
import { ward } from './fixtures/terminal.ts';
import { leadsJob, wardOfLeads } from './leads-job.ts';
import { mainJob, OPERATOR } from './main-job.ts';
import { atRest } from './screens/at-rest.ts';

type Picture = (name: string) => Promise<void>;
/** Fills the folder, and answers the walk through the window. */
type Job = (data: string) => Promise<(desk: Desk, picture: Picture) => Promise<unknown>>;

/** Shows a job to whoever has no display: the walk of its end-to-end test, with a picture at each stop. */
export async function tour({ electron, out, language, job }: TourOptions): Promise<void> {
  process.env.FANGCANG_ELECTRON = electron.executable;
  if (electron.sqliteBinding) process.env.FANGCANG_ELECTRON_SQLITE = electron.sqliteBinding;
  const jobs: Record<TourOptions['job'], Job> = {
    async main(data) {
      await ward(data, 'init', '--name', '长春市体育场方舱医院', '--operator', OPERATOR);
      await makeSafe(data, OPERATOR);
      return (desk, picture) => mainJob({ desk, data, picture });
    },
    async leads(data) {
      await wardOfLeads(data);
      return (desk, picture) => leadsJob({ desk, data, language, picture });
    },
    async clinical(data) {
      const made = await wardWithSamples(data);
      return (desk, picture) => clinicalJob({ desk, ward: made, language, picture });
    },
  };
  const data = mkdtempSync(path.join(tmpdir(), 'fangcang-tour-'));
  const walk = await jobs[job](data);
  const desk = await launchDesk({ data, language, size: { width: 1366, height: 768 } });
  let number = 0;
  const picture = async (name: string) => {
    await atRest(desk.window);
    number += 1;
    const file = `${String(number).padStart(2, '0')} ${name}.png`;
    await desk.window.screenshot({ path: path.join(out, file) });
    console.log(`  ${file}`);
  };
  try {
    await walk(desk, picture);
    await picture('at the end');
  } catch (error) {
    await picture('where it stopped');
    throw error;
  } finally {
    await desk.close();
    rmSync(data, { recursive: true, force: true });
  }
}
