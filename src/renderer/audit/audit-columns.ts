import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { AuditRow } from '#shared/contract/audit.ts';
import { procedureWord, refusedBecause, rolesInWords } from '#shared/messages/audit-words.ts';
import { changeLines } from '#shared/messages/change-words.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { language } from '../i18n/index.ts';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';

const changesOf = ({ changes }: AuditRow, zone: TimeZone): string =>
  changeLines(changes, language(), zone).join(' · ');

export function auditColumns(t: TFunction, zone: TimeZone): ColDef<AuditRow>[] {
  const title = (
    key: 'what' | 'outcome' | 'why' | 'about' | 'changes' | 'reason' | 'who' | 'roles' | 'link',
  ) => t(`audit.columns.${key}`);
  return [
    numberColumn({ id: 'seq', title: t('audit.columns.seq'), width: 70 }, (row) => row.seq),
    {
      ...timeColumn<AuditRow>({ id: 'at', title: t('audit.columns.at') }, zone, (row) => row.at),
      width: 150,
    },
    textColumn({ id: 'who', title: title('who'), width: 90 }, (row) => row.who || t('audit.nobody')),
    textColumn({ id: 'roles', title: title('roles'), width: 110 }, (row) =>
      rolesInWords(row.roles, language()),
    ),
    {
      ...textColumn<AuditRow>({ id: 'what', title: title('what'), width: 150 }, (row) =>
        procedureWord(row.procedure, language()),
      ),
      // The name inside, to look for in docs and files.
      tooltipValueGetter: ({ data }) => data?.procedure,
    },
    textColumn({ id: 'outcome', title: title('outcome'), width: 104 }, (row) =>
      t(`audit.outcomes.${row.outcome}`),
    ),
    {
      ...textColumn<AuditRow>({ id: 'why', title: title('why'), flex: 2, minWidth: 100 }, (row) =>
        refusedBecause(row.code, language()),
      ),
      tooltipValueGetter: ({ value }) => value,
    },
    textColumn({ id: 'about', title: title('about'), flex: 2, minWidth: 120 }, (row) => row.about),
    {
      ...textColumn<AuditRow>({ id: 'changes', title: title('changes'), flex: 5, minWidth: 200 }, (row) =>
        changesOf(row, zone),
      ),
      tooltipValueGetter: ({ value }) => value,
    },
    textColumn({ id: 'reason', title: title('reason'), flex: 1, minWidth: 96 }, (row) => row.reason),
    textColumn({ id: 'link', title: title('link'), width: 120, hide: true }, (row) => row.link),
  ];
}
