import type { AdmissionDetails } from '../contract/admission-details.ts';
import { CLASSIFICATIONS, DOCUMENT_TYPES, MOBILITIES, NEEDS, SEXES } from '../contract/vocabulary.ts';
import { fill, type Language, type Sentence } from './fill.ts';
import { VOCABULARY } from './vocabulary.ts';

export type RecordField = keyof AdmissionDetails;

/** What is written down about a person, by the names of the contract: forms, grids, histories and files say the same. */
export const FIELD_WORDS = {
  name: { zh: '姓名', en: 'Name' },
  sex: { zh: '性别', en: 'Sex' },
  birthDate: { zh: '出生日期', en: 'Date of birth' },
  documentType: { zh: '证件类型', en: 'Document' },
  documentNumber: { zh: '证件号码', en: 'Document number' },
  phone: { zh: '电话', en: 'Phone' },
  address: { zh: '住址', en: 'Address' },
  district: { zh: '区县', en: 'District' },
  street: { zh: '街道', en: 'Street' },
  classification: { zh: '临床分型', en: 'Classification' },
  firstPositiveDate: { zh: '首次阳性日期', en: 'First positive' },
  conditions: { zh: '既往与现患疾病', en: 'Conditions' },
  vaccineDoses: { zh: '疫苗剂次', en: 'Vaccine doses' },
  mobility: { zh: '行动能力', en: 'Mobility' },
  needs: { zh: '需要', en: 'Needs' },
  companions: { zh: '同行人', en: 'Companions' },
  emergencyContact: { zh: '紧急联系人', en: 'Emergency contact' },
  emergencyPhone: { zh: '紧急联系电话', en: 'Emergency phone' },
  remarks: { zh: '备注', en: 'Remarks' },
  provisional: { zh: '身份待补', en: 'Identity to be completed' },
} as const satisfies Record<RecordField, Sentence>;

export const YES = { zh: '是', en: 'yes' } as const satisfies Sentence;
export const NO = { zh: '否', en: 'no' } as const satisfies Sentence;
const DOSES = { zh: '{{n}} 剂', en: '{{n}}' } as const satisfies Sentence;

export const isRecordField = (name: string): name is RecordField => Object.hasOwn(FIELD_WORDS, name);

/** The word of a list for a code; what no list knows is told as it is. */
export function wordOf<Word extends string>(
  words: readonly Word[],
  said: Readonly<Record<Word, Sentence>>,
  value: string,
  language: Language,
): string {
  const known = words.find((word) => word === value);
  return known === undefined ? value : fill(said[known], language);
}

export const joined = (words: readonly string[], language: Language): string =>
  words.join(language === 'en' ? ', ' : '、');

/** A value of a field as the history keeps it (a text), in words. '' where there is none. */
export function recordValue(field: RecordField, value: string | null, language: Language): string {
  if (value === null || value === '') return '';
  switch (field) {
    case 'sex':
      return wordOf(SEXES, VOCABULARY.sex, value, language);
    case 'classification':
      return wordOf(CLASSIFICATIONS, VOCABULARY.classification, value, language);
    case 'documentType':
      return wordOf(DOCUMENT_TYPES, VOCABULARY.documentType, value, language);
    case 'mobility':
      return wordOf(MOBILITIES, VOCABULARY.mobility, value, language);
    case 'needs': {
      const needs = value.split(',').map((need) => wordOf(NEEDS, VOCABULARY.need, need, language));
      return joined(needs, language);
    }
    case 'provisional':
      return fill(value === 'true' ? YES : NO, language);
    case 'vaccineDoses':
      return fill(DOSES, language, { n: value });
    default:
      return value;
  }
}
