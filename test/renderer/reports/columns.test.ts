import { describe, expect, it } from 'vitest';
import { dischargeSheet } from '#main/reports/discharge-sheet.ts';
import { en } from '#renderer/i18n/en/index.ts';
import { zhCN } from '#renderer/i18n/zh-CN/index.ts';
import { isTimeZone, parseInstant } from '#shared/rules/instant.ts';

const at = parseInstant('2022-04-05T12:00+08:00');
const SHANGHAI = 'Asia/Shanghai';
if (!at || !isTimeZone(SHANGHAI)) throw new Error('no such time');

const report = {
  ...{ hospital: '方舱医院', from: at, to: at, cutOff: at, lines: [] },
  totals: {
    ...{ all: 0, byDistrict: [] },
    byWay: { 'on-order': 0, 'to-hospital': 0, 'to-community': 0, 'against-advice': 0, died: 0, other: 0 },
  },
};

describe('the discharge list on the screen', () => {
  it.each([
    ['zh-CN', zhCN.reports.columns],
    ['en', en.reports.columns],
  ] as const)('has the headings of the file in %s', (language, columns) => {
    const sheet = dischargeSheet(report, { language, zone: SHANGHAI, madeBy: '王芳', demo: false });
    const headings = sheet.columns.map(({ heading }) => heading);
    expect([...Object.values(columns)].sort()).toEqual([...headings].sort());
  });
});
