import type { Right, Role } from '../rules/rights.ts';
import type { Sentence } from './fill.ts';

/** What rights and roles are called, on screen and in refusals. */
export const RIGHT_WORDS = {
  'ward.read': { zh: '查看床位与数字', en: 'see beds and figures' },
  'patients.read': { zh: '查看患者', en: 'see patients' },
  'patients.identity': { zh: '查看证件号与电话', en: 'see document and phone numbers' },
  'patients.admit': { zh: '接诊与更正资料', en: 'admit, and correct details' },
  'patients.place': { zh: '安排与调换床位', en: 'give and change beds' },
  'patients.discharge': { zh: '办理出舱', en: 'discharge' },
  'beds.close': { zh: '停用与恢复床位', en: 'take beds out of service' },
  'beds.clean': { zh: '确认终末消毒', en: 'sign off disinfection' },
  'tests.sample': { zh: '采样与贴码', en: 'take samples' },
  'tests.results': { zh: '录入检测结果', en: 'enter test results' },
  'rounds.write': { zh: '查房记录', en: 'record rounds' },
  'care.order': { zh: '开立医嘱与照护', en: 'order care' },
  'care.do': { zh: '执行照护', en: 'do and tick off care' },
  'alerts.answer': { zh: '处理警报', en: 'answer alerts' },
  'referrals.write': { zh: '转院', en: 'refer to hospitals' },
  'home.write': { zh: '居家随访', en: 'record checks at home' },
  'releases.prepare': { zh: '编制出舱名单', en: 'prepare discharge lists' },
  'releases.sign': { zh: '签署出舱名单', en: 'sign discharge lists' },
  'papers.print': { zh: '打印', en: 'print papers' },
  'reports.export': { zh: '导出文件', en: 'export files' },
  'reports.sign': { zh: '签署日报', en: 'sign daily reports' },
  'shifts.manage': { zh: '排班与医疗队', en: 'plan shifts and teams' },
  'zones.manage': { zh: '开放与关闭分区', en: 'open and close zones' },
  'roll-calls.walk': { zh: '点名', en: 'call the roll' },
  'handovers.write': { zh: '交接班', en: 'hand over' },
  'protocols.change': { zh: '更改诊疗方案', en: 'change protocols' },
  'settings.change': { zh: '更改设置', en: 'change settings' },
  'people.manage': { zh: '管理人员与权限', en: 'manage people and rights' },
  'people.oversee': { zh: '查看紧急授权', en: 'look at break-glass' },
  'audit.read': { zh: '查看审计', en: 'see the audit trail' },
  'backups.manage': { zh: '备份与还原', en: 'back up and restore' },
  'ward.verify': { zh: '核查数据', en: 'check the data' },
} as const satisfies Record<Right, Sentence>;

export const ROLE_WORDS = {
  nurse: { zh: '护士', en: 'Nurse' },
  'team-lead': { zh: '医疗队长', en: 'Team lead' },
  doctor: { zh: '医生', en: 'Doctor' },
  pharmacist: { zh: '药师', en: 'Pharmacist' },
  logistics: { zh: '后勤', en: 'Logistics' },
  auditor: { zh: '审计员', en: 'Auditor' },
  administrator: { zh: '管理员', en: 'Administrator' },
} as const satisfies Record<Role, Sentence>;
