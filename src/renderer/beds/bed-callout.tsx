import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useSpans } from '../ui/time.ts';
import type { Floor } from './board/floor.ts';
import { stateDetail } from './board/use-words.ts';
import type { Verdict } from './carry/verdict.ts';
import { VerdictWords } from './carry/verdict-words.tsx';

interface Props {
  floor: Floor;
  views: readonly (BedView | undefined)[];
  now: number;
  index: number;
  verdict: Verdict | null;
  /** What the layer of the plan says of it. */
  layer?: string;
  /** Also since when somebody has been in it. */
  since?: boolean;
  /** A line of its own: for whom the bed is proposed. */
  besides?: string;
}

/** Beside a bed: its code, its state, who is in it; with somebody in hand, whether they may have it. */
export function BedCallout({ floor, views, now, index, verdict, layer = '', since, besides = '' }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { span } = useSpans();
  const bed = floor.beds[index];
  const view = views[index];
  if (!bed || !view) return null;
  const detail = stateDetail(view, now, t);
  const { occupant } = view;
  return (
    <>
      <div>
        <strong>{bed.code}</strong> {t(`vocabulary.bedStates.${view.state}`)}
        {detail !== '' && ' · '}
        <bdi>{detail}</bdi>
        {occupant && ` · ${t(`vocabulary.classifications.${occupant.classification}`)}`}
        {occupant?.alert && <span className="desk-beds-alert-word"> ！{t('beds.alert')}</span>}
      </div>
      {since && occupant && (
        <div className="desk-quiet">
          {t('layers.sinceBed', {
            at: timeOf(occupant.since).slice(5),
            span: span(now - millisOf(occupant.since)),
          })}
        </div>
      )}
      {layer !== '' && <div className="desk-layer-line">{layer}</div>}
      {besides !== '' && (
        <div>
          <bdi>{besides}</bdi>
        </div>
      )}
      {verdict && <VerdictWords verdict={verdict} />}
    </>
  );
}
