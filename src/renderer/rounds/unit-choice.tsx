import { ClockCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { useWard } from '../client.ts';
import { go } from '../route.ts';
import { takeKeyboard } from '../ui/keyboard.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { AlertMark } from '../ui/state-mark.tsx';
import { lastUnit } from './last-unit.ts';

type Unit = OutputOf<'rounds.units'>['units'][number];

const addressOf = (unit: Unit): string => unit.careUnitId ?? 'waiting';

/** Every care unit with what is to be done there. Arrows walk as they stand on the screen. */
export function UnitChoice() {
  const { t } = useTranslation();
  const { data, refused } = useWard('rounds.units', {});
  const list = useRef<HTMLFieldSetElement>(null);
  const ready = data !== undefined;
  useEffect(() => {
    if (!ready) return;
    const last = list.current?.querySelector<HTMLElement>(`[data-unit="${lastUnit.get() ?? ''}"]`);
    takeKeyboard(last ?? list.current?.querySelector<HTMLElement>('button'));
  }, [ready]);
  if (data?.units.length === 0) {
    return (
      <EmptyState title={t('rounds.units.empty')} hint={t('rounds.units.emptyHint')}>
        <Button type="primary" onClick={() => go('admit')}>
          {t('rounds.units.admit')} <kbd>F2</kbd>
        </Button>
      </EmptyState>
    );
  }
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('rounds.units.title')}</h1>
        <span className="desk-quiet">{t('rounds.units.hint')}</span>
      </div>
      <RefusedNotice refused={refused} />
      {!data && !refused && <p className="desk-loading">{t('ui.loading')}</p>}
      <div className="desk-page-body">
        <fieldset className="desk-units" ref={list} onKeyDown={walk} aria-label={t('rounds.units.title')}>
          {data?.units.map((unit) => (
            <UnitButton key={addressOf(unit)} unit={unit} />
          ))}
        </fieldset>
      </div>
    </div>
  );
}

function UnitButton({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="desk-unit"
      data-unit={addressOf(unit)}
      data-worst={unit.worst}
      onClick={() => go('rounds', addressOf(unit))}
    >
      <strong>{unit.code || t('rounds.units.waiting')}</strong>
      <span className="desk-quiet">{t('rounds.units.patients', { count: unit.patients })}</span>
      <span>
        {unit.overdue > 0 ? (
          <span className="desk-flag">
            <ClockCircleOutlined aria-hidden /> {t('rounds.units.overdue', { count: unit.overdue })}
          </span>
        ) : unit.due > 0 ? (
          t('rounds.units.due', { count: unit.due })
        ) : (
          <span className="desk-quiet">{t('rounds.units.none')}</span>
        )}
      </span>
      {unit.worst !== 'none' && (
        <span className="desk-unit-worst">
          <AlertMark label={t(`rounds.units.${unit.worst}`)} /> {t(`rounds.units.${unit.worst}`)}
        </span>
      )}
    </button>
  );
}

/** Arrows go to the nearest button in that direction. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const here = all.indexOf(document.activeElement as HTMLElement);
  const from = all[here];
  if (!from || event.ctrlKey || event.altKey) return;
  const box = from.getBoundingClientRect();
  const rows = (sign: 1 | -1) =>
    all
      .map((one) => ({ one, at: one.getBoundingClientRect() }))
      .filter(({ at }) => Math.sign(at.top - box.top) === sign)
      .sort(
        (a, b) =>
          Math.abs(a.at.top - box.top) - Math.abs(b.at.top - box.top) ||
          Math.abs(a.at.left - box.left) - Math.abs(b.at.left - box.left),
      )[0]?.one;
  const next =
    event.key === 'ArrowRight'
      ? all[here + 1]
      : event.key === 'ArrowLeft'
        ? all[here - 1]
        : event.key === 'ArrowDown'
          ? rows(1)
          : event.key === 'ArrowUp'
            ? rows(-1)
            : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
