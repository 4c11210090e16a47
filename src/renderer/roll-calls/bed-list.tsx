import { CheckOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { takeKeyboard } from '../ui/keyboard.ts';
import type { WalkedBed } from './scan.ts';

interface Props {
  walk: readonly WalkedBed[];
  at: number;
  onGo(index: number): void;
}

/**
 * The beds in walking order, the cursor on one of them. No listbox: in one, single keys would belong to the list and
 * not to the walk.
 */
export function BedList({ walk, at, onGo }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const here = walk[at]?.bedId;
  useEffect(() => {
    box.current?.querySelector(`[data-bed="${here}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  useEffect(() => takeKeyboard(box.current), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not scroll
    <div
      ref={box}
      className="desk-roll-beds"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the walk and of a scanner come in here
      tabIndex={0}
      aria-label={t('rollCalls.walk')}
      aria-activedescendant={here ? `roll-${here}` : undefined}
    >
      {walk.map((bed, index) => (
        <BedLine
          key={bed.bedId}
          bed={bed}
          here={index === at}
          unitBegins={walk[index - 1]?.careUnitId !== bed.careUnitId}
          onGo={onGo}
          index={index}
        />
      ))}
    </div>
  );
}

interface LineProps {
  bed: WalkedBed;
  here: boolean;
  unitBegins: boolean;
  index: number;
  onGo(index: number): void;
}

const BedLine = memo(
  function BedLine({ bed, here, unitBegins, index, onGo }: LineProps) {
    const { t } = useTranslation();
    const { expected, mark } = bed;
    return (
      // The list has the focus and the keys; a press only moves its cursor.
      // biome-ignore lint/a11y/useKeyWithClickEvents: see above
      // biome-ignore lint/a11y/noStaticElementInteractions: see above
      <div
        id={`roll-${bed.bedId}`}
        aria-current={here}
        className="desk-roll-bed"
        data-bed={bed.bedId}
        data-begins={unitBegins}
        data-seen={mark === null ? 'no' : mark.right ? 'right' : 'wrong'}
        onClick={() => onGo(index)}
      >
        <strong>{bed.code}</strong>
        <span className="desk-roll-who">
          {expected ? (
            <>
              {expected.name}{' '}
              <span className="desk-quiet">
                {t(`vocabulary.sexes.${expected.sex}`)}
                {expected.age !== null && ` ${t('rollCalls.years', { age: expected.age })}`} W
                {expected.number}
              </span>
            </>
          ) : (
            <span className="desk-quiet">
              {bed.outOfService ? t('rollCalls.outOfService') : t('rollCalls.expectEmpty')}
            </span>
          )}
        </span>
        <span className="desk-roll-seen">
          {mark && (mark.right ? <CheckOutlined aria-hidden /> : <ExclamationCircleFilled aria-hidden />)}{' '}
          <Seen bed={bed} />
        </span>
      </div>
    );
  },
  (one, other) =>
    one.bed === other.bed && one.here === other.here && one.index === other.index && one.onGo === other.onGo,
);

function Seen({ bed: { mark, expected } }: { bed: WalkedBed }) {
  const { t } = useTranslation();
  if (!mark) return <span className="desk-quiet">{t('rollCalls.unwalked')}</span>;
  if (mark.found.kind === 'stranger') return t('rollCalls.seen.stranger', { name: mark.found.name });
  if (mark.found.kind === 'nobody') return expected ? t('rollCalls.seen.absent') : t('rollCalls.seen.empty');
  return mark.right
    ? t('rollCalls.seen.present')
    : t('rollCalls.seen.other', { name: mark.person?.name ?? '' });
}
