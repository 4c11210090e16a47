import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { narrow, useRoute } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { NeedsLedger } from './needs-ledger.tsx';
import { ReferralList } from './referral-list.tsx';
import { Work } from './work.tsx';
import '../care/care.css';
import './today.css';

const VIEWS = ['work', 'needs', 'referrals'] as const;
type View = (typeof VIEWS)[number];

const show = (view: View) => narrow({ view: view === 'work' ? undefined : view });

/** What every group has to do today; who has special needs; referrals under way. */
export default function TodayScreen() {
  const { t } = useTranslation();
  const { query } = useRoute();
  const view = VIEWS.find((one) => one === query.get('view')) ?? 'work';
  const referrals = useWard('referrals.list', {});
  const words: Record<View, string> = {
    work: t('today.views.work'),
    needs: t('today.views.needs'),
    referrals: t('today.views.referrals', { open: referrals.data?.length ?? '–' }),
  };
  useKeys(
    t('today.title'),
    VIEWS.map((one, i) => ({
      keys: `Ctrl+${i + 1}`,
      does: t('today.keys.view', { view: words[one] }),
      run: () => show(one),
    })),
  );
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('today.title')}</h1>
        <Segmented<View>
          aria-label={t('today.views.label')}
          value={view}
          onChange={show}
          options={VIEWS.map((one, i) => ({
            value: one,
            label: (
              <span>
                {words[one]} <kbd aria-hidden>Ctrl+{i + 1}</kbd>
              </span>
            ),
          }))}
        />
      </div>
      {view === 'work' && <Work />}
      {view === 'needs' && <NeedsLedger />}
      {view === 'referrals' && <ReferralList />}
    </div>
  );
}
