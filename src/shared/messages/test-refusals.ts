import type { Sentence } from './fill.ts';

/** Refusals of samples, results and laboratory files. */
export const TEST_REFUSALS = {
  'lab-file-unreadable': { zh: '{{file}} 读不了：{{fault}}', en: '{{file}} cannot be read: {{fault}}' },
  'no-such-lab-file': { zh: '没有这份检测结果文件。', en: 'There is no such laboratory file.' },
  'no-such-lab-row': {
    zh: '这份文件里没有第 {{row}} 行待核结果。请从待核列表中选择。',
    en: 'That file has no row {{row}} to decide on. Choose one from the quarantine.',
  },
  'lab-row-solved': {
    zh: '第 {{row}} 行已由 {{who}} 处理过。要改，请先在操作记录中撤销那一次。',
    en: 'Row {{row}} was dealt with by {{who}}. To change that, undo it in the history first.',
  },
  'barcode-needed': { zh: '请填写样本条码。', en: 'Enter the barcode of the tube.' },
  'sampling-time-needed': {
    zh: '请填写采样时间（日期和钟点）。',
    en: 'Enter the sampling time (day and hour).',
  },
  'sampled-in-future': {
    zh: '采样时间 {{at}} 尚未到来。请改正。',
    en: 'The sampling time {{at}} has not come yet. Correct it.',
  },
  'sampled-before-arrival': {
    zh: '{{name}} 于 {{arrived}} 到达，采样时间 {{at}} 早于到达。请改正采样时间，或不采用这一行。',
    en: '{{name}} arrived at {{arrived}}, after the sampling time {{at}}. Correct the time, or set the row aside.',
  },
  'sampled-after-leaving': {
    zh: '{{name}} 已于 {{left}} 离开，采样时间 {{at}} 在其后。请改正采样时间，或不采用这一行。',
    en: '{{name}} had left at {{left}}, before the sampling time {{at}}. Correct the time, or set the row aside.',
  },
  'barcode-of-another': {
    zh: '条码 {{barcode}} 是 {{name}}（{{bed}}）的，不能用于别人。请换一支管，或核对腕带。',
    en: 'Barcode {{barcode}} belongs to {{name}} ({{bed}}) and cannot be used for anybody else. Take another tube, or check the wristband.',
  },
  'not-a-tube': {
    zh: '{{text}} 是腕带或床号，不是采样管。请扫采样管上的条码。',
    en: '{{text}} is a wristband or a bed, not a tube. Scan the barcode on the tube.',
  },
  'barcode-used': {
    zh: '条码 {{barcode}} 已于 {{at}} 用于 {{name}}（{{bed}}）。请换一支管。',
    en: 'Barcode {{barcode}} was used at {{at}} for {{name}} ({{bed}}). Take another tube.',
  },
  'pool-with-label': {
    zh: '条码 {{barcode}} 是 {{name}} 的单人标签，不能用于混采。请换一支混采管。',
    en: 'Barcode {{barcode}} is the personal label of {{name}} and cannot be a pool. Take a tube for pools.',
  },
  'no-such-patient': {
    zh: '“{{text}}”不是在舱患者的住院号、床号或证件号。请再扫一次腕带。',
    en: '“{{text}}” is no stay number, bed or document of anybody in house. Scan the wristband again.',
  },
  'no-such-sample': {
    zh: '没有条码为 {{barcode}} 的采样记录。请先登记采样。',
    en: 'No sample with barcode {{barcode}} is on record. Record the sample first.',
  },
  'result-not-readable': {
    zh: '看不懂结果。Ct 填数字或“未检出”，结果填阳性、阴性或复检。',
    en: 'The result cannot be read. Enter a number or “not detected” as Ct, and positive, negative or retest as the result.',
  },
  'result-contradictory': {
    zh: '结果互相矛盾：Ct 与“{{result}}”不符。请问明实验室后改正其中一项。',
    en: 'The result contradicts itself: the Ct values do not fit “{{result}}”. Ask the laboratory and correct one of them.',
  },
  'older-report': {
    zh: '条码 {{barcode}} 已有更新的报告（{{known}}），较早的不能代替它。若以较早的为准，请向实验室要更正报告。',
    en: 'Barcode {{barcode}} has a later report ({{known}}), which an older one does not replace. If the older one is right after all, ask the laboratory for a corrected report.',
  },
  'not-in-pool': {
    zh: '条码 {{barcode}} 是床旁登记的（{{other}} 等），其中没有 {{name}}。请核对采样登记；确在其中的，先在床旁登记中更正。',
    en: 'Barcode {{barcode}} was scanned at the bedside ({{other}} and others), and {{name}} is not among them. Check the register; if they were, correct the bedside record first.',
  },
  'pool-has-result': {
    zh: '混采管 {{barcode}} 已有结果（{{known}}），关系到管内每个人。要更正请用“录入结果”。',
    en: 'The pool {{barcode}} has a result ({{known}}) that is everybody’s in it. Correct it by entering the result of the tube.',
  },
} as const satisfies Record<string, Sentence>;
