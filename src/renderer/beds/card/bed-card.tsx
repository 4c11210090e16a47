import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../../client.ts';
import { Allowed } from '../../people/allowed.tsx';
import { useTimeOf } from '../../ui/hospital.tsx';
import { RefusedNotice } from '../../ui/notices.tsx';
import { StateMark } from '../../ui/state-mark.tsx';
import { useSpans } from '../../ui/time.ts';
import { ACT_KEYS, actsOf, type BedAct, PROCEDURE_OF } from '../acts/bed-act.ts';
import type { Floor, FloorBed } from '../board/floor.ts';
import { minutesLeft } from '../board/minutes-left.ts';
import { isPossible, type Verdict } from '../carry/verdict.ts';
import { VerdictWords } from '../carry/verdict-words.tsx';
import { BedHistory } from './bed-history.tsx';
import { Occupant } from './occupant.tsx';
import './card.css';

interface Props {
  floor: Floor;
  bed: FloorBed;
  view: BedView | undefined;
  now: number;
  anyoneWaits: boolean;
  isPast: boolean;
  /** With somebody in hand: whether they may have the bed, and the way to put them there. */
  carrying: { verdict: Verdict; name: string; onPlace(): void } | null;
  onAct(act: BedAct): void;
  onBed(index: number): void;
  onClose(): void;
}

/** While somebody walks on with the arrow keys, the ward is only asked about the bed where they stop. */
const PAUSE_MS = 130;

function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** One bed: its state and what it comes from, who is in it, what can be done, who was there before. */
export function BedCard(props: Props) {
  const { floor, bed, view, now, anyoneWaits, isPast, carrying, onAct, onBed, onClose } = props;
  const { t } = useTranslation();
  const settled = useSettled(bed.id, PAUSE_MS);
  const card = useWard('beds.card', { bedId: settled });
  const zone = floor.zones[bed.zone];
  const acts = view ? actsOf(view, anyoneWaits).filter((act) => !isPast || act === 'patient') : [];
  return (
    <aside className="desk-beds-panel" aria-label={t('beds.card.label', { bed: bed.code })}>
      <header className="desk-beds-panel-head">
        <h2 className="desk-beds-code">{bed.code}</h2>
        {view && <StateMark state={view.state}>{t(`beds.states.${view.state}`)}</StateMark>}
        <span className="desk-spread" />
        <Button type="text" icon={<CloseOutlined />} aria-label={t('ui.close')} onClick={onClose} />
      </header>
      <div className="desk-beds-panel-body">
        <p className="desk-quiet">
          {zone?.name}
          {bed.attributes.length > 0 &&
            ` · ${bed.attributes.map((one) => t(`vocabulary.bedAttributes.${one}`)).join(t('ui.listComma'))}`}
        </p>
        {view && <Standing view={view} now={now} />}
        {view?.occupant && <Occupant occupant={view.occupant} now={now} floor={floor} onBed={onBed} />}
        {carrying ? (
          <div className="desk-beds-placing">
            <VerdictWords verdict={carrying.verdict} />
            {isPossible(carrying.verdict) && (
              <Button type="primary" block onClick={carrying.onPlace}>
                {t('beds.card.placeHere', { name: carrying.name })} <kbd>Enter</kbd>
              </Button>
            )}
          </div>
        ) : (
          <div className="desk-beds-acts">
            {isPast && <p className="desk-beds-warn">{t('layers.past.noActs')}</p>}
            {acts.map((act, index) => (
              <Allowed key={act} to={PROCEDURE_OF[act]}>
                <Button type={index === 0 ? 'primary' : 'default'} onClick={() => onAct(act)}>
                  {t(`beds.acts.${act}`)} <kbd>{ACT_KEYS[act]}</kbd>
                </Button>
              </Allowed>
            ))}
          </div>
        )}
        <RefusedNotice refused={card.refused} />
        {card.data && settled === bed.id && <BedHistory history={card.data.history} now={now} />}
      </div>
    </aside>
  );
}

/** Where the state comes from: how long the disinfection still takes, for whom it is held, why it is closed. */
function Standing({ view, now }: { view: BedView; now: number }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { ago } = useSpans();
  const { disinfection, reservation, closure } = view;
  const lines: ReactNode[] = [];
  if (disinfection && view.state !== 'occupied') {
    const minutes = minutesLeft(disinfection.readyAt, now);
    lines.push(
      <p key="d" className="desk-beds-big">
        {minutes > 0 ? t('beds.minutesLeft', { minutes }) : t('beds.readyNow')}
        <span className="desk-quiet">
          {' '}
          {t('beds.card.readyAt', {
            at: timeOf(disinfection.readyAt).slice(11),
            ago: ago(now - millisOf(disinfection.since)),
          })}
        </span>
      </p>,
    );
  }
  if (reservation && view.state !== 'occupied') {
    lines.push(
      <p key="r" className="desk-beds-big">
        {t('beds.card.heldFor')}{' '}
        <bdi>
          {[reservation.name, reservation.note].filter((word) => word).join(' · ') || t('ui.notKnown')}
        </bdi>
        <span className="desk-quiet"> {ago(now - millisOf(reservation.since))}</span>
      </p>,
    );
  }
  if (closure) {
    lines.push(
      <p key="c" className={view.occupant ? 'desk-beds-warn' : 'desk-beds-big'}>
        {t(`beds.card.closedBy.${closure.scope}`)} · {t(`vocabulary.closureReasons.${closure.reason}`)}
        {closure.note !== '' && ` · ${closure.note}`}
        <span className="desk-quiet"> {t('beds.card.since', { at: timeOf(closure.since) })}</span>
      </p>,
    );
  }
  return <>{lines}</>;
}
