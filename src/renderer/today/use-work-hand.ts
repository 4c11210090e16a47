import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CareOutcome, TEAMS, type Team } from '#shared/contract/clinical-vocabulary.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { narrow } from '../route.ts';
import type { WardGridHandle } from '../ui/grid.tsx';
import { useKeys } from '../ui/keys.ts';
import type { LateReading } from '../ui/late-entry-rules.ts';
import type { Answered } from './answer-dialog.tsx';
import { mayAnswer, nextAfter, type Shown, sameTask, type TurnRow } from './turn-rows.ts';
import { useTicking } from './use-ticking.ts';

const KEYS = { done: 'Space', refused: 'R', 'not-needed': 'N', absent: 'X' } as const;

type Grid = RefObject<WardGridHandle<TurnRow> | null>;

/** The hand that ticks: answers the row where the keyboard stands, and goes on to the next. */
export function useWorkHand(
  today: OutputOf<'care.today'> | undefined,
  grid: Grid,
  readWhen: () => LateReading,
) {
  const ticking = useTicking(today);
  const [asked, setAsked] = useState<TurnRow | null>(null);
  const [all, setAll] = useState<readonly TurnRow[] | null>(null);
  const answer = async (some: readonly TurnRow[], given: Answered) => {
    const when = readWhen();
    const [first] = some;
    if (!when.ok || !first) return;
    const shown = grid.current?.shown() ?? [];
    const next = nextAfter(
      shown.filter((row) => row === first || !some.includes(row)),
      first.key,
    );
    setAsked(null);
    setAll(null);
    grid.current?.focus((next ?? first).key);
    await ticking.tick(some, given, when.happenedAt);
  };
  const current = () => {
    const row = grid.current?.current();
    return row && mayAnswer(row) ? row : null;
  };
  return {
    ...{ answer, asked, setAsked, all, setAll, ticking },
    answerCurrent: (outcome: CareOutcome) => {
      const row = current();
      if (!row) return;
      // After a talk somebody chooses when the next one is due.
      if (outcome === 'done' && row.kind === 'talk' && row.answer === null) setAsked(row);
      else void answer([row], { outcome, note: '', againInHours: null });
    },
    askAnswer: () => setAsked(current()),
    askAll: () => {
      const row = grid.current?.current();
      const some = row ? sameTask(grid.current?.shown() ?? [], row) : [];
      if (some.length > 0) setAll(some);
    },
  };
}

interface Given {
  hand: ReturnType<typeof useWorkHand>;
  unitField: string;
  shown: Shown;
  onTeam(team: Team): void;
  onOrder(): void;
}

export function useWorkKeys({ hand, unitField, shown, onTeam, onOrder }: Given): void {
  const { t } = useTranslation();
  useKeys(t('today.title'), [
    ...(Object.keys(KEYS) as CareOutcome[]).map((outcome) => ({
      keys: KEYS[outcome],
      does: outcome === 'done' ? t('today.keys.done') : t(`today.outcome.${outcome}`),
      run: () => hand.answerCurrent(outcome),
    })),
    { keys: 'E', does: t('today.keys.answer'), run: hand.askAnswer },
    { keys: 'A', does: t('today.tick.all'), run: hand.askAll },
    { keys: 'U', does: t('today.keys.unit'), run: () => document.getElementById(unitField)?.focus() },
    { keys: 'O', does: t('today.keys.order'), run: onOrder },
    {
      keys: 'V',
      does: t('today.keys.show'),
      run: () => narrow({ show: shown === 'all' ? undefined : 'all' }),
    },
    ...TEAMS.map((one, i) => ({
      keys: String(i + 1),
      does: t('today.keys.team', { team: t(`vocabulary.teams.${one}`) }),
      run: () => onTeam(one),
    })),
  ]);
}
