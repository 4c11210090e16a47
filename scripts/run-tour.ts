import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildProcesses } from './build-processes.ts';
import { withPrivateDisplay } from './display.ts';
import type { ElectronLaunch, ElectronRuntime } from './electron-runtime.ts';
import { projectFolder, SetupError } from './run-command.ts';

const JOBS = ['main', 'clinical', 'leads'] as const;
type Job = (typeof JOBS)[number];

export interface TourOptions {
  electron: ElectronLaunch;
  /** The folder for the numbered pictures: empty at the start. */
  out: string;
  language: 'zh-CN' | 'en';
  /**
   * `main`: from a bus load to an empty bed. `clinical`: from results to certificates, and a round. `leads`: what a team
   * lead looks at and signs, and a roll call.
   */
  job: Job;
}

type Tour = (options: TourOptions) => Promise<void>;

/** Drives the real window through a job and leaves numbered pictures; --job, --out and --lang say which, where, how. */
export async function runTour(electron: ElectronRuntime, args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string', default: 'tour' },
      lang: { type: 'string', default: 'zh-CN' },
      job: { type: 'string', default: 'main' },
    },
    // Arguments for the program itself mean nothing here, and need not stop the tour.
    strict: false,
  });
  const out = path.resolve(projectFolder, String(values.out));
  const language = values.lang === 'en' ? 'en' : 'zh-CN';
  const job = JOBS.find((one) => one === values.job) ?? 'main';
  const tour = await loadTour();
  if (path.dirname(out) === projectFolder && path.basename(out) === 'tour')
    await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await withPrivateDisplay(() => tour({ electron, out, language, job }));
  console.log(`The pictures are in ${out}`);
  return 0;
}

async function loadTour(): Promise<Tour> {
  const file = path.join(projectFolder, 'test', 'e2e', 'tour.ts');
  if (!existsSync(file)) throw new SetupError('There is no tour yet: test/e2e/tour.ts is missing.');
  // Its wards are made by terminals, whose bundle has to stand there before it is loaded.
  await buildProcesses();
  const loaded: { tour: Tour } = await import(pathToFileURL(file).href);
  return loaded.tour;
}
