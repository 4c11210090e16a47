import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterView } from '#shared/contract/rosters.ts';
import { go } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { EmptyState } from '../ui/notices.tsx';
import { withoutBed } from './roster-steps.ts';

/** Fourth step: beds for exactly those of this roster who have none yet. */
export function BedsStep({ view }: { view: RosterView }) {
  const { t } = useTranslation();
  const { rosterId } = view.summary;
  const waiting = withoutBed(view.rows);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const propose = () => go('beds', null, { propose: rosterId });
  const goOn = () => (waiting.length > 0 ? propose() : go('roster', rosterId, { step: 'done' }));
  useKeys(t('roster.title'), [{ keys: 'Ctrl+Enter', does: t('roster.beds.propose'), run: goOn }]);
  if (waiting.length === 0) {
    return (
      <EmptyState title={t('roster.beds.all')}>
        <Button ref={button} type="primary" size="large" onClick={goOn}>
          {t('roster.done.go')} <kbd>Ctrl+Enter</kbd>
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('roster.beds.title', { people: t('ui.people', { count: waiting.length }) })}
      hint={t('roster.beds.hint')}
    >
      <Button ref={button} type="primary" size="large" onClick={propose}>
        {t('roster.beds.propose')} <kbd>Ctrl+Enter</kbd>
      </Button>
      <Button size="large" onClick={() => go('roster', rosterId, { step: 'done' })}>
        {t('roster.beds.later')}
      </Button>
    </EmptyState>
  );
}
