import { readFileSync } from 'node:fs';
import Excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';

const NOON = '2022-04-07T12:00+08:00';
/** The words of the file's column 临床分型, counted by another reader than ours. */
async function inTheFile(): Promise<Record<string, number>> {
  const book = new Excel.Workbook();
  await book.xlsx.readFile('test/rosters/intake-996.xlsx');
  const sheet = book.worksheets[0];
  const heading = sheet?.getRow(1).values as (string | undefined)[];
  const column = heading.findIndex((word) => /分型|类型/.test(word ?? ''));
  const counts: Record<string, number> = {};
  sheet?.eachRow((row, number) => {
    if (number === 1) return;
    const word = String(row.getCell(column).value ?? '').trim();
    counts[word] = (counts[word] ?? 0) + 1;
  });
  return counts;
}

let ward: TestWard;
beforeAll(async () => {
  ward = await openTestWard('stadium-1200', '2022-04-07 12:30');
  const base64 = readFileSync('test/rosters/intake-996.xlsx').toString('base64');
  const { rosterId } = await ward.call('rosters.open', {
    ...{ fileName: 'intake-996.xlsx', base64, arrivedAt: NOON },
  });
  await ward.call('rosters.commit', { rosterId });
  await ward.call('allocation.run', {});
});
afterAll(() => ward.close());

describe('the day of the seed figures', () => {
  it('has 996 admitted by noon of the fourth day, mild and asymptomatic adding up', async () => {
    const { body } = await ward.call('daily.show', { cutOff: NOON });
    const { people, byClassification } = body.admitted.sinceOpening;
    expect(people).toBe(996);
    const { mild, asymptomatic, ...others } = byClassification;
    expect(mild + asymptomatic).toBe(996);
    expect(Object.values(others).every((n) => n === 0)).toBe(true);
    const counted = await inTheFile();
    const sum = (pattern: RegExp) =>
      Object.entries(counted)
        .filter(([word]) => pattern.test(word))
        .reduce((all, [, n]) => all + n, 0);
    expect({ mild, asymptomatic }).toEqual({ mild: sum(/轻/), asymptomatic: sum(/无症状/) });
    expect(body.inHouse.people).toBe(996);
    expect(body.beds).toMatchObject({ total: 1200, occupied: 996, available: 204 });
  });

  it('is read out with these very numbers, in both languages', async () => {
    const { body, readOut } = await ward.call('daily.show', { cutOff: NOON });
    const { mild, asymptomatic } = body.admitted.sinceOpening.byClassification;
    const words = `累计收治 996 人（其中无症状 ${asymptomatic} 人、轻型 ${mild} 人）`;
    expect(readOut.zh).toContain(`截至4月7日12:00，长春市体育场方舱医院${words}`);
    expect(readOut.en).toContain(
      `had admitted 996 (${asymptomatic} asymptomatic, ${mild} mild) since opening`,
    );
  });

  it('adds up for every zone, for the whole, and by district', async () => {
    const { body } = await ward.call('daily.show', { cutOff: NOON });
    for (const place of body.places) {
      const { opening, arrived, movedIn, movedOut, left, closing } = place;
      expect(opening + arrived + movedIn - movedOut - left).toBe(closing);
    }
    const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0);
    expect(sum(body.places.map(({ closing }) => closing))).toBe(body.inHouse.people);
    expect(sum(body.districts.map(({ inHouse }) => inHouse))).toBe(body.inHouse.people);
    expect(sum(body.districts.map(({ admitted }) => admitted))).toBe(body.admitted.inPeriod.people);
  });
});
