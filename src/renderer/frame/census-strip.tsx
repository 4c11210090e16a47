import { StopOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { BedState } from '#shared/contract/vocabulary.ts';
import { useWard } from '../client.ts';
import { useHeld } from '../desk/kept.ts';
import { pastShown } from '../desk/past-shown.ts';
import { hrefOf } from '../route.ts';

const BED_LINKS = [
  'available',
  'reserved',
  'awaitingDisinfection',
  'outOfService',
] as const satisfies readonly BedState[];

/** More zones than these are only counted. */
const CODES_SHOWN = 3;

/** How things stand, always: each figure leads to those it counts. */
export function CensusStrip() {
  const { t } = useTranslation();
  const { data } = useWard('ward.census', {});
  const isBesidePast = useHeld(pastShown);
  const shut = data?.byZone.filter(({ state }) => state !== 'open') ?? [];
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
      data-beside-past={isBesidePast}
      title={data && t('frame.census.of', { total: data.beds.total })}
    >
      {isBesidePast && <strong className="desk-census-now">{t('frame.census.now')}</strong>}
      {figures.map(({ name, value, href }) => (
        <a key={name} href={href} className="desk-figure" data-name={name} data-some={(value ?? 0) > 0}>
          <span className="desk-figure-name">{t(`frame.census.${name}`)}</span>
          <strong>{value ?? '–'}</strong>
        </a>
      ))}
      {shut.length > 0 && (
        <a
          href={hrefOf('zones')}
          className="desk-figure"
          data-name="shut"
          data-some="true"
          title={shut.map(({ name, state }) => `${name} ${t(`vocabulary.zoneStates.${state}`)}`).join('\n')}
        >
          <span className="desk-figure-name">
            <StopOutlined aria-hidden /> {t('frame.census.shut')}
          </span>
          <strong>{shut.length > CODES_SHOWN ? shut.length : shut.map(({ zone }) => zone).join(' ')}</strong>
        </a>
      )}
    </nav>
  );
}
