import { useTranslation } from 'react-i18next';
import type { RosterSummary } from '#shared/contract/rosters.ts';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';

/** Rosters read before: those with something left to do on top. */
export function RosterList() {
  const { t } = useTranslation();
  const { data, refused, isPending } = useWard('rosters.list', {});
  return (
    <section className="desk-rosters" aria-label={t('roster.list.title')}>
      <h2>{t('roster.list.title')}</h2>
      <RefusedNotice refused={refused} />
      {isPending && <p className="desk-quiet">{t('ui.loading')}</p>}
      {data?.length === 0 && <p className="desk-quiet">{t('roster.list.none')}</p>}
      <ul>
        {data?.map((roster) => (
          <Line key={roster.rosterId} roster={roster} />
        ))}
      </ul>
    </section>
  );
}

function Line({ roster }: { roster: RosterSummary }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { rosterId, fileName, openedAt, openedBy, state, rows, left } = roster;
  const stands = left === 0 ? 'finished' : state === 'open' ? 'open' : 'toCorrect';
  return (
    <li>
      <a href={hrefOf('roster', rosterId)} data-stands={stands}>
        <strong className="desk-roster-name" title={fileName}>
          {fileName}
        </strong>
        <span className="desk-roster-stands">{t(`roster.list.${stands}`, { count: left })}</span>
        <span className="desk-quiet">
          {t('roster.list.opened', {
            at: timeOf(openedAt),
            who: openedBy,
            people: t('ui.people', { count: rows }),
          })}
        </span>
      </a>
    </li>
  );
}
