import type { RosterField } from '#shared/contract/roster-row.ts';
import { hasName } from '#shared/rules/person-name.ts';
import { meansNothing } from '#shared/rules/ward-words.ts';
import { cellText, isBlank, type SheetRow } from '../spreadsheets/cell.ts';
import { headingKey } from '../spreadsheets/heading-text.ts';

/** Why a row below the headings is nobody. */
export type LeftOutReason = 'nobody' | 'totals' | 'signature' | 'end-mark' | 'heading' | 'example';

/** A column and what it was taken for. */
export interface MappedColumn {
  /** From 0. */
  readonly position: number;
  readonly heading: string;
  readonly field: RosterField | null;
}

const TOTALS =
  /^(其中)?(合计|总计|小计|共计|累计|合共|总共|共|总数|总人数|人数)(人数|数|人员)?(\d.*)?$|^(其中)?[男女]性?(共|计)?\d+[人名].*$|^(grand)?(sub)?total(s|ofpeople|number)?(\d.*)?$/;

const SIGNATURE =
  /^(填报|填表|制表|报送|上报|审核|审批|复核|批准|经办|负责|主管|录入|统计|交接|交出|接收|移交|转运|签字|签名|签章|盖章|单位|街道|社区|指挥部|联系人|联系电话|电话|日期|时间|注|备注|说明|附注|填写说明|reportedby|preparedby|approvedby|checkedby|signature|signed|date|note|remark)[^:：]{0,12}[:：]|^(签字|签名|盖章|(填报|填表|制表|审核|经办|负责)人?|signature)$|[（(](盖章|签字|签章)[)）]/;

const END_MARK =
  /^(以下空白|以下无正文|以下为空|此行以下空白|空白|完|结束|表尾|endoflist|end|nofurtherentries|[-—–=*_\s]{2,})$/;
const EXAMPLE = /^(例|示例|样例|范例|填写示例|例如|例子|example|sample)([:：].*|\d*)$/;
/** The title that some programs print again on every page. */
const TITLE = /(名单|登记表|汇总表|统计表|一览表|明细表|信息表|roster|list of)/i;

/** What a person's row has at least one of. Not: what a template fills in beforehand. */
const EVIDENCE: readonly RosterField[] = [
  'name',
  'documentNumber',
  'phone',
  'sex',
  'age',
  'birthDate',
  'address',
  'firstPositiveDate',
];

const compact = (text: string): string =>
  text
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff。.,，、]/g, '');

interface Look {
  text(field: RosterField): string;
  readonly filled: readonly string[];
}

function lookAt(row: SheetRow, positionOf: ReadonlyMap<RosterField, number>): Look {
  return {
    text: (field) => {
      const position = positionOf.get(field);
      return position === undefined ? '' : cellText(row.cells[position]).trim();
    },
    filled: row.cells.filter((cell) => !isBlank(cell)).map((cell) => compact(cellText(cell))),
  };
}

function isRepeatedHeading(row: SheetRow, columns: readonly MappedColumn[]): boolean {
  const repeats = ({ position, heading }: MappedColumn): boolean => {
    const cell = row.cells[position];
    if (cell?.kind !== 'text' || cell.text.length > 80) return false;
    const key = headingKey(cell.text);
    return key !== '' && headingKey(heading).endsWith(key);
  };
  if (
    !columns.some(
      (column) => (column.field === 'name' || column.field === 'documentNumber') && repeats(column),
    )
  ) {
    return false;
  }
  const filled = row.cells.filter((cell) => !isBlank(cell)).length;
  const same = columns.filter(repeats).length;
  return same >= 2 && same >= filled * 0.6;
}

function reasonOf(row: SheetRow, columns: readonly MappedColumn[], look: Look): LeftOutReason | null {
  const document = look.text('documentNumber');
  if (isRepeatedHeading(row, columns)) return 'heading';
  const first = look.filled.find((text) => text !== '') ?? '';
  const name = compact(look.text('name'));
  if ([first, name].some((text) => EXAMPLE.test(text))) return 'example';
  // Whoever has a document is a person, whatever the first cell says; 42人 is none.
  if (!/[\dA-Z]{5}/i.test(compact(document))) {
    const starts = [first, name];
    if (look.text('sex') === '' && starts.some((text) => TOTALS.test(text.replaceAll(':', ''))))
      return 'totals';
    if (starts.some((text) => END_MARK.test(text)) && !hasName(name.replace(END_MARK, ''))) return 'end-mark';
    if (starts.some((text) => SIGNATURE.test(text))) return 'signature';
    if (look.filled.length === 1 && TITLE.test(first)) return 'heading';
  }
  const evident = EVIDENCE.some((field) => {
    const text = look.text(field);
    return text !== '' && !meansNothing(text.slice(0, 40));
  });
  return evident ? null : 'nobody';
}

/**
 * Parts the rows below the headings into people and the rest: totals, signatures, end marks, repeated
 * headings, empty lines of a template. A row with a document number is always a person.
 */
export function partRows(
  rows: readonly SheetRow[],
  columns: readonly MappedColumn[],
): { people: SheetRow[]; leftOut: { row: number; reason: LeftOutReason }[] } {
  const positionOf = new Map<RosterField, number>();
  for (const { field, position } of columns)
    if (field !== null && field !== 'ignored') positionOf.set(field, position);
  const people: SheetRow[] = [];
  const leftOut: { row: number; reason: LeftOutReason }[] = [];
  for (const row of rows) {
    const reason = reasonOf(row, columns, lookAt(row, positionOf));
    if (reason === null) people.push(row);
    else leftOut.push({ row: row.row, reason });
  }
  return { people, leftOut };
}
