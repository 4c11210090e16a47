import { BACKUP_REFUSALS } from './backup-refusals.ts';
import { CARE_REFUSALS } from './care-refusals.ts';
import { DAILY_REPORT_REFUSALS } from './daily-report-refusals.ts';
import type { Sentence } from './fill.ts';
import { HANDOVER_REFUSALS } from './handover-refusals.ts';
import { KEY_REFUSALS } from './key-refusals.ts';
import { PAPER_REFUSALS } from './paper-refusals.ts';
import { PEOPLE_REFUSALS } from './people-refusals.ts';
import { PROTOCOL_REFUSALS } from './protocol-refusals.ts';
import { RELEASE_REFUSALS } from './release-refusals.ts';
import { ROLL_CALL_REFUSALS } from './roll-call-refusals.ts';
import { ROUND_REFUSALS } from './round-refusals.ts';
import { SHIFT_REFUSALS } from './shift-refusals.ts';
import { TEST_REFUSALS } from './test-refusals.ts';
import { ZONE_REFUSALS } from './zone-refusals.ts';

/**
 * Every refusal of the desk: what is wrong and what to do about it, for the person in front of the screen.
 * A refused act has changed nothing.
 */
export const REFUSALS = {
  // any call
  'unknown-procedure': { zh: '没有名为 {{name}} 的操作。', en: 'There is no procedure named {{name}}.' },
  'bad-input': {
    zh: '输入有误：{{where}}（{{problem}}）。',
    en: 'The input is not as it must be: {{where}} ({{problem}}).',
  },
  'key-reused': {
    zh: '同一个操作键被用于不同的内容，未作任何更改。请重新操作。',
    en: 'The same gesture key came with different content; nothing was changed. Please do it again.',
  },
  'ward-busy': {
    zh: '另一工作台正在写入，稍候再试；本次未作更改。',
    en: 'Another desk is writing. Try again in a moment; nothing was changed.',
  },
  'ward-changing': {
    zh: '医院数据正在更换（还原、加密或重新打开），稍候再试；本次未作更改。',
    en: 'The ward is just being restored, protected or opened again. Try again in a moment; nothing was changed.',
  },
  'writing-stopped': {
    zh: '写入数据时出错（{{problem}}），本次操作未确认。为保护数据，现已停止一切写入；查询和查看照常。请检查磁盘（剩余空间、连接），重新启动本程序，并核对最近的操作是否已记录。',
    en: 'Writing to the disk failed ({{problem}}); this act is not confirmed. Nothing further is written, so that the data stay whole; looking things up goes on. Check the disk (free space, connection), restart the program, and see whether the last acts are on record.',
  },
  'reading-failed': {
    zh: '这部分数据读不出来（{{problem}}）。为保护数据，已停止一切写入；其他内容仍可查看。请到“设置 › 数据”检查，必要时从备份还原。',
    en: 'This part of the data cannot be read ({{problem}}). Nothing further is written, so that the data stay whole; the rest can still be looked at. See Settings › Data, and restore a backup if need be.',
  },
  cancelled: { zh: '已取消，未作任何更改。', en: 'Cancelled; nothing was changed.' },
  'unknown-operator': { zh: '请先在右上角选择当班人员姓名。', en: 'First pick your name at the top right.' },
  'reason-needed': { zh: '请写明原因。', en: 'Please give a reason.' },
  'in-future': { zh: '所填时间 {{at}} 尚未到来。', en: 'The time given, {{at}}, has not come yet.' },
  stale: {
    zh: '{{name}} 的记录在您打开后被 {{who}} 改过（{{what}}）。请看过最新内容后再操作。',
    en: 'The record of {{name}} was changed by {{who}} ({{what}}) since you opened it. Look at it as it is now, then act again.',
  },

  // ward files and set-up
  'ward-missing': {
    zh: '文件夹 {{folder}} 里还没有医院数据。请先建立（ward init）。',
    en: 'There is no ward in {{folder}} yet. Create one first (ward init).',
  },
  'ward-gone': {
    zh: '{{folder}} 里的数据文件（ward.db）不见了，但 {{left}} 还在：这里有过医院数据，请不要重新建立。请用 ward backups 查看备份，再用 ward restore <备份文件> 还原（加密的备份加 --recovery-key-file）；也可把 ward.db 放回原处。确要另建新的：ward init --anew。',
    en: 'The ward file (ward.db) is gone from {{folder}}, but {{left}} is still there: there was a ward here, so do not make a new one. See its copies with ward backups and go back to one with ward restore <copy> (an encrypted one with --recovery-key-file), or put ward.db back. If a new ward is really meant: ward init --anew.',
  },
  'ward-exists': {
    zh: '文件夹 {{folder}} 里已有医院数据，不会覆盖。',
    en: 'There is a ward in {{folder}} already; it is never overwritten.',
  },
  'demo-beside-ward': {
    zh: '{{folder}} 里是真实的医院数据，不会变成演示。请另选一个空文件夹：ward demo --data <文件夹>。',
    en: 'There is a real ward in {{folder}}; it is never turned into a demonstration. Name an empty folder: ward demo --data <folder>.',
  },
  'ward-not-a-ward': {
    zh: '{{file}} 不是方舱床位台的数据文件，未作改动。',
    en: '{{file}} is not a ward of Fangcang Desk; it was left as it is.',
  },
  'ward-newer': {
    zh: '{{file}} 由更新版本的程序建立，请先升级本程序。',
    en: '{{file}} was written by a newer program; please update this one first.',
  },
  'ward-damaged': {
    zh: '{{file}} 已损坏，未作改动。请从备份还原。',
    en: '{{file}} is damaged and was left as it is. Please restore a backup.',
  },
  'ward-cannot-open': {
    zh: '{{file}} 打不开（{{problem}}）：磁盘可能已满、断开或没有权限。文件未作改动。',
    en: '{{file}} cannot be opened ({{problem}}): the disk may be full, gone, or not permitted. The file was left as it is.',
  },
  'layout-invalid': {
    zh: '床位布局文件有误：{{where}}（{{problem}}）。',
    en: 'The layout file is not as it must be: {{where}} ({{problem}}).',
  },

  // finding things
  'no-such-stay': { zh: '没有这条住院记录。', en: 'There is no such stay.' },
  'no-such-bed': { zh: '没有这张床：{{bed}}。', en: 'There is no such bed: {{bed}}.' },
  'no-such-place': { zh: '没有这个区域。', en: 'There is no such zone, care unit or bed.' },
  'no-such-convoy': { zh: '没有这个转运批次。', en: 'There is no such convoy.' },
  'no-such-act': { zh: '没有这项操作记录。', en: 'There is no such act.' },
  'no-such-roster': { zh: '没有这份转运名单。', en: 'There is no such roster.' },
  'operator-exists': { zh: '已有名为 {{name}} 的人员。', en: 'There is somebody named {{name}} already.' },

  // admissions
  'document-invalid': {
    zh: '证件号码不对：{{problem}}。请核对后重录，或选择“无证件”。',
    en: 'The document number is not right: {{problem}}. Check it, or choose “no document”.',
  },
  'already-in-house': {
    zh: '{{name}} 已在舱内：{{bed}}（住院号 {{number}}）。',
    en: '{{name}} is in house already: {{bed}} (stay {{number}}).',
  },
  'already-waiting': {
    zh: '{{name}} 已登记，正在等待安排床位（住院号 {{number}}）。',
    en: '{{name}} is registered already and waits for a bed (stay {{number}}).',
  },
  'documents-of-two-people': {
    zh: '该证件属于另一位已登记的人：{{name}}（住院号 {{number}}）。',
    en: 'This document belongs to somebody else on record: {{name}} (stay {{number}}).',
  },
  'not-in-house': { zh: '{{name}} 已不在舱内。', en: '{{name}} is no longer in house.' },
  'before-arrival': {
    zh: '{{name}} 于 {{arrived}} 到达，所填时间 {{at}} 早于到达。',
    en: '{{name}} arrived at {{arrived}}; the time given, {{at}}, is before that.',
  },
  'overlapping-stays': {
    zh: '{{name}} 在 {{from}} 至 {{to}} 已有住院记录，时间重叠。',
    en: '{{name}} has a stay from {{from}} to {{to}} already; the two would overlap.',
  },

  // beds
  'bed-taken': {
    zh: '{{bed}} 床已有 {{name}}（{{from}} 起）。请另选一张床。',
    en: 'Bed {{bed}} has {{name}} (since {{from}}). Choose another bed.',
  },
  'bed-reserved': {
    zh: '{{bed}} 床已预留：{{note}}。先释放预留，或另选一张床。',
    en: 'Bed {{bed}} is reserved: {{note}}. Release it first, or choose another bed.',
  },
  'bed-not-disinfected': {
    zh: '{{bed}} 床待终末消毒，签署后才能安排。',
    en: 'Bed {{bed}} awaits disinfection; it is offered once that is signed off.',
  },
  'bed-out-of-service': {
    zh: '{{bed}} 床已停用：{{reason}}。',
    en: 'Bed {{bed}} is out of service: {{reason}}.',
  },
  'bed-not-allowed': {
    zh: '{{name}} 不能安排在 {{bed}} 床：{{problem}}。',
    en: '{{name}} cannot have bed {{bed}}: {{problem}}.',
  },
  'has-bed': {
    zh: '{{name}} 已在 {{bed}} 床。要换床请用“转床”。',
    en: '{{name}} has bed {{bed}} already. To change it, use “move”.',
  },
  'has-no-bed': { zh: '{{name}} 还没有床位。', en: '{{name}} has no bed yet.' },
  'same-bed': { zh: '{{name}} 已在该床。', en: '{{name}} is in that bed already.' },
  'before-last-move': {
    zh: '{{name}} 自 {{from}} 起在 {{bed}} 床；所填时间 {{at}} 不在其后。',
    en: '{{name}} has been in bed {{bed}} since {{from}}; the time given, {{at}}, is not after that.',
  },
  'before-last-fact': {
    zh: '{{name}} 在 {{last}} 还有一次{{what}}，晚于所填出舱时间 {{at}}。请改正出舱时间，或先改正那次{{what}}的记录。',
    en: '{{name}} has a {{what}} on record at {{last}}, after the time of leaving given, {{at}}. Mend the time of leaving, or first correct the record of that {{what}}.',
  },
  'same-stay-twice': { zh: '{{name}} 在本次操作中出现了两次。', en: '{{name}} stands twice in this act.' },
  'already-closed': { zh: '{{place}} 已经停用。', en: '{{place}} is closed already.' },
  'not-closed': { zh: '{{place}} 没有停用。', en: '{{place}} is not closed.' },
  'not-reserved': { zh: '{{bed}} 床没有预留。', en: 'Bed {{bed}} is not reserved.' },
  'not-awaiting-disinfection': {
    zh: '{{bed}} 床不在待消毒状态。',
    en: 'Bed {{bed}} does not await disinfection.',
  },
  'disinfection-too-early': {
    zh: '{{bed}} 床要到 {{ready}} 消毒作用时间才满。提前签署须写明原因。',
    en: 'Bed {{bed}} is not through its contact time until {{ready}}. To sign off early, give a reason.',
  },

  // discharge
  'destination-needed': {
    zh: '离院方式“转院”“转社区”须填写接收单位。',
    en: 'Leaving for another hospital or for community care needs the name of the receiving place.',
  },

  // undo
  'already-undone': { zh: '这项操作已经撤销过了。', en: 'That act has been undone already.' },
  'cannot-undo': { zh: '这类操作不能撤销。', en: 'This kind of act cannot be undone.' },
  'undo-later-act': {
    zh: '之后 {{who}} 又对 {{subject}} 做了“{{what}}”。请先撤销那一项。',
    en: 'Since then {{who}} did “{{what}}” for {{subject}}. Undo that first.',
  },
  'undo-bed-taken': {
    zh: '{{bed}} 床现在住着 {{by}}。{{name}} 可改住 {{proposal}}，或先列入待安排床位。',
    en: 'Bed {{bed}} now has {{by}}. {{name}} can have {{proposal}} instead, or wait for a bed.',
  },
  'undo-back-in-house': {
    zh: '{{name}} 之后已再次入舱（住院号 {{number}}），不能撤销这次出舱。',
    en: '{{name}} has been admitted again since (stay {{number}}), so this discharge cannot be undone.',
  },

  // convoys
  'convoy-arrived': {
    zh: '{{plate}} 已于 {{at}} 登记到达。如有误，请先在操作记录中撤销那次到达。',
    en: '{{plate}} is down as arrived at {{at}}. If that is wrong, first undo that arrival in the history.',
  },
  'convoy-cancelled': {
    zh: '{{plate}} 已取消。如果还是来了，请先在操作记录中撤销取消，或重新登记车辆。',
    en: '{{plate}} was called off. If it comes after all, first undo that in the history, or announce the bus anew.',
  },

  // rosters
  'roster-unreadable': { zh: '{{file}} 读不了：{{problem}}', en: '{{file}} cannot be read: {{problem}}' },
  'no-such-row': {
    zh: '这份名单里没有第 {{row}} 行。请打开名单，从中选择一行。',
    en: 'The roster has no row {{row}}. Open the roster and choose one of its rows.',
  },
  'row-admitted': {
    zh: '第 {{row}} 行的 {{name}} 已从名单入舱。请在该患者的页面上更正。',
    en: 'Row {{row}}, {{name}}, has been admitted already. Correct it on the patient’s page.',
  },

  'wrong-use': { zh: '用法有误：{{problem}}', en: 'Not the way to use it: {{problem}}' },
  'no-such-file': {
    zh: '没有这个文件：{{file}}。',
    en: 'There is no such file: {{file}}.',
  },

  // reports
  'cannot-show-file': { zh: '这里不能打开该文件。', en: 'That file cannot be shown from here.' },
  'period-empty': { zh: '结束时间须晚于开始时间。', en: 'The end of the period must be after its start.' },
  'cannot-write-file': { zh: '无法写入 {{file}}：{{problem}}。', en: 'Cannot write {{file}}: {{problem}}.' },

  ...KEY_REFUSALS,
  ...BACKUP_REFUSALS,
  ...HANDOVER_REFUSALS,
  ...PROTOCOL_REFUSALS,
  ...RELEASE_REFUSALS,
  ...TEST_REFUSALS,

  ...PAPER_REFUSALS,
  ...PEOPLE_REFUSALS,
  ...CARE_REFUSALS,
  ...DAILY_REPORT_REFUSALS,
  ...SHIFT_REFUSALS,
  ...ROLL_CALL_REFUSALS,
  ...ZONE_REFUSALS,
  ...ROUND_REFUSALS,
} as const satisfies Record<string, Sentence>;

export type RefusalCode = keyof typeof REFUSALS;
export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[];
