import { readFileSync } from 'node:fs';
import path from 'node:path';
import Excel from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listTomorrow } from '#main/cli/list-tomorrow.ts';
import type { ReleaseListId, StayId } from '#shared/contract/values.ts';
import { sampled, twoGood } from '../../fixtures/clinical.ts';
import { NASTY } from '../reports/ward-with-discharges.ts';
import { admit, DAY, type Evening, eveningBefore, openWith, signBoth } from './list-fixture.ts';

let evening: Evening;
beforeEach(async () => {
  evening = await eveningBefore();
});
afterEach(async () => {
  await evening.ward.close();
});

const stay = (who: string): StayId => evening.ids[who] as StayId;
const make = (listId: ReleaseListId) =>
  evening.ward.call('releases.districtFile', { listId, language: 'zh-CN', madeBy: evening.doctor });

async function cellsOf(file: string): Promise<{ texts: string[]; sheet: Excel.Worksheet }> {
  const book = new Excel.Workbook();
  await book.xlsx.load(readFileSync(file).buffer as ArrayBuffer);
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  const texts: string[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value ?? ''))));
  return { texts, sheet };
}

describe('the files for the districts', () => {
  it('are one each, with their own people only, buses, samples and signers', async () => {
    const listId = await openWith(evening, ['man', 'other', 'mother', 'child'].map(stay));
    await evening.ward.call('releases.addBus', {
      listId,
      ...{ plate: '吉B12345', seats: 30, district: '丰满区', meetingPoint: '北门' },
      departsAt: '2022-04-08T09:00+08:00',
    });
    await evening.ward.call('releases.assignBuses', { listId });
    await signBoth(evening, listId);
    const { files } = await make(listId);
    expect(files.map(({ district, people }) => [district, people])).toEqual([
      ['船营区', 1],
      ['丰满区', 3],
    ]);
    for (const { file } of files)
      expect(file.startsWith(path.join(evening.ward.folder, 'exports'))).toBe(true);
    const { texts, sheet } = await cellsOf(files[1]?.file ?? '');
    for (const text of ['邹丽平', '丁林宁', '吉B12345', '北门', '2022-04-08 09:00', '2022-04-07 07:30'])
      expect(texts).toContain(text);
    expect(texts).toContain('ORF1ab 36.2 / N 37');
    expect(texts).toContain('ORF1ab 未检出 / N 未检出');
    expect(texts).not.toContain('高敏');
    expect(texts.join()).toContain('李护士');
    expect(texts.join()).toContain('王护士');
    expect(texts.join()).not.toContain('未经医生');
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape' });
  });

  it('leave out who dropped off, and say so where nobody signed yet', async () => {
    const listId = await openWith(evening, ['man', 'mother'].map(stay));
    await sampled(evening.ward, stay('man'), '2022-04-07 12:00', { orf: 30, n: 30 });
    const { files } = await make(listId);
    const { texts } = await cellsOf(files[0]?.file ?? '');
    expect(texts).not.toContain('丁林宁');
    expect(texts.join()).toContain('未经医生');
    const paper = await evening.ward.call('releases.forPaper', { listId });
    expect([paper.people, paper.dropped]).toEqual([1, 1]);
  });

  it('hold no formula, whatever somebody is called or a district is named', async () => {
    const nasty = [];
    for (const [i, text] of NASTY.slice(0, 14).entries()) {
      const details = {
        name: text.replace(/[\n\t]/g, ' ').trim(),
        address: text,
        district: `../${i}=1+1`,
        street: text,
      };
      const stayId = await admit(evening.ward, details, null);
      nasty.push(stayId);
    }
    evening.ward.at('2022-04-09 09:00');
    for (const stayId of nasty) await twoGood(evening.ward, stayId, '2022-04-07 21:00', '2022-04-08 22:00');
    const { listId } = await evening.ward.call('releases.open', { day: '2022-04-09' as never });
    await evening.ward.call('releases.setMembers', { listId, add: nasty });
    const { files } = await make(listId);
    expect(files).toHaveLength(nasty.length);
    for (const { file } of files) {
      expect(path.dirname(path.dirname(file))).toBe(path.join(evening.ward.folder, 'exports'));
      const { sheet } = await cellsOf(file);
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect([Excel.ValueType.String, Excel.ValueType.Number, Excel.ValueType.Null]).toContain(cell.type);
          if (cell.type === Excel.ValueType.String) expect(cell.numFmt).toBe('@');
        }),
      );
    }
  });

  it('are refused where nobody on the list may leave', async () => {
    const { listId } = await evening.ward.call('releases.open', { day: DAY });
    const input = { listId, language: 'en', madeBy: evening.doctor } as const;
    expect((await evening.ward.refused('releases.districtFile', input)).code).toBe('list-empty');
  });
});

describe('ward list tomorrow', () => {
  const ask = () =>
    listTomorrow((name, input) => evening.ward.call(name, input as never) as never, {
      day: DAY,
      at: null,
      language: 'en',
    });

  it('answers with the proposal while nobody has opened a list', async () => {
    const { state, members, dropped, protocol } = await ask();
    expect([state, members?.length, dropped]).toEqual(['proposed', 5, []]);
    expect(members?.[0]).toMatchObject({
      name: '高敏',
      bed: 'A-01-04',
      district: '船营区',
      bus: '',
      state: 'on',
    });
    expect(protocol.version).toBe(1);
  });

  it('then with the list, those who dropped off apart with the reason', async () => {
    const listId = await openWith(evening, ['man', 'other'].map(stay));
    await signBoth(evening, listId);
    evening.ward.at('2022-04-08 02:00');
    await sampled(evening.ward, stay('man'), '2022-04-07 21:00', { orf: 30, n: 30 });
    const { state, members, dropped, signatures } = await ask();
    expect(state).toBe('signed');
    expect(signatures).toHaveLength(2);
    expect(members?.map(({ name }) => name)).toEqual(['高敏']);
    expect(dropped).toMatchObject([{ name: '丁林宁', state: 'dropped' }]);
    expect(dropped?.[0]?.reason).toMatch(/is positive/);
  });
});
