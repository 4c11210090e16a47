import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type StayId, stayId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { lastList } from '../patients/last-list.ts';
import { go } from '../route.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { Details } from './details.tsx';
import { PatientHeader } from './header.tsx';
import { History } from './history.tsx';
import { Side } from './side.tsx';
import './patient.css';

/** One stay, whole. */
export default function PatientPage({ stay }: { stay: string }) {
  const read = stayId.safeParse(stay);
  return read.success ? <Stay id={read.data} /> : <NotThere />;
}

function Stay({ id }: { id: StayId }) {
  const { t } = useTranslation();
  const { data, refused } = useWard('stays.record', { stayId: id });
  useEffect(() => lastList.open(id), [id]);
  if (refused?.kind === 'refused' && refused.refusal.code === 'no-such-stay') return <NotThere />;
  if (refused) return <RefusedNotice refused={refused} />;
  if (!data) return <p className="desk-loading">{t('ui.loading')}</p>;
  return (
    <div className="desk-page">
      <PatientHeader stay={data.stay} />
      <div className="desk-page-body desk-patient">
        <div className="desk-patient-main">
          <Details stay={data.stay} />
          <History entries={data.history} />
        </div>
        <aside className="desk-patient-side" aria-label={t('patient.title')}>
          <Side record={data} />
        </aside>
      </div>
    </div>
  );
}

function NotThere() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('patient.notThere')}>
      <Button type="primary" onClick={() => go('patients')}>
        {t('patient.back')}
      </Button>
    </EmptyState>
  );
}
