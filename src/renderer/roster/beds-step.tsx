import { Button } from 'antd';
import { lazy, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterView } from '#shared/contract/rosters.ts';
import { type StayId, stayId } from '#shared/contract/values.ts';
import { go } from '../route.ts';
import { takeKeyboard } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { EmptyState } from '../ui/notices.tsx';
import { withoutBed } from './roster-steps.ts';

const ProposalPanel = lazy(async () => ({
  default: (await import('../beds/proposal/proposal-panel.tsx')).ProposalPanel,
}));

/** The same list as long as the same people are meant, however often the roster is read. */
function useStays(view: RosterView): readonly StayId[] {
  const joined = withoutBed(view.rows)
    .flatMap((row) => row.stayId ?? [])
    .join(' ');
  return useMemo(() => (joined === '' ? [] : joined.split(' ').map((id) => stayId.parse(id))), [joined]);
}

/** Fourth step: beds for exactly those of this roster who have none yet. */
export function BedsStep({ view }: { view: RosterView }) {
  const waiting = useStays(view);
  const done = () => go('roster', view.summary.rosterId, { step: 'done' });
  if (waiting.length === 0) return <AllPlaced onGo={done} />;
  return <ProposalPanel stayIds={waiting} onDone={done} onLeave={done} />;
}

function AllPlaced({ onGo }: { onGo(): void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => takeKeyboard(button.current), []);
  useKeys(t('roster.title'), [{ keys: 'Ctrl+Enter', does: t('roster.done.go'), run: onGo }]);
  return (
    <EmptyState title={t('roster.beds.all')}>
      <Button ref={button} type="primary" size="large" onClick={onGo}>
        {t('roster.done.go')} <kbd>Ctrl+Enter</kbd>
      </Button>
    </EmptyState>
  );
}
