import { Buffer } from 'node:buffer';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LAB_FAULTS } from '#shared/messages/lab-problems.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import type { TestWard } from '../../fixtures/ward.ts';
import { workbookAround, xlsx, zip } from '../roster/roster-files.ts';
import { HEADINGS, labCsv, smallWard, ZHANG } from './lab-ward.ts';

let ward: TestWard;
beforeAll(async () => {
  ({ ward } = await smallWard());
});
afterAll(() => ward.close());

const given = (bytes: Uint8Array | string) => ({
  fileName: 'lab.xlsx',
  base64: Buffer.from(bytes as Uint8Array).toString('base64'),
});
const faultOf = async (bytes: Uint8Array | string) => {
  const refusal = await ward.refused('tests.importLab', given(bytes));
  expect(refusal.code).toBe('lab-file-unreadable');
  for (const language of ['zh-CN', 'en'] as const)
    expect(sayRefusal(refusal, language)).not.toMatch(/\{\{|-list$/);
  return refusal.params.fault;
};

test('what is no spreadsheet, or no list of results, is refused by what it is, and nothing is kept', async () => {
  const bomb = Buffer.concat([Buffer.from('<worksheet><sheetData>'), Buffer.alloc(150 * 1024 * 1024, 0x20)]);
  const cases: [keyof typeof LAB_FAULTS, Uint8Array | string][] = [
    ['empty', ''],
    ['pdf', '%PDF-1.7 …'],
    ['picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['archive', Buffer.from('526172211a0700', 'hex')],
    ['web-page', '<html><table><tr><td>样本条码</td></tr></table></html>'],
    [
      'open-document',
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
    ],
    ['unpacks-too-large', zip(workbookAround(bomb))],
    ['too-many-rows', 'a,b\n'.repeat(60_000)],
    ['damaged', (await xlsx({ S: [HEADINGS] })).slice(0, 900)],
    ['no-headings', 'a,b\n1,2\n'],
    ['no-results', `${HEADINGS.join(',')}\n`],
    ['roster-list', '姓名,性别,身份证号,现住址,临床分型,基础疾病\n张三,男,11010519491231002X,吉林,轻型,无\n'],
  ];
  for (const [fault, bytes] of cases) expect([fault, await faultOf(bytes)]).toEqual([fault, fault]);
  expect(await ward.call('tests.labFiles', {})).toEqual([]);
});

test('any byte changed: read, quarantined or refused, never a defect', async () => {
  const whole = await xlsx({
    S: [HEADINGS, ['T1', ZHANG.name, ZHANG.id, '2022-04-07 08:00', 26, 24, '阳性']],
  });
  for (let at = 0; at < whole.length; at += 61) {
    const bytes = Uint8Array.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    const reply = await ward.reply('tests.previewLab', given(bytes));
    expect(reply.ok || reply.kind === 'refused').toBe(true);
  }
});

const bits = [
  '阳性',
  '阴性',
  '26',
  '>40',
  '—',
  '未检出',
  '复检',
  ZHANG.id,
  ZHANG.name,
  '2022-04-07 08:00',
  '44658.3',
  '\u0000',
  '\u202e',
  '\ufffd',
  '🙂',
  '=1+1',
  '"',
  '\n',
  '合计',
  'T1',
  ' ',
];
const cell = fc.oneof(fc.constantFrom('', ...bits), fc.string({ unit: 'binary', maxLength: 20 }));

test('whatever stands in the cells, each row is taken, a repeat, or in quarantine: none is lost', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(...HEADINGS.map(() => cell)), { minLength: 1, maxLength: 12 }),
      async (rows) => {
        const bytes = stringify([HEADINGS, ...rows], { quoted: true });
        const reply = await ward.reply('tests.previewLab', given(bytes));
        expect(reply.ok || reply.kind === 'refused').toBe(true);
        if (!reply.ok) return;
        const {
          rows: all,
          accepted,
          duplicates,
          quarantined,
          refused,
        } = reply.value as Record<string, number>;
        expect((accepted ?? 0) + (duplicates ?? 0) + (quarantined ?? 0) + (refused ?? 0)).toBe(all);
      },
    ),
    { numRuns: 150 },
  );
});

test('cells of 50,000 characters everywhere hold nobody up', async () => {
  const lines = ['a', '1', '—', '2022-', ' ', '阳'].map((part) =>
    HEADINGS.map(() => part.repeat(50_000 / part.length)),
  );
  const started = performance.now();
  const result = await ward.call('tests.previewLab', labCsv(lines));
  expect(result.accepted).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
});
