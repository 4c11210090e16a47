import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BedCounts, BedView } from '#shared/contract/beds.ts';
import { BED_STATES } from '#shared/contract/vocabulary.ts';
import { narrow } from '../route.ts';
import { StateMark } from '../ui/state-mark.tsx';
import type { BedFilter } from './bed-filter.ts';
import { minutesLeft } from './board/minutes-left.ts';
import { LayerLegend } from './layers/layer-legend.tsx';
import type { PlanLayer } from './layers/use-layer.ts';
import type { PlanTime } from './past/use-plan-time.ts';

type Show = 'plan' | 'list';

interface Props {
  counts: BedCounts;
  views: readonly (BedView | undefined)[];
  now: number;
  filter: BedFilter | null;
  isPlan: boolean;
  plan: PlanLayer;
  time: PlanTime;
  onLayers(): void;
  /** The keyboard goes back to the board. */
  onBoard(): void;
  waiting: number;
  waitingOpen: boolean;
  onWaiting(): void;
  onReady(): void;
  onZoom(steps: number): void;
}

/** Legend and filter in one, the way to those who wait, closer and farther. */
export function BedsHead(props: Props) {
  const { counts, views, now, filter, isPlan, plan, time, waiting, waitingOpen, onWaiting, onZoom } = props;
  const { t } = useTranslation();
  const ready = views.reduce((sum, view) => {
    const due = view?.state === 'awaitingDisinfection' ? view.disinfection : null;
    return sum + (due && minutesLeft(due.readyAt, now) === 0 ? 1 : 0);
  }, 0);
  return (
    <div className="desk-beds-head">
      <h1 className="desk-hidden">{t('beds.title')}</h1>
      <Segmented<Show>
        aria-label={t('beds.show.label')}
        value={isPlan ? 'plan' : 'list'}
        options={[
          { value: 'plan', label: t('beds.show.plan') },
          { value: 'list', label: t('beds.show.list') },
        ]}
        onChange={(chosen) => narrow({ view: chosen === 'list' ? 'list' : undefined })}
      />
      {isPlan && (
        <>
          <Button onClick={props.onLayers} title={t('layers.key')}>
            {t(`layers.names.${plan.layer}`)} <kbd>L</kbd>
          </Button>
          <Button
            onClick={time.isOpen ? time.close : time.open}
            aria-pressed={time.isOpen}
            title={t('layers.timeKey')}
          >
            {t('layers.time')} <kbd>T</kbd>
          </Button>
        </>
      )}
      {isPlan && plan.layer !== 'state' ? (
        <LayerLegend plan={plan} onBack={props.onBoard} />
      ) : (
        <StateLegend {...{ counts, views, filter }} />
      )}
      {ready > 0 && counts.available > 0 && !time.past && (
        <Tooltip title={`${t('beds.signOff.hint')} (Shift+F)`}>
          <Button onClick={props.onReady}>{t('beds.signOff.ready', { count: ready })}</Button>
        </Tooltip>
      )}
      <span className="desk-spread" />
      <Button
        type={waiting > 0 && !waitingOpen ? 'primary' : 'default'}
        aria-pressed={waitingOpen}
        onClick={onWaiting}
      >
        {t('frame.census.waiting')} {waiting} <kbd>W</kbd>
      </Button>
      {isPlan && (
        <div className="desk-beds-zoom">
          <Button icon={<MinusOutlined />} aria-label={t('beds.keys.farther')} onClick={() => onZoom(-1)} />
          <Button onClick={() => onZoom(0)} title={t('beds.keys.fit')}>
            {t('beds.fit')}
          </Button>
          <Button icon={<PlusOutlined />} aria-label={t('beds.keys.closer')} onClick={() => onZoom(1)} />
        </div>
      )}
    </div>
  );
}

/** The states with how many beds have each; pressed, the others are pale. */
function StateLegend({ counts, views, filter }: Pick<Props, 'counts' | 'views' | 'filter'>) {
  const { t } = useTranslation();
  const alerts = views.reduce((sum, view) => sum + (view?.occupant?.alert ? 1 : 0), 0);
  const press = (chosen: BedFilter) =>
    narrow(
      filter === chosen
        ? { state: undefined, alert: undefined }
        : chosen === 'alert'
          ? { state: undefined, alert: '1', view: undefined }
          : { state: chosen, alert: undefined },
    );
  return (
    <fieldset className="desk-beds-legend" aria-label={t('beds.legend')}>
      {BED_STATES.map((state) => (
        <button
          key={state}
          type="button"
          className="desk-beds-filter"
          aria-pressed={filter === state}
          onClick={() => press(state)}
        >
          <StateMark state={state}>{t(`beds.states.${state}`)}</StateMark>
          <strong>{counts[state]}</strong>
        </button>
      ))}
      <button
        type="button"
        className="desk-beds-filter"
        aria-pressed={filter === 'alert'}
        onClick={() => press('alert')}
      >
        <span className="desk-beds-corner" aria-hidden>
          !
        </span>
        {t('beds.states.alert')} <strong>{alerts}</strong>
      </button>
    </fieldset>
  );
}
