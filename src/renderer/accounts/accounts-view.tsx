import { useTranslation } from 'react-i18next';
import { FLOW_FIGURES, type FlowFigure } from '#shared/contract/figures.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import type { Period } from '../reports/period.ts';
import { PeriodChoice } from '../reports/period-choice.tsx';
import { usePeriod } from '../reports/use-period.ts';
import { narrow, useRoute } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { useNow } from '../ui/time.ts';
import { AccountsRows } from './accounts-rows.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { RestatingActs } from './restating-acts.tsx';
import './accounts.css';

const TICK_MS = 60_000;

/** Figures are told of what has been: a day that is not over is counted up to this minute. */
function untilNow(period: Period, now: Instant): Period | null {
  const to = period.to < now ? period.to : now;
  return period.from < to ? { from: period.from, to } : null;
}

/** Who came, moved and left, place by place, as it is known now beside what was on record when the period ended. */
export function AccountsView() {
  const { t } = useTranslation();
  const now = useNow(TICK_MS);
  const { quick, period, choose, chooseOwn } = usePeriod('noon');
  const counted = untilNow(period, now);
  return (
    <>
      <div className="desk-report-head">
        <PeriodChoice chosen={quick} period={period} onQuick={choose} onPeriod={chooseOwn} />
        <p className="desk-accounts-identity">{t('accounts.identity')}</p>
      </div>
      {counted ? <Accounts period={counted} /> : <EmptyState title={t('accounts.notYet')} />}
    </>
  );
}

function Accounts({ period }: { period: Period }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { query } = useRoute();
  const { data, refused } = useWard(
    'figures.restatements',
    { ...period, knownAt: period.to },
    { keep: true },
  );
  const figure = FLOW_FIGURES.find((one) => one === query.get('figure')) ?? null;
  const place = query.get('place');
  const open = (at: string, what: FlowFigure) => narrow({ place: at, figure: what });
  const close = () => narrow({ place: undefined, figure: undefined });
  useKeys(t('reports.views.accounts'), [
    { keys: 'Escape', does: t('accounts.close'), run: close, when: figure !== null },
  ]);
  if (refused) return <RefusedNotice refused={refused} />;
  if (!data) return <p className="desk-loading">{t('accounts.loading')}</p>;
  return (
    <div className="desk-accounts">
      <div className="desk-accounts-sums">
        <p className="desk-quiet">
          {t('accounts.period', { from: timeOf(period.from), to: timeOf(period.to) })} · {t('accounts.keys')}
        </p>
        <AccountsTable reported={data.reported} now={data.now} chosen={{ place, figure }} onOpen={open} />
        <RestatingActs acts={data.acts} reportedAt={period.to} />
      </div>
      {place !== null && figure !== null && (
        <AccountsRows period={period} place={place} figure={figure} flow={data.now} onClose={close} />
      )}
    </div>
  );
}
