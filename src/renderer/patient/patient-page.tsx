import { Button } from 'antd';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { type StayId, stayId } from '#shared/contract/values.ts';
import { useWard } from '../client.ts';
import { EligibilityCard } from '../eligibility/eligibility-card.tsx';
import { lastList } from '../patients/last-list.ts';
import { go, narrow, useRoute } from '../route.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { Details } from './details.tsx';
import { PatientHeader } from './header.tsx';
import { History } from './history.tsx';
import { Side } from './side.tsx';
import { VIEWS } from './views.ts';
import './patient.css';

/** One stay, whole. */
export default function PatientPage({ stay }: { stay: string }) {
  const read = stayId.safeParse(stay);
  return read.success ? <Stay id={read.data} /> : <NotThere />;
}

function Stay({ id }: { id: StayId }) {
  const { t } = useTranslation();
  const { data, refused } = useWard('stays.record', { stayId: id });
  const { query } = useRoute();
  const view = VIEWS.find(({ name }) => name === query.get('view'));
  useEffect(() => lastList.open(id), [id]);
  if (refused?.kind === 'refused' && refused.refusal.code === 'no-such-stay') return <NotThere />;
  if (refused) return <RefusedNotice refused={refused} />;
  if (!data) return <p className="desk-loading">{t('ui.loading')}</p>;
  return (
    <div className="desk-page">
      <PatientHeader stay={data.stay} />
      <ViewChoice chosen={view?.name ?? 'record'} />
      {view ? (
        <Suspense fallback={<p className="desk-loading">{t('ui.loading')}</p>}>
          <view.screen stay={data.stay} />
        </Suspense>
      ) : (
        <Whole record={data} />
      )}
    </div>
  );
}

type Name = (typeof VIEWS)[number]['name'];

/** The record, the tests, the rounds …; nothing to choose while there is only the record. */
function ViewChoice({ chosen }: { chosen: Name }) {
  const { t } = useTranslation();
  const names: Name[] = ['record', ...VIEWS.map(({ name }) => name)];
  const words = Object.fromEntries(names.map((name) => [name, t(`patient.views.${name}`)])) as Record<
    Name,
    string
  >;
  const show = (name: Name) => narrow({ view: name === 'record' ? undefined : name });
  return (
    <div className="desk-patient-views">
      <ViewSwitch
        page={t('patient.title')}
        label={t('patient.viewsLabel')}
        views={names}
        words={words}
        shown={chosen}
        onShow={show}
      />
    </div>
  );
}

function Whole({ record }: { record: OutputOf<'stays.record'> }) {
  const { t } = useTranslation();
  return (
    <div className="desk-page-body desk-patient">
      <div className="desk-patient-main">
        <Details stay={record.stay} />
        <History entries={record.history} />
      </div>
      <aside className="desk-patient-side" aria-label={t('patient.title')}>
        <EligibilityCard stayId={record.stay.stayId} />
        <Side record={record} />
      </aside>
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
