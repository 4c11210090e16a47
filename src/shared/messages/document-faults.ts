import type { DocumentFault } from '../rules/identity-document.ts';
import type { Sentence } from './fill.ts';

/** Why a document number cannot be right, as the end of a sentence. */
export const DOCUMENT_FAULTS = {
  length: { zh: '身份证应为18位（旧证15位）', en: 'a resident ID has 18 characters (15 on old papers)' },
  characters: { zh: '含有不该有的字符', en: 'it has characters that do not belong there' },
  province: { zh: '前两位不是有效的省级代码', en: 'the first two digits are no province' },
  'birth-date': { zh: '出生日期部分无效', en: 'its date of birth is no date' },
  'check-character': {
    zh: '校验码不符，可能有一位录错',
    en: 'the check character does not fit: a digit may be wrong',
  },
  'lost-digits': {
    zh: '末几位已丢失（表格把号码当成了数字）',
    en: 'its last digits were lost (a spreadsheet took it for a number)',
  },
  format: { zh: '不符合这类证件的号码格式', en: 'it is not how this kind of document is numbered' },
  missing: { zh: '没有填号码', en: 'no number was given' },
} as const satisfies Record<DocumentFault, Sentence>;
