import { useTranslation } from 'react-i18next';
import { AccountsView } from '../accounts/accounts-view.tsx';
import { DailyView } from '../daily/daily-view.tsx';
import { narrow, useRoute } from '../route.ts';
import { ViewSwitch } from '../ui/view-switch.tsx';
import { DischargesView } from './discharges-view.tsx';
import './reports.css';

const VIEWS = ['discharges', 'daily', 'accounts'] as const;
type View = (typeof VIEWS)[number];

/** A period means the same to every view, so it stays in the address. */
const show = (view: View) =>
  narrow({ view: view === 'discharges' ? undefined : view, place: undefined, figure: undefined });

/** What the authorities receive, and how its figures come about. */
export default function ReportsScreen() {
  const { t } = useTranslation();
  const { query } = useRoute();
  const view = VIEWS.find((one) => one === query.get('view')) ?? 'discharges';
  const words: Record<View, string> = {
    discharges: t('reports.views.discharges'),
    daily: t('reports.views.daily'),
    accounts: t('reports.views.accounts'),
  };
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('reports.title')}</h1>
        <ViewSwitch
          page={t('reports.title')}
          label={t('reports.viewsLabel')}
          views={VIEWS}
          words={words}
          shown={view}
          onShow={show}
        />
      </div>
      {view === 'discharges' && <DischargesView />}
      {view === 'daily' && <DailyView />}
      {view === 'accounts' && <AccountsView />}
    </div>
  );
}
