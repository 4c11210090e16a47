import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { useHeld } from '../desk/kept.ts';
import { operator } from '../desk/operator.ts';
import { WardGrid } from '../ui/grid.tsx';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { openPatient } from '../ways.ts';
import { PeriodChoice } from './period-choice.tsx';
import { type ReportRow, reportColumns } from './report-columns.ts';
import { FileButtons, FileNews, useReportFile } from './report-file.tsx';
import { Totals } from './totals.tsx';
import { usePeriod } from './use-period.ts';

/** Who left in a period: on the screen, and as the file that the districts get. */
export function DischargesView() {
  const { t } = useTranslation();
  const hospital = useHospital();
  const timeOf = useTimeOf();
  const { quick, period, choose, chooseOwn } = usePeriod();
  const report = useWard('reports.discharges', period, { keep: true });
  const file = useReportFile(period);
  const madeBy = useHeld(operator);
  const columns = useMemo(() => reportColumns(t, hospital.timeZone), [t, hospital.timeZone]);
  const rows = useMemo(
    () => report.data?.lines.map((line, index): ReportRow => ({ ...line, place: index + 1 })),
    [report.data],
  );
  const { data } = report;
  return (
    <>
      <div className="desk-report-head">
        <div className="desk-report-line">
          <h2>{t('reports.discharges')}</h2>
          <span className="desk-spread" />
          <FileButtons file={file} people={data?.totals.all} />
        </div>
        <PeriodChoice chosen={quick} period={period} onQuick={choose} onPeriod={chooseOwn} />
        <p className="desk-quiet" role="status">
          {hospital.name} ·{' '}
          {t('reports.note', {
            from: timeOf(period.from),
            to: timeOf(period.to),
            cutOff: data ? timeOf(data.cutOff) : '…',
            madeBy: madeBy?.name ?? t('ui.notKnown'),
          })}
        </p>
        <RefusedNotice refused={report.refused} />
        <FileNews file={file} />
      </div>
      <div className="desk-report">
        <WardGrid<ReportRow>
          name="discharge-report"
          label={t('reports.discharges')}
          rows={report.refused ? [] : rows}
          columns={columns}
          rowId={(row) => row.stayId}
          onOpen={(row) => openPatient(row.stayId)}
          plain
          exportWord={t('reports.exportShown')}
          empty={<EmptyState title={t('reports.empty')} hint={t('reports.emptyHint')} />}
        />
        {data && !report.refused && <Totals totals={data.totals} />}
      </div>
    </>
  );
}
