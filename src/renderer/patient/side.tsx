import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';

type StayRecord = OutputOf<'stays.record'>;

/** Beds over time, family, classification over time, other stays of the same person. */
export function Side({ record }: { record: StayRecord }) {
  return (
    <>
      <Beds beds={record.beds} />
      <Family family={record.family} />
      <Classifications all={record.classifications} />
      <OtherStays stays={record.otherStays} />
    </>
  );
}

function Beds({ beds }: { beds: StayRecord['beds'] }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  return (
    <section className="desk-card" aria-label={t('patient.beds.title')}>
      <h2>{t('patient.beds.title')}</h2>
      {beds.length === 0 && <p className="desk-quiet">{t('patient.beds.none')}</p>}
      <ul className="desk-lines">
        {beds.map(({ bedId, code, from, to }) => (
          <li key={`${bedId}${from}`}>
            <a href={hrefOf('beds', null, { bed: bedId })}>{code}</a>
            <span className="desk-quiet">
              {to === null
                ? t('patient.beds.from', { from: timeOf(from) })
                : t('patient.beds.span', { from: timeOf(from), to: timeOf(to) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Family({ family }: { family: StayRecord['family'] }) {
  const { t } = useTranslation();
  return (
    <section className="desk-card" aria-label={t('patient.family.title')}>
      <h2>{t('patient.family.title')}</h2>
      {family.length === 0 && <p className="desk-quiet">{t('patient.family.none')}</p>}
      <ul className="desk-lines">
        {family.map(({ stayId, name, bed, age }) => (
          <li key={stayId}>
            <a href={hrefOf('patients', stayId)}>
              <bdi>{name}</bdi>
            </a>
            <span className="desk-quiet">
              {age !== null && `${t('ui.years', { age })} · `}
              {bed || t('patient.noBed')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Classifications({ all }: { all: StayRecord['classifications'] }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  if (all.length < 2) return null;
  return (
    <section className="desk-card" aria-label={t('patient.classifications')}>
      <h2>{t('patient.classifications')}</h2>
      <ul className="desk-lines">
        {all.map(({ from, classification }) => (
          <li key={from}>
            <span>{t(`vocabulary.classifications.${classification}`)}</span>
            <span className="desk-quiet">{t('patient.beds.from', { from: timeOf(from) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OtherStays({ stays }: { stays: StayRecord['otherStays'] }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  if (stays.length === 0) return null;
  return (
    <section className="desk-card" aria-label={t('patient.others.title')}>
      <h2>{t('patient.others.title')}</h2>
      <ul className="desk-lines">
        {stays.map(({ stayId, number, arrivedAt, leftAt }) => (
          <li key={stayId}>
            <a href={hrefOf('patients', stayId)}>
              {t('patient.others.stay', {
                number,
                from: timeOf(arrivedAt),
                to: leftAt ? timeOf(leftAt) : t('patient.others.open'),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
