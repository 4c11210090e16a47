import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/stays.ts';
import { SEXES } from '#shared/contract/vocabulary.ts';
import { useTimeOf } from '../ui/hospital.tsx';

interface Props {
  id: string;
  hit: SearchHit;
  here: boolean;
  onTake(): void;
}

/** One find: who or which bed, enough to tell two people of one name apart, and what the words were found in. */
export function SearchHitLine({ id, hit, here, onTake }: Props) {
  const { t } = useTranslation();
  return (
    // The box has the focus and moves through the list; a press of the mouse must not take it away first.
    <div
      role="option"
      id={id}
      tabIndex={-1}
      aria-selected={here}
      className="desk-option desk-hit"
      onMouseDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <strong className="desk-hit-name">
        {hit.kind === 'bed' ? `${t('frame.search.bedHit')} ${hit.bed}` : hit.name}
      </strong>
      <span className="desk-hit-facts">
        <Facts hit={hit} />
      </span>
      <span className="desk-hit-how">{t(`frame.search.matched.${hit.matched}`)}</span>
    </div>
  );
}

function Facts({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const sex = SEXES.find((one) => one === hit.sex);
  const facts = [
    hit.kind === 'bed' ? hit.name : hit.bed,
    sex && sex !== 'unknown' ? t(`vocabulary.sexes.${sex}`) : '',
    hit.age === null ? '' : t('ui.years', { age: hit.age }),
    hit.number === null ? '' : `${t('ui.number')} ${hit.number}`,
    hit.documentTail && t('frame.search.tail', { tail: hit.documentTail }),
    hit.matched === 'phone' ? hit.phone : '',
    hit.status && hit.status !== 'in-house' ? t(`vocabulary.stayStatuses.${hit.status}`) : '',
    hit.status === 'left' && hit.arrivedAt && hit.leftAt
      ? t('frame.search.stayed', {
          from: timeOf(hit.arrivedAt).slice(0, 10),
          to: timeOf(hit.leftAt).slice(0, 10),
        })
      : '',
  ];
  return <>{facts.filter((fact) => fact).join(' · ')}</>;
}
