import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterView } from '#shared/contract/rosters.ts';
import { go, hrefOf } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { countRows, withoutBed } from './roster-steps.ts';

/** Last step: what happened, what is left, what comes next. */
export function DoneStep({ view }: { view: RosterView }) {
  const { t } = useTranslation();
  const { rosterId } = view.summary;
  const counts = countRows(view.rows);
  const waiting = withoutBed(view.rows).length;
  const left = counts.refused + counts.ready + counts.warning;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  const another = () => go('roster');
  useKeys(t('roster.title'), [{ keys: 'Ctrl+Enter', does: t('roster.done.another'), run: another }]);
  const rows = hrefOf('roster', rosterId, { step: 'rows' });
  return (
    <div className="desk-page-body">
      <dl className="desk-roster-done">
        <Figure count={counts.admitted} words={t('roster.done.admitted')} />
        <Figure count={counts.admitted - waiting} words={t('roster.done.inBed')} />
        <Figure count={waiting} words={t('roster.done.waiting')}>
          {waiting > 0 && <a href={hrefOf('roster', rosterId, { step: 'beds' })}>{t('roster.beds.go')}</a>}
        </Figure>
        <Figure count={left} words={t('roster.done.left')}>
          {left > 0 && <a href={rows}>{t('roster.done.correct')}</a>}
        </Figure>
        <Figure count={counts.duplicate} words={t('roster.done.duplicates')}>
          {counts.duplicate > 0 && <a href={rows}>{t('roster.done.look')}</a>}
        </Figure>
        <Figure count={counts.dropped} words={t('roster.done.dropped')} />
      </dl>
      <div className="desk-empty-acts desk-roster-next">
        <Button ref={next} type="primary" size="large" onClick={another}>
          {t('roster.done.another')} <kbd>Ctrl+Enter</kbd>
        </Button>
        <Button size="large" href={hrefOf('patients', null, { scope: 'present' })}>
          {t('roster.done.patients')}
        </Button>
        <Button size="large" href={hrefOf('beds')}>
          {t('roster.done.beds')}
        </Button>
      </div>
    </div>
  );
}

function Figure({ count, words, children }: { count: number; words: string; children?: ReactNode }) {
  return (
    <div data-some={count > 0}>
      <dd>{count}</dd>
      <dt>{words}</dt>
      {children}
    </div>
  );
}
