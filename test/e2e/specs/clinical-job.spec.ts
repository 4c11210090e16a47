import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { wardWithSamples } from '../clinical/ward.ts';
import { clinicalJob } from '../clinical-job.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { ward } from '../fixtures/terminal.ts';

/** A walk takes a minute on a quiet machine; with builds beside it, three. */
const PATIENCE_MS = 420_000;

describe.each(['zh-CN', 'en'] as const)('the clinical job, by keyboard alone (%s)', (language) => {
  const job = async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'fangcang-clinical-'));
    const before = await wardWithSamples(data);
    const desk = await launchDesk({ data, language });
    try {
      await clinicalJob({ desk, ward: before, language, picture: async () => undefined });
      expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
    } finally {
      await desk.close();
    }
    expect(await ward(data, 'verify')).toMatchObject({ clean: true });
    rmSync(data, { recursive: true, force: true });
  };

  it(
    'goes from a laboratory file to certificates and back, and from a bedside to the ambulance',
    job,
    PATIENCE_MS,
  );
});
