import type { Sentence } from '#shared/messages/fill.ts';

/** What the list for a district says besides the headings of its columns. */
export const DISTRICT_WORDS = {
  file: { zh: '出舱交接名单', en: 'release-list' },
  sheet: { zh: '出舱交接名单', en: 'Release list' },
  title: {
    zh: '{{hospital}} {{day}} 出舱人员交接名单 · {{district}}',
    en: '{{hospital}}: people leaving on {{day}} · {{district}}',
  },
  noDistrict: { zh: '区县未填', en: 'district not known' },
  demo: { zh: '演示数据：病区与人员均为虚构', en: 'Demonstration: this ward and its people are made up' },
  unsigned: {
    zh: '未经医生、护士两人签署，仅供准备车辆，不得据此交接',
    en: 'Not signed by doctor and nurse: for planning only, nobody leaves by this list',
  },
  note: {
    zh: '共 {{people}} 人　判定标准：{{protocol}}　医生：{{doctor}}　护士：{{nurse}}　数据截至：{{at}}　制表人：{{madeBy}}',
    en: '{{people}} people · judged by: {{protocol}} · doctor: {{doctor}} · nurse: {{nurse}} · as of {{at}} · made by {{madeBy}}',
  },
  signature: { zh: '{{who}}（{{at}}）', en: '{{who}} ({{at}})' },
  notSigned: { zh: '未签署', en: 'not signed' },
  protocolVersion: { zh: '{{name}}（第 {{version}} 版）', en: '{{name}} (version {{version}})' },
  noBus: { zh: '未安排车辆', en: 'no bus yet' },
  noResult: { zh: '结果未出', en: 'no result yet' },
  total: { zh: '合计', en: 'Total' },
  bus: { zh: '车辆', en: 'Bus' },
  street: { zh: '街道', en: 'Street' },
  noStreet: { zh: '（街道未填）', en: '(no street known)' },
  footMadeBy: { zh: '制表：{{madeBy}} {{at}}', en: 'Made by {{madeBy}} {{at}}' },
  footPrinted: { zh: '打印：{{when}}', en: 'Printed {{when}}' },
  footPage: { zh: '第 {{page}} 页，共 {{pages}} 页', en: 'Page {{page}} of {{pages}}' },
} as const satisfies Record<string, Sentence>;
