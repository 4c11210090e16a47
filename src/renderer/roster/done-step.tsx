import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterView } from '#shared/contract/rosters.ts';
import { language } from '../i18n/index.ts';
import { go, hrefOf } from '../route.ts';
import { takeKeyboard } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { countRows, withoutBed } from './roster-steps.ts';
import { issueText } from './row-columns.tsx';
import { inOrderOfGravity, whoIs } from './row-order.ts';

const SHOWN = 8;

/** Last step: what happened, what is left, what comes next. */
export function DoneStep({ view }: { view: RosterView }) {
  const { t } = useTranslation();
  const { rosterId } = view.summary;
  const counts = countRows(view.rows);
  const waiting = withoutBed(view.rows).length;
  const left = counts.refused + counts.ready + counts.warning;
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => takeKeyboard(next.current), []);
  // Beds come first while somebody of this roster stands without one.
  const [verb, goOn] =
    waiting > 0
      ? ([t('roster.beds.go'), () => go('roster', rosterId, { step: 'beds' })] as const)
      : ([t('roster.done.another'), () => go('roster')] as const);
  useKeys(t('roster.title'), [{ keys: 'Ctrl+Enter', does: verb, run: goOn }]);
  const rows = hrefOf('roster', rosterId, { step: 'rows' });
  return (
    <div className="desk-page-body">
      <dl className="desk-roster-done">
        <Figure count={counts.admitted} words={t('roster.done.admitted')} />
        <Figure count={counts.admitted - waiting} words={t('roster.done.inBed')} />
        <Figure count={waiting} words={t('roster.done.waiting')} />
        <Figure count={left} words={t('roster.done.left')} />
        <Figure count={counts.duplicate} words={t('roster.done.duplicates')}>
          {counts.duplicate > 0 && <a href={rows}>{t('roster.done.look')}</a>}
        </Figure>
        <Figure count={counts.dropped} words={t('roster.done.dropped')} />
      </dl>
      <Left view={view} href={rows} />
      <div className="desk-empty-acts desk-roster-next">
        <Button ref={next} type="primary" size="large" onClick={goOn}>
          {verb} <kbd>Ctrl+Enter</kbd>
        </Button>
        {waiting > 0 && (
          <Button size="large" href={hrefOf('roster')}>
            {t('roster.done.another')}
          </Button>
        )}
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

/** Who is still on the correction list, and why. */
function Left({ view, href }: { view: RosterView; href: string }) {
  const { t } = useTranslation();
  const refused = view.rows.filter(({ status }) => status === 'refused');
  if (refused.length === 0) return null;
  return (
    <section aria-label={t('roster.done.toCorrect')}>
      <h2>{t('roster.done.toCorrect')}</h2>
      <ul className="desk-roster-left">
        {refused.slice(0, SHOWN).map((row) => (
          <li key={row.row}>
            <span className="desk-quiet">{t('roster.rows.rowOf', { row: row.row })}</span>
            <bdi>{whoIs(row, view)}</bdi>
            <span>
              {inOrderOfGravity(row.issues)
                .slice(0, 1)
                .map((issue) => issueText(issue, language()))}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {refused.length > SHOWN && t('ui.consequences.more', { count: refused.length - SHOWN })}{' '}
        <Button href={href}>{t('roster.done.correct')}</Button>{' '}
        <span className="desk-quiet">{t('roster.done.keeps')}</span>
      </p>
    </section>
  );
}
