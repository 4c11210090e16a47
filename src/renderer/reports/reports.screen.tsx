import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { AccountsView } from '../accounts/accounts-view.tsx';
import { DailyView } from '../daily/daily-view.tsx';
import { narrow, useRoute } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
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
  useKeys(
    t('reports.title'),
    VIEWS.map((one, index) => ({
      keys: `Ctrl+${index + 1}`,
      does: t(`reports.views.${one}`),
      run: () => show(one),
    })),
  );
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('reports.title')}</h1>
        <Segmented<View>
          aria-label={t('reports.viewsLabel')}
          value={view}
          onChange={show}
          options={VIEWS.map((one, index) => ({
            value: one,
            label: (
              <span>
                {t(`reports.views.${one}`)} <kbd aria-hidden>Ctrl+{index + 1}</kbd>
              </span>
            ),
          }))}
        />
      </div>
      {view === 'discharges' && <DischargesView />}
      {view === 'daily' && <DailyView />}
      {view === 'accounts' && <AccountsView />}
    </div>
  );
}
