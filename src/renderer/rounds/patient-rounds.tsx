import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObservationRow } from '#shared/contract/rounds.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { call, useWard } from '../client.ts';
import { go } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { ObservationTable } from './observation-table.tsx';
import { StayCharts } from './stay-charts.tsx';
import { StayExaminations } from './stay-examinations.tsx';
import { StayMarks } from './stay-marks.tsx';
import './stay.css';

/** To this patient's form on the page of the rounds. */
async function goToRound(stay: StayRow): Promise<void> {
  const all = await call('rounds.list', { of: 'all' });
  const row = all.ok ? all.value.rows.find(({ stayId }) => stayId === stay.stayId) : undefined;
  if (row) go('rounds', row.careUnitId ?? 'waiting', { stay: stay.stayId });
}

/** The rounds of one patient: trends, every observation with both rules, marks and examinations. */
export default function PatientRounds({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { data, refused } = useWard('rounds.ofStay', { stayId: stay.stayId });
  const [correcting, setCorrecting] = useState<ObservationRow | null>(null);
  if (refused) return <RefusedNotice refused={refused} />;
  if (!data) return <p className="desk-loading">{t('ui.loading')}</p>;
  return (
    <div className="desk-page-body desk-patient desk-patient-rounds">
      <div className="desk-patient-main desk-stay-rounds">
        {data.observations.length > 1 && <StayCharts data={data} />}
        <section className="desk-card" aria-label={t('rounds.stay.observations')}>
          <div className="desk-stay-head">
            <h2>{t('rounds.stay.observations')}</h2>
            {data.dueAt && (
              <span className={data.overdue ? 'desk-flag' : 'desk-quiet'}>
                {data.overdue && `${t('rounds.stay.overdue')} · `}
                {t('rounds.stay.next', { at: timeOf(data.dueAt) })}
              </span>
            )}
            <span className="desk-spread" />
            {stay.status !== 'left' && (
              <Button type="primary" onClick={() => void goToRound(stay)}>
                {t('rounds.stay.go')}
              </Button>
            )}
          </div>
          {data.observations.length === 0 ? (
            <EmptyState title={t('rounds.stay.none')} hint={t('rounds.stay.noneHint')} />
          ) : (
            <ObservationTable observations={data.observations} onCorrect={setCorrecting} />
          )}
        </section>
      </div>
      <aside className="desk-patient-side" aria-label={t('rounds.stay.marks')}>
        <StayMarks stay={stay} data={data} />
        <StayExaminations stay={stay} examinations={data.examinations} />
      </aside>
      {correcting && (
        <CorrectDialog
          key={correcting.takenAt}
          stay={stay}
          one={correcting}
          onClose={() => setCorrecting(null)}
        />
      )}
    </div>
  );
}
