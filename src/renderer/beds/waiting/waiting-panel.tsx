import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { familySizes, inWaitingOrder } from '../../patients/waiting-order.ts';
import { EmptyState } from '../../ui/notices.tsx';
import { AlertMark } from '../../ui/state-mark.tsx';
import { spanText } from '../../ui/time.ts';
import type { PatientDrag } from '../carry/use-patient-drag.tsx';
import '../card/card.css';
import '../people-list.css';
import { takeKeyboard } from '../../ui/keyboard.ts';

interface Props {
  rows: readonly StayRow[];
  now: number;
  carried: StayId | null;
  drag: PatientDrag;
  onPick(stayId: StayId): void;
  onProposeAll(): void;
  onClose(): void;
}

/** Who has no bed yet, longest first, families together. Enter takes one in hand; the mouse drags one over. */
export function WaitingPanel(props: Props) {
  const { rows, now, carried, drag, onPick, onProposeAll, onClose } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState(0);
  const ordered = useMemo(() => inWaitingOrder(rows), [rows]);
  const sizes = useMemo(() => familySizes(rows), [rows]);
  const here = Math.min(at, ordered.length - 1);
  const focusRow = (index: number) => {
    setAt(index);
    list.current?.querySelectorAll('button')[index]?.focus();
  };
  // Opened by a key, or left by whoever was taken in hand: the keyboard goes on in the list.
  useEffect(() => {
    if (carried === null) takeKeyboard(list.current?.querySelectorAll('button')[0]);
  }, [carried]);

  const onKeyDown = (event: KeyboardEvent) => {
    const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: ordered.length - 1 }[event.key];
    if (to === undefined || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    focusRow(Math.min(Math.max(to, 0), ordered.length - 1));
  };
  return (
    <aside className="desk-beds-panel" aria-label={t('beds.waiting.title')}>
      <header className="desk-beds-panel-head">
        <h2>
          {t('beds.waiting.title')}{' '}
          <span className="desk-quiet">{t('ui.people', { count: rows.length })}</span>
        </h2>
        <span className="desk-spread" />
        <Button type="text" icon={<CloseOutlined />} aria-label={t('ui.close')} onClick={onClose} />
      </header>
      {rows.length === 0 ? (
        <EmptyState title={t('beds.waiting.nobody')} hint={t('beds.waiting.nobodyHint')} />
      ) : (
        <>
          <div className="desk-beds-panel-acts">
            <Button type="primary" block onClick={onProposeAll}>
              {t('beds.waiting.proposeAll')} <kbd>A</kbd>
            </Button>
          </div>
          <ul ref={list} className="desk-beds-list" onKeyDown={onKeyDown}>
            {ordered.map((row, index) => {
              const size = row.familyId ? (sizes.get(row.familyId) ?? 1) : 1;
              const startsFamily = size > 1 && ordered[index - 1]?.familyId !== row.familyId;
              const { wasDrag, ...handlers } = drag.onRow(row.stayId, row.name);
              return (
                <li key={row.stayId} data-family={size > 1} data-carried={row.stayId === carried}>
                  {startsFamily && (
                    <span className="desk-beds-family">{t('patients.familyOf', { count: size })}</span>
                  )}
                  <button
                    type="button"
                    className="desk-beds-row"
                    tabIndex={index === here ? 0 : -1}
                    aria-current={row.stayId === carried}
                    {...handlers}
                    onFocus={() => setAt(index)}
                    onClick={() => !wasDrag() && onPick(row.stayId)}
                  >
                    <Who row={row} now={now} />
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </aside>
  );
}

function Who({ row, now }: { row: StayRow; now: number }) {
  const { t } = useTranslation();
  const groups = row.keyGroups.map((group) => t(`vocabulary.keyGroups.${group}`)).join(t('ui.listComma'));
  const age = row.age === null ? '' : t('ui.years', { age: row.age });
  return (
    <>
      <span className="desk-beds-row-name">
        {groups !== '' && <AlertMark label={groups} />}
        <bdi>{row.name}</bdi>
        {row.provisional && <span className="desk-late-mark">{t('fields.provisional')}</span>}
      </span>
      <span className="desk-beds-row-side">{spanText(now - millisOf(row.arrivedAt), t)}</span>
      <span className="desk-beds-row-facts">
        {t(`vocabulary.sexes.${row.sex}`)} {age} · {t(`vocabulary.classifications.${row.classification}`)}
        {groups !== '' && ` · ${groups}`}
      </span>
    </>
  );
}
