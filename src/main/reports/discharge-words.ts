import type { Sentence } from '#shared/messages/fill.ts';

/** What the discharge list says besides the words of the vocabulary and the headings of its columns. */
export const DISCHARGE_WORDS = {
  file: { zh: '出舱名单', en: 'discharges' },
  sheet: { zh: '出舱名单', en: 'Discharges' },
  title: { zh: '{{hospital}} 出舱人员名单', en: '{{hospital}}: discharge list' },
  demo: { zh: '演示数据：病区与人员均为虚构', en: 'Demonstration: this ward and its people are made up' },
  note: {
    zh: '统计时段：{{from}} 至 {{to}}（不含）　数据截至：{{cutOff}}　制表人：{{madeBy}}',
    en: 'Left from {{from}} until before {{to}} · as of {{cutOff}} · made by {{madeBy}}',
  },
  total: { zh: '合计', en: 'Total' },
  byWay: { zh: '离院方式', en: 'Way of leaving' },
  byDistrict: { zh: '区县', en: 'District' },
  noDistrict: { zh: '（区县未填）', en: '(no district known)' },
  footMadeBy: { zh: '制表：{{madeBy}} {{cutOff}}', en: 'Made by {{madeBy}} {{cutOff}}' },
  footPrinted: { zh: '打印：{{when}}', en: 'Printed {{when}}' },
  footPage: { zh: '第 {{page}} 页，共 {{pages}} 页', en: 'Page {{page}} of {{pages}}' },
} as const satisfies Record<string, Sentence>;
