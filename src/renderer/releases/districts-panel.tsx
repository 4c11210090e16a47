import { useTranslation } from 'react-i18next';
import type { Member } from '#shared/contract/release-list.ts';
import { compareTexts } from '#shared/rules/text-order.ts';

/** How many go to each district. */
export function DistrictsPanel({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation();
  const going = members.filter(({ state }) => state !== 'dropped');
  if (going.length === 0) return null;
  const districts = [...Map.groupBy(going, ({ district }) => district)].sort(([one], [other]) =>
    compareTexts(one, other),
  );
  return (
    <section aria-label={t('releases.districts')}>
      <h2>{t('releases.districts')}</h2>
      <dl className="desk-release-districts">
        {districts.map(([district, people]) => (
          <div key={district}>
            <dt>{district || t('releases.noDistrict')}</dt>
            <dd>{t('releases.people', { people: people.length })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
