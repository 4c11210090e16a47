import { useEffect, useState } from 'react';
import type { CareOutcome } from '#shared/contract/clinical-vocabulary.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { perform } from '../act.ts';
import type { Answered } from './answer-dialog.tsx';
import { keyOf, type TurnRow } from './turn-rows.ts';

/**
 * Answers turns, and remembers which were answered on this visit. An answer shows at once; the ward’s own list,
 * asked again after the act, then takes its place.
 */
export function useTicking(today: OutputOf<'care.today'> | undefined) {
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [saving, setSaving] = useState<ReadonlyMap<string, CareOutcome>>(new Map());
  const [busy, setBusy] = useState(0);
  useEffect(() => {
    // What the ward says counts from here on, whether it took the answer or not.
    if (today) setSaving((was) => (was.size === 0 ? was : new Map()));
  }, [today]);

  const tick = async (
    rows: readonly TurnRow[],
    { outcome, note, againInHours }: Answered,
    happenedAt: Instant | undefined,
  ): Promise<boolean> => {
    const [first] = rows;
    if (!first) return false;
    const keys = rows.map(keyOf);
    setVisited((was) => new Set([...was, ...keys]));
    setSaving((was) => new Map([...was, ...keys.map((key) => [key, outcome] as const)]));
    setBusy((n) => n + 1);
    const answer = await perform(
      'care.tick',
      {
        turns: rows.map(({ orderId, stayId, dueAt }) => ({ orderId, stayId, dueAt })),
        ...{ outcome, note, againInHours },
      },
      {
        happenedAt,
        says: (t) =>
          rows.length === 1
            ? t('today.ticked', {
                what: first.what,
                name: first.name,
                outcome: t(`today.outcome.${outcome}`),
              })
            : t('today.tickedMany', {
                what: first.what,
                count: rows.length,
                outcome: t(`today.outcome.${outcome}`),
              }),
      },
    );
    setBusy((n) => n - 1);
    if (!answer.ok) setSaving((was) => new Map([...was].filter(([key]) => !keys.includes(key))));
    return answer.ok;
  };
  return { tick, visited, saving, busy: busy > 0 };
}
