import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../../client.ts';
import { PrintAtBed } from '../../papers/print-at-bed.tsx';
import { hrefOf } from '../../route.ts';
import { useTimeOf } from '../../ui/hospital.tsx';
import { AlertMark } from '../../ui/state-mark.tsx';
import { useSpans } from '../../ui/time.ts';
import type { Floor } from '../board/floor.ts';

interface Props {
  occupant: NonNullable<BedView['occupant']>;
  now: number;
  floor: Floor;
  onBed(index: number): void;
}

/** Who is in the bed, with what matters at a bedside. What the board knows is there at once. */
export function Occupant({ occupant, now, floor, onBed }: Props) {
  const { t } = useTranslation();
  const { span } = useSpans();
  const record = useWard('stays.record', { stayId: occupant.stayId });
  return (
    <section className="desk-beds-person">
      <h3>
        <a href={hrefOf('patients', occupant.stayId)}>
          <bdi>{occupant.name}</bdi>
        </a>
      </h3>
      <p className="desk-beds-facts">
        <span>{t(`vocabulary.sexes.${occupant.sex}`)}</span>
        {occupant.age !== null && <span>{t('ui.years', { age: occupant.age })}</span>}
        <span className="desk-beds-tag">{t(`vocabulary.classifications.${occupant.classification}`)}</span>
        {occupant.provisional && <span className="desk-late-mark">{t('fields.provisional')}</span>}
        <span className="desk-quiet">
          {t('ui.number')} {occupant.number}
        </span>
      </p>
      <p>{t('beds.card.inBed', { span: span(now - millisOf(occupant.since)) })}</p>
      <PrintAtBed stayId={occupant.stayId} />
      {record.data && <Matters record={record.data} floor={floor} onBed={onBed} />}
    </section>
  );
}

type StayRecord = OutputOf<'stays.record'>;

function Matters({ record, floor, onBed }: { record: StayRecord } & Pick<Props, 'floor' | 'onBed'>) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { stay, family } = record;
  const groups = stay.keyGroups.map((group) => t(`vocabulary.keyGroups.${group}`));
  const needs = stay.needs.map((need) => t(`vocabulary.needs.${need}`));
  const facts = [
    ['fields.mobility', stay.mobility === 'walks' ? '' : t(`vocabulary.mobilities.${stay.mobility}`)],
    ['fields.needs', needs.join(t('ui.listComma'))],
    ['fields.conditions', stay.conditions],
    ['fields.phone', stay.phone],
    ['fields.remarks', stay.remarks],
    ['beds.card.arrived', timeOf(stay.arrivedAt)],
  ] as const;
  return (
    <>
      {groups.length > 0 && (
        <p className="desk-beds-alert">
          <AlertMark label={t('beds.alert')} /> {groups.join(t('ui.listComma'))}
        </p>
      )}
      <dl className="desk-beds-details">
        {facts.map(
          ([name, value]) =>
            value !== '' && (
              <div key={name}>
                <dt>{t(name)}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ),
        )}
        {family.length > 0 && (
          <div>
            <dt>{t('beds.card.family')}</dt>
            <dd>
              {family.map(({ stayId, name, bed, age }) => {
                const index = floor.beds.find(({ code }) => code === bed)?.index;
                const words = age === null ? name : `${name} ${t('ui.years', { age })}`;
                return (
                  <span key={stayId} className="desk-beds-kin">
                    <bdi>{words}</bdi>{' '}
                    {index === undefined ? (
                      <span className="desk-quiet">{bed || t('vocabulary.stayStatuses.waiting')}</span>
                    ) : (
                      <button type="button" className="desk-link" onClick={() => onBed(index)}>
                        {bed}
                      </button>
                    )}
                  </span>
                );
              })}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
