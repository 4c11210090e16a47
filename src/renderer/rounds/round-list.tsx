import { CheckOutlined, ClockCircleOutlined, ForwardOutlined } from '@ant-design/icons';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { RoundRow } from '#shared/contract/rounds.ts';
import type { StayId } from '#shared/contract/values.ts';
import { type Instant, millisOf } from '#shared/rules/instant.ts';
import { isOverdue } from '#shared/rules/round-interval.ts';
import { useHospital } from '../ui/hospital.tsx';
import { AlertMark } from '../ui/state-mark.tsx';
import { spanText, timeOf, useNow } from '../ui/time.ts';
import { ScoreMark } from './score-mark.tsx';

interface Props {
  rows: readonly RoundRow[];
  protocol: Protocol;
  at: StayId | null;
  recorded: readonly StayId[];
  skipped: readonly StayId[];
  onOpen(row: RoundRow): void;
}

/** The beds in walking order, with who is due and the last score. */
export function RoundList({ rows, protocol, at, recorded, skipped, onOpen }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-stay="${at ?? ''}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <nav className="desk-round-list" aria-label={t('rounds.list')}>
      <ul ref={list} onKeyDown={walk}>
        {rows.map((row) => (
          <li key={row.stayId} data-stay={row.stayId}>
            <button
              type="button"
              aria-current={row.stayId === at ? 'true' : undefined}
              tabIndex={row.stayId === at ? 0 : -1}
              onClick={() => onOpen(row)}
            >
              <strong className="desk-round-bed">{row.bed || '–'}</strong>
              <span className="desk-round-name">
                <bdi>{row.name}</bdi>
                {row.keyReasons.length > 0 && <span className="desk-flag">{t('rounds.key')}</span>}
              </span>
              <span className="desk-round-score">
                {row.worst !== 'none' && <AlertMark label={t(`rounds.units.${row.worst}`)} />}
                <ScoreMark score={row.last?.score ?? null} />
              </span>
              <Due
                row={row}
                protocol={protocol}
                now={now}
                mark={
                  recorded.includes(row.stayId) ? 'recorded' : skipped.includes(row.stayId) ? 'skipped' : null
                }
              />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface DueProps {
  row: RoundRow;
  protocol: Protocol;
  now: Instant;
  mark: 'recorded' | 'skipped' | null;
}

function Due({ row, protocol, now, mark }: DueProps) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const sign =
    mark === 'recorded' ? (
      <CheckOutlined aria-hidden />
    ) : mark === 'skipped' ? (
      <ForwardOutlined aria-hidden />
    ) : null;
  const { dueAt } = row;
  if (isOverdue(dueAt, now, protocol)) {
    return (
      <span className="desk-round-due" data-overdue>
        {sign} <ClockCircleOutlined aria-hidden />{' '}
        {t('rounds.state.overdue', { span: spanText(millisOf(now) - millisOf(dueAt), t) })}
      </span>
    );
  }
  return (
    <span className="desk-round-due">
      {sign}{' '}
      {dueAt <= now
        ? t('rounds.state.due')
        : t('rounds.state.next', { at: timeOf(dueAt, timeZone).slice(11) })}
    </span>
  );
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = all[all.indexOf(document.activeElement as HTMLElement) + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}
