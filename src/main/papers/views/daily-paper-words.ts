import type { Sentence } from '#shared/messages/fill.ts';

/** What the daily report says on paper besides the words that it has on every medium. */
export const DAILY_PAPER_WORDS = {
  title: { zh: '每日报告', en: 'Daily report' },
  period: { zh: '统计时段', en: 'Period' },
  asOf: { zh: '截至', en: 'As of' },
  fromTo: { zh: '{{from}} 之后至 {{cutOff}}', en: 'after {{from}}, up to {{cutOff}}' },
  demo: { zh: '演示数据：病区与人员均为虚构', en: 'Demonstration: this ward and its people are made up' },
  unsigned: {
    zh: '未签发：此刻的数字，不作为正式报告',
    en: 'Not signed: the figures of this moment, no official report',
  },
  version: { zh: '第 {{n}} 版', en: 'Version {{n}}' },
  restated: { zh: '重述', en: 'restated' },
  signedBy: { zh: '签发人', en: 'Signed by' },
  signedAt: { zh: '签发时间', en: 'Signed at' },
  reason: { zh: '原因', en: 'Reason' },
  comparedWith: {
    zh: '数字旁的“原报”是第 {{n}} 版（{{who}} 签发于 {{at}}）首次报告的数字；没有标注的与首报一致。',
    en: 'first: as version {{n}} reported (signed by {{who}} at {{at}}); all other numbers are as first reported.',
  },
  was: { zh: '原报', en: 'first' },
  sinceOpening: { zh: '占累计收治 {{percent}}%', en: '{{percent}} % of all admitted' },
  daysMoreLeft: { zh: '出舱连续多于入舱（天）', en: 'Days: more discharged than admitted' },
  byClassification: { zh: '分型', en: 'By classification' },
  byWay: { zh: '离舱去向', en: 'Ways of leaving' },
  byZone: { zh: '分区收支', en: 'Accounts by zone' },
  zoneRule: {
    zh: '期初＋入舱＋转入－转出－离开＝期末',
    en: 'opening + arrived + moved in − moved out − left = closing',
  },
  people: { zh: '人数', en: 'People' },
  atCutOff: { zh: '截至时点', en: 'At the cut-off' },
  total: { zh: '合计', en: 'Total' },
  readOut: { zh: '通稿', en: 'To be read out' },
  versions: { zh: '签发记录', en: 'Signatures on record' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  printed: { zh: '打印', en: 'Printed by' },
  colon: { zh: '：', en: ': ' },
  auditHead: { zh: '签发时的审计校验码', en: 'Audit head when signed' },
  digest: { zh: '内容校验 SHA-256', en: 'SHA-256 of the figures' },
} as const satisfies Record<string, Sentence>;
