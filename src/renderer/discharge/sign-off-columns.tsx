import { CheckCircleFilled, ClockCircleOutlined } from '@ant-design/icons';
import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TimeZone } from '#shared/rules/instant.ts';
import { textColumn, timeColumn } from '../ui/grid-columns.ts';
import { spanText } from '../ui/time.ts';
import { type BedToSignOff, isReady } from './bed-to-sign-off.ts';

const saysOf = (bed: BedToSignOff, t: TFunction) =>
  isReady(bed)
    ? t('discharge.signOff.isReady')
    : t('discharge.signOff.left', { span: spanText(bed.left * 60_000, t) });

function LeftCell({ data }: ICellRendererParams<BedToSignOff>) {
  const { t } = useTranslation();
  if (!data) return null;
  return (
    <span className="desk-verdict" data-tone={isReady(data) ? 'good' : 'wait'}>
      {isReady(data) ? <CheckCircleFilled aria-hidden /> : <ClockCircleOutlined aria-hidden />}
      <span>{saysOf(data, t)}</span>
    </span>
  );
}

export function signOffColumns(t: TFunction, zone: TimeZone): ColDef<BedToSignOff>[] {
  return [
    textColumn({ id: 'code', title: t('ui.bed'), width: 130, pinned: 'left' }, (bed) => bed.code),
    {
      ...textColumn<BedToSignOff>(
        { id: 'left', title: t('discharge.signOff.columns.left'), width: 220 },
        (bed) => saysOf(bed, t),
      ),
      cellRenderer: LeftCell,
      // By minutes, and among those that are ready by how long they have waited.
      comparator: (_a, _b, one, other) =>
        (one.data?.left ?? 0) - (other.data?.left ?? 0) ||
        (one.data?.readyAt ?? '').localeCompare(other.data?.readyAt ?? ''),
    },
    timeColumn(
      { id: 'since', title: t('discharge.signOff.columns.since'), width: 180 },
      zone,
      (bed) => bed.since,
    ),
    timeColumn(
      { id: 'readyAt', title: t('discharge.signOff.columns.readyAt'), width: 180 },
      zone,
      (bed) => bed.readyAt,
    ),
    textColumn({ id: 'zone', title: t('discharge.signOff.columns.zone'), flex: 1, minWidth: 140 }, (bed) =>
      bed.closed ? `${bed.zone} · ${t('vocabulary.bedStates.outOfService')}` : bed.zone,
    ),
  ];
}
