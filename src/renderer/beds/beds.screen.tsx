import { useTranslation } from 'react-i18next';
import { useRoute } from '../route.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { BedsPage } from './beds-page.tsx';
import { ProposalPage } from './proposal/proposal-page.tsx';
import { useWardFloor } from './use-ward-floor.ts';
import './beds.css';

/** The bed board, or the proposal for everybody who waits. */
export default function BedsScreen() {
  const { t } = useTranslation();
  const route = useRoute();
  const { ward, refused } = useWardFloor();
  if (!ward) {
    return refused ? <RefusedNotice refused={refused} /> : <p className="desk-loading">{t('ui.loading')}</p>;
  }
  if (route.query.has('propose')) return <ProposalPage />;
  return <BedsPage ward={ward} route={route} />;
}
