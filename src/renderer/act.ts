import type { TFunction } from 'i18next';
import { useCallback, useRef, useState } from 'react';
import type { Progress } from '#shared/contract/bridge.ts';
import type { CommandName, InputOf, OutputOf } from '#shared/contract/index.ts';
import { isUnanswered, type Reply } from '#shared/contract/refusal.ts';
import type { ActId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { type Refused, start } from './client.ts';
import { activity } from './desk/activity.ts';
import { createGestures } from './desk/gestures.ts';
import { lastAct, lastNote, lastRefusal } from './desk/last-act.ts';
import { operatorForAct, type Signer } from './desk/operator.ts';
import { isSignInRequired } from './people/session.ts';

export type ActInput<N extends CommandName> = Omit<InputOf<N>, 'act'>;

export interface ActOptions<N extends CommandName> {
  /** When it happened, where that is not now (see ui/late-entry.tsx). */
  happenedAt?: Instant | undefined;
  reason?: string | undefined;
  /** Somebody else than whoever is at the desk: a second signature (people/colleague.ts). */
  by?: Signer | undefined;
  /** The sentence of the status line; without it, the one of the ward's history. */
  says?: ((t: TFunction, value: OutputOf<N>) => string) | undefined;
  /** The page shows refusals itself, at the field; the status bar keeps quiet. */
  quiet?: boolean | undefined;
  /** How far a long command has come. */
  onProgress?: ((progress: Progress) => void) | undefined;
  /** Handed the way to call a long command off; refused `cancelled` then, with nothing changed. */
  onStart?: ((cancel: () => void) => void) | undefined;
}

const gesture = createGestures<Reply>(isUnanswered);

/**
 * Does something to the ward: asks who acts if nobody is picked, adds the header, and tells the status bar
 * how it went. The same content twice in one gesture (double click, Enter-Enter) is one act.
 */
export async function perform<N extends CommandName>(
  name: N,
  input: ActInput<N>,
  options: ActOptions<N> = {},
): Promise<Reply<OutputOf<N>>> {
  const picked = options.by ?? (await operatorForAct());
  if (!picked) {
    const code = isSignInRequired() ? 'sign-in-needed' : 'unknown-operator';
    return refuse({ ok: false, kind: 'refused', refusal: { code, params: {} } }, options);
  }
  const { happenedAt, reason } = options;
  const header = {
    operatorId: picked.id,
    ...(happenedAt ? { happenedAt } : {}),
    ...(reason ? { reason } : {}),
  };
  const send = async (key: string): Promise<Reply> => {
    activity.set({ ...activity.get(), writing: activity.get().writing + 1 });
    // Every command's input is its own fields and `act`; TypeScript cannot see that through a type variable.
    const going = start(name, { ...input, act: { ...header, key } } as InputOf<N>, options.onProgress);
    options.onStart?.(going.cancel);
    const answer: Reply = await going.answer;
    activity.set({ ...activity.get(), writing: activity.get().writing - 1 });
    return answer;
  };
  const content = JSON.stringify([name, input, header]);
  const answer = (await gesture(content, send)) as Reply<OutputOf<N>>;
  if (!answer.ok) return refuse(answer, options);
  if (name === 'acts.undo') gesture.forgetBefore(content);
  report(name, answer.value, options.says);
  return answer;
}

function refuse<N extends CommandName>(answer: Refused, options: ActOptions<N>): Refused {
  if (!options.quiet) lastRefusal.set(answer);
  return answer;
}

function report<N extends CommandName>(name: N, value: OutputOf<N>, says: ActOptions<N>['says']): void {
  lastRefusal.set(null);
  lastNote.set(null);
  const actId = actIdOf(value);
  if (actId === null || lastAct.get()?.actId === actId) return;
  lastAct.set({ actId, name, says: says && ((t) => says(t, value)), at: Date.now() });
}

function actIdOf(value: object): ActId | null {
  // Every command answers its act; null where nothing needed doing (a roster that is known already).
  return 'actId' in value ? (value.actId as ActId | null) : null;
}

export interface Act<N extends CommandName> {
  run(input: ActInput<N>, options?: ActOptions<N>): Promise<Reply<OutputOf<N>>>;
  /** An answer is on its way. */
  busy: boolean;
  /** How far it has come, where it runs in a worker. */
  progress: Progress | null;
  /** Calls it off, where it runs in a worker: it is then refused as `cancelled`, with nothing changed. */
  cancel(): void;
  /** Why the last attempt was refused, until the next one or until `clear`. */
  refused: Refused | null;
  clear(): void;
}

export function useAct<N extends CommandName>(name: N): Act<N> {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const callOff = useRef<(() => void) | null>(null);
  const run = useCallback<Act<N>['run']>(
    async (input, options) => {
      setBusy(true);
      setRefused(null);
      const onStart = (cancel: () => void) => {
        callOff.current = cancel;
      };
      const answer = await perform(name, input, { onProgress: setProgress, onStart, ...options });
      callOff.current = null;
      setBusy(false);
      setProgress(null);
      if (!answer.ok) setRefused(answer);
      return answer;
    },
    [name],
  );
  const cancel = useCallback(() => callOff.current?.(), []);
  return { run, busy, progress, cancel, refused, clear: useCallback(() => setRefused(null), []) };
}
