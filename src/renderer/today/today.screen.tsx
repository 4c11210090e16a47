import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { narrow, useRoute } from '../route.ts';
import { ViewSwitch } from '../ui/view-switch.tsx';
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
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('today.title')}</h1>
        <ViewSwitch
          page={t('today.title')}
          label={t('today.views.label')}
          views={VIEWS}
          words={words}
          shown={view}
          onShow={show}
        />
      </div>
      {view === 'work' && <Work />}
      {view === 'needs' && <NeedsLedger />}
      {view === 'referrals' && <ReferralList />}
    </div>
  );
}
