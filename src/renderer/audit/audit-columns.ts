import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { AuditRow } from '#shared/contract/audit.ts';
import { ROLE_WORDS } from '#shared/messages/rights.ts';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { ROLES } from '#shared/rules/rights.ts';
import { language } from '../i18n/index.ts';
import { fieldText, isField } from '../patient/field-text.ts';
import { actTitle } from '../ui/act-sentence.ts';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';

const SESSION = ['signIn', 'signOut', 'prove', 'recover', 'setSecret'] as const;

/** What is asked and not done, of which the trail tells (contract/audited-reads.ts), and what is refused now and then. */
const READS = [
  ...(['stays.record', 'stays.byDocument', 'referrals.summary', 'rosters.view'] as const),
  ...(['tests.labFile', 'tests.quarantine', 'releases.forPaper', 'releases.districtFile'] as const),
  ...(['papers.pages', 'papers.listPages', 'papers.handoverPages', 'papers.rollCallPages'] as const),
  ...(['papers.dailyPages', 'reports.dischargeFile', 'reports.gridFile', 'home.exportFile'] as const),
  ...(['figures.exportFile', 'daily.file', 'audit.list', 'audit.exportFile', 'audit.check'] as const),
  ...(['people.list', 'people.roles', 'people.breakGlasses', 'ward.verify'] as const),
  ...(['setup.unlock', 'setup.protect', 'setup.replaceRecoveryKey', 'setup.changePassphrase'] as const),
  ...(['backups.list', 'backups.take', 'backups.setTarget', 'backups.chooseTarget'] as const),
  ...(['backups.pick', 'backups.drill', 'backups.restore'] as const),
] as const;

/** An act by its name in histories, a sign-in and a page by a word of its own; the name inside stands in the hint. */
function whatOf({ procedure }: AuditRow, t: TFunction): string {
  const session = SESSION.find((one) => procedure === `people.${one}`);
  if (session) return t(`audit.session.${session}`);
  const read = READS.find((one) => one === procedure);
  if (read) return t(`audit.reads.${read}`);
  const title = actTitle(procedure, t);
  return title === procedure ? t('audit.asked') : title;
}

function rolesOf({ roles }: AuditRow): string {
  const words = ROLES.filter((role) => roles.split(' ').includes(role)).map((role) => ROLE_WORDS[role]);
  return words.map((word) => (language() === 'en' ? word.en : word.zh)).join(' · ');
}

/** Of a refusal what it said, without what it named: that is not kept. */
const whyOf = ({ code }: AuditRow): string =>
  code === '' ? '' : sayRefusal({ code, params: {} }, language()).replace(/\{\{[\w.]+\}\}/g, '…');

const changesOf = ({ changes }: AuditRow, t: TFunction): string =>
  changes
    .map(({ field, before, after }) => {
      const empty = t('history.empty');
      if (!isField(field)) return `${field}: ${before ?? empty} → ${after ?? empty}`;
      return `${t(`fields.${field}`)}: ${fieldText(field, before, t) || empty} → ${fieldText(field, after, t) || empty}`;
    })
    .join(' · ');

export function auditColumns(t: TFunction, zone: TimeZone): ColDef<AuditRow>[] {
  const title = (
    key: 'what' | 'outcome' | 'why' | 'about' | 'changes' | 'reason' | 'who' | 'roles' | 'link',
  ) => t(`audit.columns.${key}`);
  return [
    numberColumn({ id: 'seq', title: t('audit.columns.seq'), width: 80 }, (row) => row.seq),
    {
      ...timeColumn<AuditRow>({ id: 'at', title: t('audit.columns.at') }, zone, (row) => row.at),
      width: 150,
    },
    textColumn({ id: 'who', title: title('who'), width: 100 }, (row) => row.who || t('audit.nobody')),
    textColumn({ id: 'roles', title: title('roles'), width: 110 }, rolesOf),
    {
      ...textColumn<AuditRow>({ id: 'what', title: title('what'), width: 150 }, (row) => whatOf(row, t)),
      tooltipValueGetter: ({ data }) => data?.procedure,
    },
    textColumn({ id: 'outcome', title: title('outcome'), width: 100 }, (row) =>
      t(`audit.outcomes.${row.outcome}`),
    ),
    {
      ...textColumn<AuditRow>({ id: 'why', title: title('why'), flex: 2, minWidth: 120 }, whyOf),
      tooltipValueGetter: ({ value }) => value,
    },
    textColumn({ id: 'about', title: title('about'), flex: 1, minWidth: 150 }, (row) => row.about),
    textColumn({ id: 'changes', title: title('changes'), flex: 2, minWidth: 150 }, (row) =>
      changesOf(row, t),
    ),
    textColumn({ id: 'reason', title: title('reason'), flex: 1, minWidth: 90 }, (row) => row.reason),
    textColumn({ id: 'link', title: title('link'), width: 120, hide: true }, (row) => row.link),
  ];
}
