import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellText } from '#main/spreadsheets/cell.ts';
import { readSpreadsheet } from '#main/spreadsheets/read-file.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { makeSafe } from '../fixtures/safe-ward.ts';
import { census, eventually, ward } from '../fixtures/terminal.ts';
import { mainJob, OPERATOR } from '../main-job.ts';
import { nurseAt } from '../screens/keyboard.ts';

/** People on the report, by the numbers of their documents. */
async function peopleIn(bytes: Uint8Array): Promise<number> {
  const reading = await readSpreadsheet(bytes, 'report.xlsx');
  if (!reading.ok) throw new Error(reading.code);
  const cells = reading.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(cellText)));
  return cells.filter((text) => /^\d{17}[\dX]$/.test(text)).length;
}

describe.each(['zh-CN', 'en'] as const)('the main job, by keyboard alone (%s)', (language) => {
  it('goes from a bus load to an empty bed, and all of it is there after a restart', async () => {
    const data = mkdtempSync(path.join(tmpdir(), 'fangcang-e2e-'));
    await ward(data, 'init', '--name', '长春市体育场方舱医院', '--operator', OPERATOR);
    await makeSafe(data, OPERATOR);
    const desk = await launchDesk({ data, language });
    try {
      const { report } = await mainJob({ desk, data, picture: async () => undefined });
      const bytes = readFileSync(report);
      const people = await peopleIn(bytes);
      expect(people).toBe(2);
      expect(desk.problems.filter((line) => /defect|uncaught/i.test(line))).toEqual([]);
    } finally {
      await desk.close();
    }
    const before = await census(data);
    expect(await ward(data, 'verify')).toMatchObject({ clean: true });

    const again = await launchDesk({ data, language });
    try {
      const { patients, beds } = before;
      const strip = [
        patients.inHouse,
        beds.available,
        beds.reserved,
        beds.awaitingDisinfection,
        beds.outOfService,
        patients.waiting,
      ];
      const nurse = nurseAt(again.window);
      await eventually(
        'the strip is as it was',
        () => nurse.readsStrip(),
        (seen) => JSON.stringify(seen) === JSON.stringify(strip),
      );
    } finally {
      await again.close();
      rmSync(data, { recursive: true, force: true });
    }
  });
});
