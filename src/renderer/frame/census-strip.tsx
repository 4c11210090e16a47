import { useTranslation } from 'react-i18next';
import type { BedState } from '#shared/contract/vocabulary.ts';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';

const BED_LINKS = [
  'available',
  'reserved',
  'awaitingDisinfection',
  'outOfService',
] as const satisfies readonly BedState[];

/** How things stand, always: each figure leads to those it counts. */
export function CensusStrip() {
  const { t } = useTranslation();
  const { data } = useWard('ward.census', {});
  const figures = [
    {
      name: 'inHouse',
      value: data?.patients.inHouse,
      href: hrefOf('patients', null, { scope: 'present' }),
    },
    ...BED_LINKS.map((state) => ({
      name: state,
      value: data?.beds[state],
      href: hrefOf('beds', null, { state }),
    })),
    {
      name: 'waiting',
      value: data?.patients.waiting,
      href: hrefOf('patients', null, { scope: 'waiting' }),
    },
  ] as const;
  return (
    <nav
      className="desk-census"
      aria-label={t('frame.census.label')}
      title={data && t('frame.census.of', { total: data.beds.total })}
    >
      {figures.map(({ name, value, href }) => (
        <a key={name} href={href} className="desk-figure" data-name={name} data-some={(value ?? 0) > 0}>
          <span className="desk-figure-name">{t(`frame.census.${name}`)}</span>
          <strong>{value ?? '–'}</strong>
        </a>
      ))}
    </nav>
  );
}
