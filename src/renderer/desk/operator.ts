import type { OperatorId } from '#shared/contract/values.ts';
import { LONGEST_DUTY_MINUTES } from '#shared/rules/people-limits.ts';
import { isSignInRequired } from '../people/session.ts';
import { held, kept } from './kept.ts';

export interface Picked {
  id: OperatorId;
  name: string;
  /** Milliseconds; nobody is on duty for longer than LONGEST_DUTY_MINUTES. */
  at: number;
}

const LONGEST_DUTY_MS = LONGEST_DUTY_MINUTES * 60_000;

const isStored = (stored: unknown): stored is Omit<Picked, 'name'> =>
  typeof stored === 'object' &&
  stored !== null &&
  'id' in stored &&
  'at' in stored &&
  typeof stored.at === 'number';

/**
 * Who acts at this desk. Kept over a restart, and asked again when a shift must be over. With sign-in it is who is signed
 * in. Only the number is kept, for a name in Chromium's files could be read beside an encrypted ward: the ward tells the
 * name again (frame/operator-picker.tsx, people/gate.tsx).
 */
export const operator = kept<Picked | null>(
  'desk:operator',
  null,
  (stored) =>
    isStored(stored) && Date.now() - stored.at < LONGEST_DUTY_MS
      ? { id: stored.id, at: stored.at, name: '' }
      : null,
  (picked) => picked && { id: picked.id, at: picked.at },
);

/** Whose name stands under an act. */
export type Signer = Pick<Picked, 'id' | 'name'>;

type Answer = (picked: Picked | null) => void;

/** Open while somebody is being asked; the answer goes to every act that waits for it. */
export const asking = held<readonly Answer[] | null>(null);

export function askOperator(): Promise<Picked | null> {
  return new Promise((resolve) => asking.set([...(asking.get() ?? []), resolve]));
}

export function answerOperator(picked: Picked | null): void {
  const waiting = asking.get() ?? [];
  asking.set(null);
  if (picked) operator.set(picked);
  for (const answer of waiting) answer(picked ?? operator.get());
}

/**
 * The operator for an act: who is signed in; where nobody signs in, who is picked or whoever answers now. Null when
 * nobody does.
 */
export const operatorForAct = async (): Promise<Picked | null> =>
  operator.get() ?? (isSignInRequired() ? null : await askOperator());
