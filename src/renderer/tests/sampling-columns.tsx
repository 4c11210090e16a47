import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { SamplingRow } from '#shared/contract/tests.ts';
import type { Language } from '#shared/messages/fill.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { textColumn, timeColumn } from '../ui/grid-columns.ts';

export function samplingColumns(t: TFunction, zone: TimeZone, language: Language): ColDef<SamplingRow>[] {
  return [
    textColumn(
      { id: 'bed', title: t('ui.bed'), width: 120, pinned: 'left' },
      (row) => row.bed || t('tests.scan.noBed'),
    ),
    textColumn({ id: 'name', title: t('fields.name'), width: 130 }, (row) => row.name),
    textColumn({ id: 'why', title: t('tests.due.columns.why'), width: 100 }, (row) =>
      t(`tests.due.${row.why}`),
    ),
    timeColumn({ id: 'dueAt', title: t('tests.due.columns.dueAt') }, zone, (row) => row.dueAt),
    textColumn({ id: 'label', title: t('tests.due.columns.label'), width: 150 }, (row) => row.label),
    textColumn({ id: 'unit', title: t('tests.due.columns.unit'), width: 100 }, (row) => row.careUnit),
    textColumn({ id: 'says', title: t('tests.due.columns.says'), flex: 1, minWidth: 220 }, (row) =>
      language === 'en' ? row.sentence.en : row.sentence.zh,
    ),
    timeColumn({ id: 'last', title: t('tests.due.columns.last') }, zone, (row) => row.lastSampledAt),
    textColumn({ id: 'number', title: t('ui.number'), width: 100 }, (row) => String(row.number)),
  ];
}
