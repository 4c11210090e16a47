import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { readSpreadsheets, workOut } from './independent-996.ts';
import { moment } from './ward-with-samples.ts';

const FOLDER = 'test/rosters';
const fileOf = (fileName: string) => ({
  fileName,
  base64: readFileSync(`${FOLDER}/${fileName}`).toString('base64'),
});

let ward: TestWard;
let sheets: Awaited<ReturnType<typeof readSpreadsheets>>;
beforeAll(async () => {
  ward = await openTestWard('stadium-1200', '2022-04-04 08:00');
  ward.at('2022-04-08 20:30');
  const { rosterId } = await ward.call('rosters.open', { ...fileOf('intake-996.xlsx'), convoyId: null });
  await ward.call('rosters.commit', { rosterId, language: 'zh-CN' });
  for (const day of ['06', '07', '08'])
    await ward.call('tests.importLab', fileOf(`lab-results-2022-04-${day}.xlsx`));
  sheets = await readSpreadsheets(FOLDER);
});
afterAll(() => ward.close());

/** As worked out when this was written; a change of either working-out shows here as well. */
const COUNTED = {
  '2022-04-07 12:00': 429,
  '2022-04-07 20:00': 429,
  '2022-04-08 12:00': 665,
  '2022-04-08 20:00': 665,
};

describe('the 996 of the intake with the three laboratory files', () => {
  it.each(Object.entries(COUNTED))(
    'at %s: the same people are eligible as by the second working-out',
    async (at, count) => {
      const { patients, counts } = await ward.call('eligibility.list', { at: moment(at) });
      const expected = workOut(sheets, at);
      const named = (list: typeof patients) =>
        list.map(({ documentNumber, name }) => `${documentNumber} ${name}`).sort();
      expect(named(patients)).toEqual(expected.here);
      expect(named(patients.filter(({ verdict }) => verdict === 'eligible'))).toEqual(expected.eligible);
      expect(counts.eligible).toBe(count);
      expect(counts.eligible + counts.notYet + counts.excluded).toBe(patients.length);
    },
  );

  it('nobody is promised an earlier moment than the next day’s sample, and whoever is eligible is so now', async () => {
    const at = moment('2022-04-08 20:00');
    const { patients } = await ward.call('eligibility.list', { at });
    for (const { verdict, earliest, next } of patients) {
      if (verdict === 'eligible') expect([earliest, next.what]).toEqual([at, 'release']);
      else expect(earliest !== null && earliest > at && next.what === 'take-sample').toBe(true);
    }
  });
});
