import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import { moment, teamOf, zoneIds } from '../../fixtures/shifts.ts';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';
import { HAVE, haveFaults, readXml, textsOf } from './have-shape.ts';

let ward: TestWard;
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
});
afterEach(() => ward.close());

const admit = async (details: Partial<AdmissionDetails> & { name: string }, bed: string | null = null) =>
  ward.call('stays.admit', {
    details: someone(details),
    bedId: bed === null ? null : await ward.bed(bed),
    familyOf: null,
    convoyId: null,
  });
const leave = (stayId: Awaited<ReturnType<typeof admit>>['stayId'], way: WayOfLeaving) =>
  ward.call('discharges.commit', {
    stays: [{ stayId }],
    leaving: { way, destination: way === 'to-hospital' ? '省医院' : '', companion: '', note: '' },
  });

/** Noon of the second day; two had come before, one of them leaves in the day. */
async function liveADay(): Promise<string> {
  const { beds } = await ward.call('beds.plan', {});
  const [first, second] = beds.map(({ code }) => code);
  ward.at('2022-04-04 13:00');
  const referred = await admit({ name: '甲', birthDate: '1950-01-01' as never }, first);
  await admit({ name: '乙' }, second);
  ward.at('2022-04-06 09:00');
  await admit({ name: '丙', birthDate: '2021-10-01' as never });
  await admit({
    name: '丁',
    sex: 'female',
    birthDate: '1990-01-01' as never,
    needs: ['pregnancy'],
  });
  ward.at('2022-04-06 10:00');
  await leave(referred.stayId, 'to-hospital');
  ward.at('2022-04-06 15:00');
  return '2022-04-06T12:00+08:00';
}

it('writes the beds of the hospital as EDXL-HAVE 1.0, in the order and the words of its schema', async () => {
  const at = await liveADay();
  const { file } = await ward.call('figures.exportFile', {
    kind: 'edxl-have',
    at,
    language: 'zh-CN',
    madeBy: ward.operatorId,
  });
  expect(path.basename(file)).toBe('edxl-have-2022-04-06-1200.xml');
  const message = readXml(readFileSync(file, 'utf8'));
  expect(message).toMatchObject({ name: 'HospitalStatus', space: HAVE });
  expect(haveFaults(message)).toEqual([]);
  const { beds } = await ward.call('ward.census', { at });
  expect(textsOf(message, 'NameElement')).toEqual(['长春市体育场方舱医院']);
  expect(textsOf(message, 'AvailableCount')).toEqual([String(beds.available)]);
  expect(textsOf(message, 'BaselineCount')).toEqual([String(beds.total)]);
  expect([...textsOf(message, 'Admissions'), ...textsOf(message, 'Discharges')]).toEqual(['2', '1']);
  expect(textsOf(message, 'Deaths')).toEqual(['0']);
  expect(textsOf(message, 'LastUpdateTime')).toEqual(['2022-04-06T04:00:00.000Z']);
});

it('says of beds available only those that a nurse on duty looked after at that moment, where shifts are kept', async () => {
  const at = await liveADay();
  const { people } = await teamOf(ward, '江苏一队', ['陈护士']);
  const zones = await zoneIds(ward);
  await ward.call('shifts.assign', {
    ...{ operatorIds: people, shift: moment('2022-04-06 12:00') },
    ...{ zoneId: zones.get('A') ?? null, careUnitIds: [] },
  });
  const { byZone } = await ward.call('ward.census', { at });
  const free = byZone.find(({ zone }) => zone === 'A')?.beds.available ?? 0;
  const { file } = await ward.call('figures.exportFile', {
    ...{ kind: 'edxl-have', at, language: 'zh-CN', madeBy: ward.operatorId },
  });
  const message = readXml(readFileSync(file, 'utf8'));
  expect(textsOf(message, 'AvailableCount')).toEqual([String(free)]);
  expect(free).toBeLessThan(byZone.reduce((sum, { beds }) => sum + beds.available, 0));
});

it('finds what is not as EDXL-HAVE wants it', () => {
  const wrong = `<HospitalStatus xmlns="${HAVE}"><Hospital><LastUpdateTime>noon</LastUpdateTime></Hospital></HospitalStatus>`;
  expect(haveFaults(readXml(wrong))).toHaveLength(2);
});

it('fills the items of the WHO minimum data set by age, and they agree with the flow of the day', async () => {
  const at = await liveADay();
  const { file } = await ward.call('figures.exportFile', {
    kind: 'emt-mds',
    at,
    format: 'csv',
    language: 'en',
    madeBy: ward.operatorId,
  });
  const rows: string[][] = parse(readFileSync(file), { bom: true, relax_column_count: true });
  const line = (item: string) => rows.find(([number]) => number === item)?.slice(2);
  const named = (name: string) => rows.find((row) => row[1] === name)?.at(-1);
  // Under 1, 1 to 4, 5 to 17, 18 to 64, 65 and over, unknown, all.
  expect(line('1')).toEqual(['1', '0', '0', '0', '0', '0', '1']);
  expect(line('2')).toEqual(['0', '0', '0', '0', '0', '0', '0']);
  expect(line('3')).toEqual(['0', '0', '0', '1', '0', '0', '1']);
  expect(line('39')).toEqual(['0', '0', '0', '0', '1', '0', '1']);
  const flow = await ward.call('figures.flow', { from: '2022-04-05T12:00+08:00', to: at });
  for (const item of ['19', '40', '44']) expect(line(item)?.at(-1)).toBe(String(flow.total.arrived));
  const left = ['37', '38', '39', '42'].reduce((sum, item) => sum + Number(line(item)?.at(-1)), 0);
  expect(left).toBe(flow.total.left);
  const { beds } = await ward.call('ward.census', { at });
  expect([named('New admissions'), named('Bed capacity'), named('Empty beds')]).toEqual([
    '2',
    String(beds.total),
    String(beds.available),
  ]);
});

it('refuses a cut-off that has not come, and a path from anywhere but a terminal', async () => {
  const input = { kind: 'emt-mds', language: 'en', madeBy: ward.operatorId } as const;
  const { code } = await ward.refused('figures.exportFile', { ...input, at: '2022-04-05T12:00+08:00' });
  expect(code).toBe('in-future');
  const there = await ward.call('figures.exportFile', { ...input, file: path.join(ward.folder, 'mds.csv') });
  expect(there.file).toBe(path.join(ward.folder, 'mds.csv'));
});
