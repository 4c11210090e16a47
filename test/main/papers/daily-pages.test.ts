import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestWard, someone, type TestWard } from '../../fixtures/ward.ts';
import { textOf } from './people.ts';

const NOON = '2022-04-05T12:00+08:00';
let ward: TestWard;
let stays: string[];

/** Three came, one of them without a bed yet, and nobody left by noon of the second day. */
beforeEach(async () => {
  ward = await openTestWard('small-20', '2022-04-04 12:00');
  ward.at('2022-04-04 13:00');
  stays = [];
  for (const [name, bed] of [
    ['甲', 'A-01-01'],
    ['乙', 'A-01-02'],
    ['丙', null],
  ] as const) {
    const details = someone({ name, district: '船营区', classification: bed ? 'asymptomatic' : 'mild' });
    const bedId = bed === null ? null : await ward.bed(bed);
    stays.push((await ward.call('stays.admit', { details, bedId, familyOf: null, convoyId: null })).stayId);
  }
  ward.at('2022-04-05 12:30');
});
afterEach(() => ward.close());

async function paper(more: { version?: number; language?: 'zh-CN' | 'en' } = {}) {
  const { documents } = await ward.call('papers.dailyPages', {
    ...{ cutOff: NOON, language: 'zh-CN', madeBy: '周组长' },
    ...more,
  });
  expect(documents).toMatchObject([{ papers: 1, numbered: true }]);
  const html = documents[0]?.html ?? '';
  return { html, text: textOf(html).replace(/\s+/g, ' ') };
}

const sign = async (header = {}) => {
  const { hash } = await ward.call('daily.show', { cutOff: NOON });
  return ward.call('daily.sign', { cutOff: NOON, hash }, header);
};
/** On paper since half past eleven, typed in after the report. */
const leftLate = () =>
  ward.call(
    'discharges.commit',
    {
      stays: [{ stayId: stays[0] as never }],
      leaving: { way: 'died', destination: '', companion: '', note: '' },
    },
    { happenedAt: '2022-04-05T11:30+08:00' },
  );

it('shows the figures, zones, districts and the words to read out, by whom and when it was printed', async () => {
  const { text } = await paper();
  const { readOut } = await ward.call('daily.show', { cutOff: NOON });
  for (const part of [
    ...['长春市体育场方舱医院', '截至 2022-04-05 12:00', '2022-04-04 12:00 之后至 2022-04-05 12:00'],
    ...['现有在舱 3 ', '待安排床位 1 ', '船营区 3 0 3 ', '期初＋入舱＋转入－转出－离开＝期末'],
    ...['打印 周组长 2022-04-05 12:30', ...readOut.zh.split('\n')],
  ])
    expect(text).toContain(part);
  expect(text).toMatch(/现有在舱 3 2 1 /);
});

it('says that nobody has signed it, and leaves the lines for a signature empty', async () => {
  const { text } = await paper();
  expect(text).toContain('未签发');
  expect(text).not.toContain('原报');
});

it('names who signed it when, and is the same as signed whatever is typed in later', async () => {
  await sign();
  await leftLate();
  const { text } = await paper({ version: 1 });
  expect(text).toContain('第 1 版 签发人 李护士 签发时间 2022-04-05 12:30');
  expect(text).toContain('现有在舱 3 ');
  expect(text).not.toMatch(/原报|重述/);
});

it('marks a restated version, and beside each number that changed what was first reported', async () => {
  await sign();
  await leftLate();
  await sign({ reason: '补录一人离舱' });
  const { text } = await paper({ version: 2 });
  expect(text).toContain('第 2 版 · 重述');
  expect(text).toContain('原因： 补录一人离舱');
  expect(text).toContain('现有在舱 2 原报 3');
  expect(text).toContain('本时段离舱 1 原报 0');
  expect(text).toContain('船营区 3 原报 0 1 原报 3 2 ');
  expect(text).toContain('第 1 版（李护士 签发于 2022-04-05 12:30）首次报告的数字');
});

it('compares with no version that was withdrawn, and tells that it was', async () => {
  await sign();
  await leftLate();
  await ward.call('daily.withdraw', { cutOff: NOON, version: 1 }, { reason: '签错' });
  await sign({ reason: '重签' });
  const { text } = await paper({ version: 2 });
  expect(text).not.toContain('原报');
  expect(text).toMatch(/第 1 版 李护士 \S+ \S+ 已撤回/);
  expect(await ward.refused('papers.dailyPages', { ...ASKED, version: 1 })).toMatchObject({
    code: 'no-such-report',
  });
});

const ASKED = { cutOff: NOON, language: 'zh-CN', madeBy: '周组长' } as const;

it('has every word in English where English is asked for', async () => {
  const { html, text } = await paper({ language: 'en' });
  expect(html).toContain('<html lang="en">');
  for (const part of ['Daily report', 'In house 3', 'Not signed', 'To be read out', 'Printed by 周组长'])
    expect(text).toContain(part);
  // Names of the hospital, its zones and districts, and of whoever printed it stay as they are.
  const { body } = await ward.call('daily.show', { cutOff: NOON });
  const names = [body.hospital, '周组长', ...body.districts.map(({ district }) => district)];
  const zones = body.places.flatMap(({ zone }) => (zone ? [zone.name] : []));
  const rest = [...names, ...zones].reduce((left, name) => left.replaceAll(name, ''), text);
  expect(rest).not.toMatch(/[\u4e00-\u9fff]/);
});

it('ends a day at 24:00 and not at 00:00 of the next', async () => {
  ward.at('2022-04-06 00:30');
  const { documents } = await ward.call('papers.dailyPages', { ...ASKED, cutOff: '2022-04-06T00:00+08:00' });
  expect(textOf(documents[0]?.html ?? '')).toMatch(/截至\s+2022-04-05 24:00/);
});

it('is refused for a time to come', async () => {
  ward.at('2022-04-05 11:00');
  expect(await ward.refused('papers.dailyPages', ASKED)).toMatchObject({ code: 'in-future' });
});
