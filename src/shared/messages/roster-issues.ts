import type { RosterFileFault, RosterIssueCode } from '../contract/roster-row.ts';
import type { Sentence } from './fill.ts';

/**
 * What there is to say about one row of a roster: what is wrong, and what to do. Every sentence may name
 * `{{value}}`, the cell as the file has it; the other places are named by whoever says it (src/main/roster).
 */
export const ROSTER_ISSUES = {
  // refused: not admitted until corrected
  'stay-overlaps': {
    zh: '{{name}} 在 {{from}} 至 {{to}} 已有住院记录，与到达时间重叠。请核对到达时间。',
    en: '{{name}} has a stay from {{from}} to {{to}} already, which overlaps with this arrival. Check the time of arrival.',
  },
  'name-missing': {
    zh: '没有姓名。请补上姓名；身份不明的可写“不明，3号车12座”。',
    en: 'The name is missing. Enter it; for somebody unknown, write for instance “unknown, bus 3 seat 12”.',
  },
  'name-too-long': {
    zh: '姓名有 {{length}} 个字符，最多 {{limit}} 个。请核对这一格是否填错。',
    en: 'The name has {{length}} characters, at most {{limit}} are taken. Check whether the cell holds something else.',
  },
  'document-missing': {
    zh: '没有证件号码。请补录；确无证件的，证件类型写“无”。',
    en: 'The document number is missing. Enter it, or write “none” as the document type.',
  },
  'document-invalid': {
    zh: '证件号码“{{value}}”不是这类证件的号码。请核对号码和证件类型。',
    en: '“{{value}}” is no number of this kind of document. Check the number and the document type.',
  },
  'id-length': {
    zh: '身份证号“{{value}}”不是 18 位。请对照证件核对。',
    en: 'The resident ID “{{value}}” does not have 18 characters. Check it against the card.',
  },
  'id-characters': {
    zh: '身份证号“{{value}}”里有不该有的字符。前 17 位应为数字，末位为数字或 X。',
    en: 'The resident ID “{{value}}” has characters that do not belong: 17 digits, then a digit or X.',
  },
  'id-province': {
    zh: '身份证号“{{value}}”的前两位不是任何省份的代码。请对照证件核对。',
    en: 'The first two digits of the resident ID “{{value}}” belong to no province. Check it against the card.',
  },
  'id-birth-date': {
    zh: '身份证号“{{value}}”里的出生日期不存在。请对照证件核对。',
    en: 'The birth date within the ID “{{value}}” does not exist. Check it against the card.',
  },
  'id-check-character': {
    zh: '身份证号“{{value}}”的校验码不对，至少有一位录错。请对照证件核对。',
    en: 'The check character of the ID “{{value}}” is wrong: at least one digit is mistyped. Check it against the card.',
  },
  'id-lost-digits': {
    zh: '身份证号“{{value}}”被表格当成数字，末尾几位已丢失。请把该列设为“文本”后重新录入，或在此补正。',
    en: 'A spreadsheet took the ID “{{value}}” for a number and lost its last digits. Format the column as text and enter it again, or correct it here.',
  },
  'text-too-long': {
    zh: '这一格有 {{length}} 个字符，最多 {{limit}} 个。请删减后再导入。',
    en: 'The cell has {{length}} characters, at most {{limit}} are taken. Please shorten it.',
  },
  'control-characters': {
    zh: '姓名“{{value}}”里有看不见的控制字符。请重新录入。',
    en: 'The name “{{value}}” has control characters that nobody can see. Please type it again.',
  },
  'garbled-text': {
    zh: '姓名“{{value}}”里有乱码。请对照证件重新录入，或请对方另存为 .xlsx 再发。',
    en: 'The name “{{value}}” is garbled. Type it from the document, or ask for the file as .xlsx.',
  },
  'arrival-in-future': {
    zh: '到达时间“{{value}}”尚未到来。请核对；未到的人请等到达后再入舱。',
    en: 'The arrival “{{value}}” has not come yet. Check it; whoever is not here yet is admitted on arrival.',
  },
  'same-document-other-name': {
    zh: '证件号码与第 {{first}} 行的 {{name}} 相同，姓名却不同，其中一个有误。请核对。',
    en: 'Row {{first}} ({{name}}) has the same document number under another name: one of the two is wrong. Check both.',
  },

  // duplicates: admitted once
  'same-person-in-file': {
    zh: '与第 {{first}} 行的 {{name}} 是同一人，只入舱一次。',
    en: 'The same person as row {{first}} ({{name}}); admitted once.',
  },
  'already-in-house': {
    zh: '{{name}} 已在舱内，{{bed}} 床。不再重复入舱。',
    en: '{{name}} is in house already, in bed {{bed}}; not admitted again.',
  },
  'already-waiting': {
    zh: '{{name}} 已在舱内，待安排床位。不再重复入舱。',
    en: '{{name}} is in house already and waits for a bed; not admitted again.',
  },
  'already-taken-from-this-file': {
    zh: '这一行此前已从同一份名单入舱，不再重复。',
    en: 'This row was admitted from the same roster before; not admitted again.',
  },

  // warnings: admitted, with a note
  'sex-contradicts-document': {
    zh: '性别“{{value}}”与证件号码不符，已按证件记录。请当面核对。',
    en: 'The sex “{{value}}” contradicts the document; the document’s was taken. Please check in person.',
  },
  'age-contradicts-document': {
    zh: '年龄“{{value}}”与出生日期 {{birthDate}} 不符，已按出生日期记录。',
    en: 'The age “{{value}}” does not fit the birth date {{birthDate}}; the birth date was taken.',
  },
  'birth-date-contradicts-document': {
    zh: '出生日期“{{value}}”与证件号码（{{birthDate}}）不符，已按证件记录。',
    en: 'The birth date “{{value}}” contradicts the document ({{birthDate}}); the document’s was taken.',
  },
  'name-differs-from-record': {
    zh: '这一证件此前登记的姓名是 {{name}}。请核对是否同一人。',
    en: 'This document is on record under the name {{name}}. Check that it is the same person.',
  },
  'sex-unreadable': {
    zh: '看不懂性别“{{value}}”，记为未知。安排床位前请补上。',
    en: 'The sex “{{value}}” cannot be read and was left unknown. Enter it before a bed is chosen.',
  },
  'sex-missing': {
    zh: '没有性别。安排床位前请补上。',
    en: 'The sex is missing. Enter it before a bed is chosen.',
  },
  'age-unreadable': {
    zh: '看不懂年龄“{{value}}”，已写入备注。请补录出生日期。',
    en: 'The age “{{value}}” cannot be read; it was put into the remarks. Please enter the birth date.',
  },
  'date-unreadable': {
    zh: '看不懂日期“{{value}}”，已写入备注。请按 2022-04-03 的样式补录。',
    en: 'The date “{{value}}” cannot be read; it was put into the remarks. Enter it as 2022-04-03.',
  },
  'first-positive-in-future': {
    zh: '首次阳性日期“{{value}}”尚未到来，已写入备注。请核对。',
    en: 'The first positive date “{{value}}” has not come yet; it was put into the remarks. Please check.',
  },
  'arrival-unreadable': {
    zh: '看不懂到达时间“{{value}}”，已按整份名单的到达时间记录。请核对。',
    en: 'The arrival “{{value}}” cannot be read; the arrival of the whole roster was taken. Please check.',
  },
  'classification-unreadable': {
    zh: '看不懂临床分型“{{value}}”，记为未知并写入备注。请医生补上。',
    en: 'The classification “{{value}}” is not known; it was left open and put into the remarks for a doctor to enter.',
  },
  'document-type-unreadable': {
    zh: '看不懂证件类型“{{value}}”，已按号码判断。请核对。',
    en: 'The document type “{{value}}” is not known; it was judged by the number. Please check.',
  },
  'vaccine-unreadable': {
    zh: '看不懂疫苗剂次“{{value}}”，已写入备注。',
    en: 'The vaccine doses “{{value}}” cannot be read; they were put into the remarks.',
  },
  'mobility-unreadable': {
    zh: '看不懂行动能力“{{value}}”，记为可行走并写入备注。请核对。',
    en: 'The mobility “{{value}}” is not known; “walks” was taken and the words put into the remarks. Please check.',
  },
  'phone-unreadable': {
    zh: '电话“{{value}}”不像能拨通的号码。请核对。',
    en: 'The phone number “{{value}}” can hardly be dialled. Please check.',
  },
  'companion-not-found': {
    zh: '同行人 {{name}} 不在这份名单里。请问清是否另车到达，再安排相邻床位。',
    en: 'The companion {{name}} is not on this roster. Ask whether they come by another bus before choosing beds.',
  },
} as const satisfies Record<RosterIssueCode, Sentence>;

/** Why a whole file is refused, and what to do; each may name the file as `{{file}}`. Nothing was changed. */
export const ROSTER_FAULTS = {
  'laboratory-list': {
    zh: '这像是核酸检测结果（{{headings}}），不是转运名单，没有收治任何人。请选择名单文件。',
    en: 'it looks like laboratory results ({{headings}}), not like a roster; nobody was admitted. Choose the roster.',
  },
  empty: {
    zh: '文件里什么也没有。请确认对方已保存后再发。',
    en: 'there is nothing in it. Ask the sender to save it and send it again.',
  },
  'too-large': {
    zh: '文件有 {{size}} MB，最多 {{limit}} MB。请删去图片和多余的工作表，或分成几份。',
    en: 'it has {{size}} MB, at most {{limit}} MB are read. Remove pictures and spare sheets, or split it.',
  },
  'unpacks-too-large': {
    zh: '解压后超过 {{limit}} MB，不像名单。请把名单复制到新工作簿再导入。',
    en: 'it unpacks to more than {{limit}} MB, which no roster does. Copy the list into a new workbook.',
  },
  'too-many-rows': {
    zh: '超过 {{limit}} 行。请分成几份导入。',
    en: 'it has more than {{limit}} rows. Please split it.',
  },
  'too-many-columns': {
    zh: '第 {{limit}} 列之后仍有内容。请删去多余的列。',
    en: 'there is something beyond column {{limit}}. Please delete the columns that are not needed.',
  },
  'too-many-cells': {
    zh: '有内容的单元格超过 {{limit}} 个。请只保留名单这一张工作表。',
    en: 'it has more than {{limit}} filled cells. Keep only the sheet with the list.',
  },
  'too-many-merges': {
    zh: '一张工作表里合并单元格超过 {{limit}} 处。请取消合并后再导入。',
    en: 'a sheet has more than {{limit}} merged ranges. Please unmerge them.',
  },
  damaged: {
    zh: '文件已损坏或没有传完。请重新传送，或在表格软件里打开后另存为 .xlsx。',
    en: 'it is damaged or was not sent completely. Send it again, or open it and save it as .xlsx.',
  },
  encrypted: {
    zh: '文件有打开密码。请在表格软件里取消密码后再导入。',
    en: 'it is locked with a password. Remove the password and save it again.',
  },
  'old-excel': {
    zh: '这是旧版 Excel（.xls）格式。请在表格软件里另存为 .xlsx 再导入。',
    en: 'it is in the old Excel format (.xls). Open it and save it as .xlsx.',
  },
  'binary-excel': {
    zh: '这是二进制工作簿（.xlsb）。请另存为 .xlsx 再导入。',
    en: 'it is a binary workbook (.xlsb). Save it as .xlsx.',
  },
  'open-document': {
    zh: '这是 OpenDocument 格式（.ods）。请另存为 .xlsx 再导入。',
    en: 'it is in OpenDocument format (.ods). Save it as .xlsx.',
  },
  'web-page': {
    zh: '这是网页，只是扩展名像表格。请在表格软件里打开后另存为 .xlsx。',
    en: 'it is a web page, whatever its name says. Open it in a spreadsheet program and save it as .xlsx.',
  },
  picture: {
    zh: '这是图片。请向对方要表格（.xlsx 或 .csv），或逐一录入。',
    en: 'it is a picture. Ask for the spreadsheet (.xlsx or .csv), or enter the people one by one.',
  },
  pdf: {
    zh: '这是 PDF。请向对方要表格（.xlsx 或 .csv），或逐一录入。',
    en: 'it is a PDF. Ask for the spreadsheet (.xlsx or .csv), or enter the people one by one.',
  },
  archive: {
    zh: '这是压缩包。请先解压，再导入里面的表格。',
    en: 'it is an archive. Unpack it first, then take in the spreadsheet from it.',
  },
  'not-a-spreadsheet': {
    zh: '这不是 .xlsx 或 .csv 表格。请在表格软件里打开后另存为 .xlsx。',
    en: 'it is neither .xlsx nor .csv. Open it in a spreadsheet program and save it as .xlsx.',
  },
  'encoding-unknown': {
    zh: '认不出文字编码。请另存为 .xlsx，或编码为 UTF-8 的 .csv。',
    en: 'its text encoding is not known. Save it as .xlsx, or as .csv in UTF-8.',
  },
  'quote-not-closed': {
    zh: '第 {{row}} 行有一个引号没有配对，其后的内容无法分列。请改正这一行，或另存为 .xlsx。',
    en: 'a quotation mark opened in line {{row}} is never closed, so what follows cannot be told apart. Correct the line, or save the list as .xlsx.',
  },
  'no-headings': {
    zh: '找不到标题行：没有“姓名”或“身份证号”一类的列。请在名单上方加上标题行。',
    en: 'no headings were found: no column such as “name” or “ID number”. Put a line of headings above the list.',
  },
  'no-people': {
    zh: '标题行下面没有任何人。请确认名单在这份文件里。',
    en: 'nobody stands below the headings. Check that the list is in this file.',
  },
} as const satisfies Record<RosterFileFault, Sentence>;
