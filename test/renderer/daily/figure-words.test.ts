import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figureWord } from '#renderer/daily/figure-words.ts';
import { en } from '#renderer/i18n/en/index.ts';
import { zhCN } from '#renderer/i18n/zh-CN/index.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { handsAt } from '../../main/daily-reports/hands.ts';

let ward: TestWard;
let report: OutputOf<'daily.show'>;
beforeAll(async () => {
  ward = await openTestWard('small-20', '2022-04-04 13:00');
  const hands = handsAt(ward);
  const first = await hands.admit('甲', 'A-01-01', { district: '船营.区', classification: 'mild' });
  const second = await hands.admit('乙');
  ward.at('2022-04-05 12:30');
  await hands.sign();
  for (const one of [first, second])
    await hands.discharge(one, 'on-order', { happenedAt: '2022-04-05T11:30+08:00' });
  report = await hands.show();
});
afterAll(() => ward.close());

describe('every figure that was restated', () => {
  it.each([
    [
      'zh-CN',
      zhCN,
      ['现有在舱 · 轻型', '累计离舱 · 医嘱离院', '床位 · 占用', '船营.区 · 本时段离舱', '累计治愈出院'],
    ],
    ['en', en, ['In house · mild', 'Beds · occupied', 'Recovered since opening']],
  ] as const)('has its name in %s', async (language, words, some) => {
    const speaking = i18next.createInstance();
    await speaking.init({ lng: language, resources: { [language]: { translation: words } } });
    const names = report.restated.map(({ path }) => figureWord(path, report.body, speaking.t));
    expect(names.length).toBeGreaterThan(15);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).not.toMatch(/\w\.\w|byWay|people/);
    if (language === 'zh-CN')
      for (const name of names) expect(name.replace('A', '')).not.toMatch(/[A-Za-z]{2}/);
    for (const one of some) expect(names.join('\n').toLowerCase()).toContain(one.toLowerCase());
  });
});
