import { useTranslation } from 'react-i18next';
import type { Team } from '#shared/contract/clinical-vocabulary.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import { useNow } from '../ui/time.ts';

/** Work of this group that stands on other pages: how much, and the way there. */
export function Elsewhere({ team }: { team: Team }) {
  const { t } = useTranslation();
  const links = useLinks(team);
  if (links.length === 0) return null;
  return (
    <nav className="desk-elsewhere" aria-label={t('today.elsewhere.label')}>
      {links.map(({ href, words }) => (
        <a key={href} href={href}>
          {words}
        </a>
      ))}
    </nav>
  );
}

function useLinks(team: Team) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const clinical = team === 'medical' || team === 'nursing';
  const referrals = useWard('referrals.list', {}, { enabled: team === 'medical' });
  const census = useWard('ward.census', {}, { enabled: team === 'infection-control' });
  const rounds = useWard('rounds.units', {}, { enabled: clinical });
  const samples = useWard('tests.samplingList', { withinHours: 2 }, { enabled: team === 'nursing' });
  const due = rounds.data?.units.reduce((sum, unit) => sum + unit.due, 0);
  const sampled = samples.data?.filter(
    ({ dueAt }) => dueAt === null || millisOf(dueAt) <= millisOf(now),
  ).length;
  const dirty = census.data?.beds.awaitingDisinfection;
  const all = [
    team === 'medical' && {
      count: referrals.data?.length,
      href: hrefOf('today', null, { view: 'referrals' }),
      words: 'today.elsewhere.referrals' as const,
    },
    team === 'infection-control' && {
      count: dirty,
      href: hrefOf('discharge', null, { view: 'beds' }),
      words: 'today.elsewhere.disinfection' as const,
    },
    clinical && { count: due, href: hrefOf('rounds'), words: 'today.elsewhere.rounds' as const },
    team === 'nursing' && {
      count: sampled,
      href: hrefOf('tests'),
      words: 'today.elsewhere.samples' as const,
    },
  ];
  return all.flatMap((one) =>
    one && one.count !== undefined && one.count > 0
      ? [{ href: one.href, words: t(one.words, { count: one.count }) }]
      : [],
  );
}
