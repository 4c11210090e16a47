import type { LabFileFault, LabNote, LabProblem } from '../contract/lab-row.ts';
import type { Sentence } from './fill.ts';
import { ROSTER_FAULTS } from './roster-issues.ts';

/** Why a row waits in quarantine, and what to do about it. */
export const LAB_PROBLEM_SENTENCES = {
  'barcode-missing': {
    zh: '没有样本条码。请向实验室问明条码，或不采用。',
    en: 'There is no barcode. Ask the laboratory for it, or set the row aside.',
  },
  'barcode-used-twice': {
    zh: '条码 {{barcode}} 也用于 {{other}}。请核对采样管和登记，确认是谁的再匹配。',
    en: 'Barcode {{barcode}} is also used for {{other}}. Check the tube and the register; match it once you know whose it is.',
  },
  'results-differ-in-file': {
    zh: '条码 {{barcode}} 在这份文件里有几个不同的结果。请向实验室问明哪个有效。',
    en: 'Barcode {{barcode}} has different results within this file. Ask the laboratory which one holds.',
  },
  'document-missing': {
    zh: '没有证件号，只凭姓名“{{name}}”不能确定是谁（在舱同名 {{count}} 人）。请核对后指定患者。',
    en: 'There is no document number, and the name “{{name}}” alone does not settle who it is ({{count}} in house have it). Check, then choose the patient.',
  },
  'name-missing': {
    zh: '没有姓名，无法与证件号 {{document}} 互相核对（该证件登记为 {{known}}）。请核对后指定患者。',
    en: 'There is no name to check against document {{document}} (on record as {{known}}). Check, then choose the patient.',
  },
  'unknown-person': {
    zh: '没有证件号为 {{document}} 的患者。请核对号码，指定患者，或不采用。',
    en: 'Nobody on record has document {{document}}. Check the number, then choose the patient or set the row aside.',
  },
  'name-differs': {
    zh: '证件号属于 {{known}}，文件里的姓名是“{{name}}”。请核对是谁的样本。',
    en: 'The document belongs to {{known}}, the file says “{{name}}”. Check whose sample it is.',
  },
  'time-unreadable': {
    zh: '看不懂采样时间“{{value}}”（需要日期和钟点）。请核对后填写采样时间。',
    en: 'The sampling time “{{value}}” cannot be read (day and hour are needed). Check, then enter the sampling time.',
  },
  'in-future': {
    zh: '采样时间 {{sampled}} 尚未到来。请核对后填写采样时间。',
    en: 'The sampling time {{sampled}} has not come yet. Check, then enter the sampling time.',
  },
  'before-admission': {
    zh: '采样时间 {{sampled}} 早于 {{known}} 入舱（{{arrived}}）。请核对采样时间或到达时间；入舱前的样本不采用。',
    en: 'Sampled at {{sampled}}, before {{known}} arrived ({{arrived}}). Check either time; a sample from before the stay is set aside.',
  },
  'left-before-sampling': {
    zh: '{{known}} 已于 {{left}} 出舱，采样时间 {{sampled}} 在其后。请核对采样时间；出舱后的样本请转告社区。',
    en: '{{known}} had left at {{left}} when the sample was taken ({{sampled}}). Check the time; tell the community of a sample after release.',
  },
  'has-left': {
    zh: '{{known}} 已于 {{left}} 出舱，这个结果才到。请看过结果后匹配；阳性请通知社区。',
    en: '{{known}} had left at {{left}} before this result came. Look at it, then match it; tell the community if it is positive.',
  },
  'not-in-house': {
    zh: '采样时间 {{sampled}} 时 {{known}} 不在舱内。请核对采样时间。',
    en: '{{known}} was not in house at {{sampled}}. Check the sampling time.',
  },
  'reported-before-sampling': {
    zh: '报告时间 {{reported}} 早于采样时间 {{sampled}}。请核对后填写采样时间。',
    en: 'Reported at {{reported}}, before it was sampled at {{sampled}}. Check, then enter the sampling time.',
  },
  'reported-in-future': {
    zh: '报告时间 {{reported}} 尚未到来。请向实验室问明是哪份报告，再匹配。',
    en: 'The report time {{reported}} has not come yet. Ask the laboratory which report it is, then match it.',
  },
  'older-report': {
    zh: '条码 {{barcode}} 已有更新的报告（{{known}}），这份报告较早（{{reported}}）。请确认以哪份为准。',
    en: 'Barcode {{barcode}} has a later report ({{known}}); this one is older ({{reported}}). Decide which one holds.',
  },
  'result-unreadable': {
    zh: '看不懂结果：ORF1ab“{{orf}}”、N“{{n}}”、结果“{{result}}”。请向实验室问明后填写。',
    en: 'The result cannot be read: ORF1ab “{{orf}}”, N “{{n}}”, result “{{result}}”. Ask the laboratory, then enter it.',
  },
  'result-contradicts': {
    zh: '结果互相矛盾：ORF1ab“{{orf}}”、N“{{n}}”，而结果写“{{result}}”。请向实验室问明后改正。',
    en: 'The result contradicts itself: ORF1ab “{{orf}}”, N “{{n}}”, and yet “{{result}}”. Ask the laboratory, then correct it.',
  },
} as const satisfies Record<LabProblem, Sentence>;

export const LAB_NOTE_SENTENCES = {
  corrected: {
    zh: '条码 {{barcode}}（{{name}}）是更正报告：原为 {{before}}，现为 {{after}}。原报告仍可查看。',
    en: 'Barcode {{barcode}} ({{name}}) is a corrected report: was {{before}}, is now {{after}}. The earlier one stays visible.',
  },
  'time-differs': {
    zh: '条码 {{barcode}}：文件的采样时间是 {{sampled}}，床旁登记为 {{known}}，以床旁登记为准。',
    en: 'Barcode {{barcode}}: the file says sampled at {{sampled}}, the bedside {{known}}; the bedside record holds.',
  },
  repeat: {
    zh: '条码 {{barcode}} 的这个结果已有，没有改变。',
    en: 'This result of barcode {{barcode}} is on record already; nothing changed.',
  },
} as const satisfies Record<LabNote | 'repeat', Sentence>;

const OWN = {
  'roster-list': {
    zh: '这像是转运名单（{{headings}}），不是检测结果。收治请到“名单”页导入。',
    en: 'it looks like a roster ({{headings}}), not like laboratory results. Take it in on the roster page.',
  },
  'no-headings': {
    zh: '找不到标题行：要有“样本条码”“姓名”或“身份证号”，并有“Ct”或“结果”一类的列。请在表上方加上标题行。',
    en: 'no headings were found: barcode, name or ID number, and a Ct or result column. Put a line of headings above the list.',
  },
  'no-results': {
    zh: '标题行下面没有任何结果。请确认结果在这份文件里。',
    en: 'no result stands below the headings. Check that the results are in this file.',
  },
  'unpacks-too-large': {
    zh: '解压后超过 {{limit}} MB，不像结果表。请把结果复制到新工作簿再导入。',
    en: 'it unpacks to more than {{limit}} MB, which no list of results does. Copy the list into a new workbook.',
  },
  picture: {
    zh: '这是图片。请向实验室要表格（.xlsx 或 .csv），或逐一录入结果。',
    en: 'it is a picture. Ask the laboratory for the spreadsheet (.xlsx or .csv), or enter the results one by one.',
  },
  pdf: {
    zh: '这是 PDF。请向实验室要表格（.xlsx 或 .csv），或逐一录入结果。',
    en: 'it is a PDF. Ask the laboratory for the spreadsheet (.xlsx or .csv), or enter the results one by one.',
  },
} as const satisfies Partial<Record<LabFileFault, Sentence>>;

/** Why a whole laboratory file is refused; files that are no spreadsheet are told as with rosters. */
export const LAB_FAULTS: Record<LabFileFault, Sentence> = { ...ROSTER_FAULTS, ...OWN };
