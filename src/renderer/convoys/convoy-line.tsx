import { CheckCircleFilled, ClockCircleOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ConvoyView } from '#shared/contract/convoys.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useNow, useSpans } from '../ui/time.ts';

interface Props {
  convoy: ConvoyView;
  isChosen: boolean;
  canChoose: boolean;
  busy: boolean;
  onChoose(): void;
  onArrive(): void;
  onCancel(): void;
}

/** One bus: plate, from where, how many of how many, when; and what can be done about it now. */
export function ConvoyLine(props: Props) {
  const { t } = useTranslation();
  const { convoy, isChosen, canChoose } = props;
  const { plate, origin, people, admitted, note, arrivedAt } = convoy;
  const words = (
    <>
      <strong className="desk-convoy-plate">{plate}</strong>
      {arrivedAt !== null && (
        <span className="desk-convoy-people">
          {people > 0 ? t('convoys.admittedOf', { admitted, people }) : t('convoys.admitted', { admitted })}
        </span>
      )}
      <span className="desk-convoy-facts">
        {[origin, arrivedAt === null && people > 0 && t('ui.people', { count: people })]
          .filter(Boolean)
          .join(' · ')}{' '}
        <When convoy={convoy} />
      </span>
      {note && <span className="desk-quiet desk-convoy-note">{note}</span>}
    </>
  );
  return (
    <li className="desk-convoy" data-chosen={isChosen} data-arrived={arrivedAt !== null}>
      {canChoose ? (
        <button
          type="button"
          className="desk-convoy-words"
          aria-pressed={isChosen}
          title={t(isChosen ? 'convoys.letGo' : 'convoys.choose')}
          onClick={props.onChoose}
        >
          {words}
        </button>
      ) : (
        <div className="desk-convoy-words">{words}</div>
      )}
      {arrivedAt === null && (
        <span className="desk-convoy-acts">
          <Button size="small" disabled={props.busy} onClick={props.onArrive}>
            {t('convoys.arrive')}
          </Button>
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('convoys.cancelOf', { plate })}
            title={t('convoys.cancelOf', { plate })}
            onClick={props.onCancel}
          />
        </span>
      )}
    </li>
  );
}

function When({ convoy: { arrivedAt, expectedAt } }: { convoy: ConvoyView }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { span, ago } = useSpans();
  const now = millisOf(useNow());
  if (arrivedAt !== null) {
    return (
      <span className="desk-convoy-when" title={timeOf(arrivedAt)}>
        <CheckCircleFilled aria-hidden /> {t('convoys.arrived', { ago: ago(now - millisOf(arrivedAt)) })}
      </span>
    );
  }
  const late = now - millisOf(expectedAt);
  const clock = timeOf(expectedAt).slice(11);
  return (
    <span className="desk-convoy-when" data-late={late > 0} title={timeOf(expectedAt)}>
      <ClockCircleOutlined aria-hidden />{' '}
      {late > 0
        ? t('convoys.overdue', { at: clock, span: span(late) })
        : t('convoys.expected', { at: clock, span: span(-late) })}
    </span>
  );
}
