import { stringify } from 'csv-stringify/sync';
import ExcelJS from 'exceljs';
import type { AdmissionDetails } from '#shared/contract/admission-details.ts';
import { VOCABULARY } from '#shared/messages/vocabulary.ts';

/** A list as a district sends it: title, headings, one person a row. */
const COLUMNS: readonly (readonly [
  heading: string,
  of: (one: AdmissionDetails) => string | number | null,
])[] = [
  ['姓名', ({ name }) => name],
  ['性别', ({ sex }) => VOCABULARY.sex[sex].zh],
  [
    '证件类型',
    ({ documentType, documentNumber }) =>
      VOCABULARY.documentType[documentNumber === null ? 'none' : documentType].zh,
  ],
  ['证件号码', ({ documentNumber }) => documentNumber],
  ['联系电话', ({ phone }) => phone],
  ['现住址', ({ address }) => address],
  ['区县', ({ district }) => district],
  ['街道', ({ street }) => street],
  ['临床分型', ({ classification }) => VOCABULARY.classification[classification].zh],
  ['首次阳性日期', ({ firstPositiveDate }) => firstPositiveDate],
  ['基础疾病', ({ conditions }) => conditions],
  ['疫苗接种剂次', ({ vaccineDoses }) => vaccineDoses],
  ['行动能力', ({ mobility }) => VOCABULARY.mobility[mobility].zh],
  ['特殊需求', ({ needs }) => needs.map((need) => VOCABULARY.need[need].zh).join('、')],
  ['同行人员', ({ companions }) => companions],
  ['紧急联系人', ({ emergencyContact }) => emergencyContact],
  ['紧急联系电话', ({ emergencyPhone }) => emergencyPhone],
  ['备注', ({ remarks }) => remarks],
];

const tableOf = (people: readonly AdmissionDetails[]): (string | number | null)[][] => [
  ['序号', ...COLUMNS.map(([heading]) => heading)],
  ...people.map((one, i) => [i + 1, ...COLUMNS.map(([, of]) => of(one))]),
];

export type Format = 'xlsx' | 'csv';

/** The bytes of a roster of these people. */
export async function rosterFile(people: readonly AdmissionDetails[], format: Format): Promise<Buffer> {
  if (format === 'csv') return Buffer.from(`\u{FEFF}${stringify(tableOf(people))}`, 'utf8');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('转运名单');
  sheet.addRow(['方舱医院转运人员名单']);
  sheet.addRows(tableOf(people));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
