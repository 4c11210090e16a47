import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { HomeMonitoring } from '../home/home-view.tsx';
import { ReleaseListView } from '../releases/list-view.tsx';
import { narrow, useRoute } from '../route.ts';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { BatchView } from './batch-view.tsx';
import { Disinfection } from './disinfection.tsx';
import { PickInHouse } from './pick-in-house.tsx';
import { useBatch } from './use-batch.ts';
import { useBroughtAlong } from './use-brought-along.ts';
import './discharge.css';

const VIEWS = ['batch', 'pick', 'beds', 'home', 'list'] as const;
type View = (typeof VIEWS)[number];

const show = (view: View) => narrow({ view: view === 'batch' ? undefined : view });

/** Who leaves, and the beds that they leave behind. */
export default function DischargeScreen() {
  const { t } = useTranslation();
  const { query } = useRoute();
  const view = VIEWS.find((one) => one === query.get('view')) ?? 'batch';
  const batch = useBatch();
  const brought = useBroughtAlong(query.get('stays'), batch);
  const { data } = useWard('ward.census', {});
  const waiting = data?.beds.awaitingDisinfection;
  const words: Record<View, string> = {
    batch: t('discharge.views.batch', { people: batch.stayIds.length }),
    pick: t('discharge.views.pick'),
    beds: t('discharge.views.beds', { beds: waiting ?? '–' }),
    home: t('discharge.views.home'),
    list: t('discharge.views.list'),
  };
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('discharge.title')}</h1>
        <ViewSwitch
          page={t('discharge.title')}
          label={t('discharge.views.label')}
          views={VIEWS}
          words={words}
          shown={view}
          onShow={show}
        />
      </div>
      {view === 'batch' && (
        <BatchView batch={batch} brought={brought} onPick={() => show('pick')} onBeds={() => show('beds')} />
      )}
      {view === 'pick' && <PickInHouse batch={batch} onDone={() => show('batch')} />}
      {view === 'beds' && <Disinfection />}
      {view === 'home' && <HomeMonitoring />}
      {view === 'list' && <ReleaseListView />}
    </div>
  );
}
