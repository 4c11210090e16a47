import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import type { DeskBridge, Progress } from '#shared/contract/bridge.ts';
import type { InputOf, OutputOf, ProcedureName, QueryName } from '#shared/contract/index.ts';
import { NO_ANSWER, type RefusalView, type Reply } from '#shared/contract/refusal.ts';
import { activity } from './desk/activity.ts';
import { knownRefusal, session } from './people/session.ts';

declare global {
  interface Window {
    desk?: DeskBridge;
  }
}

export type Refused = Exclude<Reply, { ok: true }>;

/** Only for TanStack Query, which tells failures by throwing. Everybody else looks at the answer. */
export class RefusedError extends Error {
  readonly answer: Refused;
  constructor(answer: Refused) {
    super(answer.kind === 'refused' ? answer.refusal.code : answer.id);
    this.answer = answer;
  }
}

export interface Call<T> {
  answer: Promise<Reply<T>>;
  cancel(): void;
}

const listeners = new Map<string, (progress: Progress) => void>();

export const tellProgress = (callId: string, progress: Progress): void => listeners.get(callId)?.(progress);

/** A call with progress and a way to cancel it. */
export function start<N extends ProcedureName>(
  name: N,
  input: InputOf<N>,
  onProgress?: (progress: Progress) => void,
): Call<OutputOf<N>> {
  const callId = crypto.randomUUID();
  if (onProgress) listeners.set(callId, onProgress);
  const answer = send(callId, name, input).finally(() => listeners.delete(callId));
  // The router has parsed the value with the output schema of this very name.
  return { answer: answer as Promise<Reply<OutputOf<N>>>, cancel: () => void cancel(callId) };
}

/** Asks the ward. Never throws: an answer, a refusal or a defect. */
export const call = <N extends ProcedureName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> =>
  start(name, input).answer;

async function send(callId: string, name: string, input: unknown): Promise<Reply> {
  try {
    if (!window.desk) throw new Error('not in the program');
    const reply = await window.desk.call({ callId, name, input });
    activity.set({ ...activity.get(), lost: false });
    // Locked or signed out meanwhile, by the minutes or by the program: the door is shown at once.
    if (asksForSignIn(reply)) void queryClient.invalidateQueries({ queryKey: ['people.status'] });
    return reply;
  } catch (error) {
    console.warn('no answer to', name, error);
    activity.set({ ...activity.get(), lost: true });
    return { ok: false, kind: 'defect', id: NO_ANSWER };
  }
}

/** Refused only because nobody is signed in at this moment: nothing is wrong with what was asked. */
const asksForSignIn = (reply: Reply): boolean =>
  !reply.ok &&
  reply.kind === 'refused' &&
  (reply.refusal.code === 'sign-in-needed' || reply.refusal.code === 'secret-must-change');

async function cancel(callId: string): Promise<void> {
  await window.desk?.call({ cancel: callId }).catch(() => undefined);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // There is no network here: the answer comes from the same machine, and changes are announced.
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      retry: (failures, error) =>
        failures < 3 &&
        error instanceof RefusedError &&
        error.answer.kind === 'refused' &&
        ['ward-busy', 'ward-changing'].includes(error.answer.refusal.code),
      retryDelay: 300,
    },
  },
});

/** Every page asks by here, and none for what is not theirs to know: see `knownRefusal`. */
export async function fetchNow<N extends QueryName>(
  name: N,
  input: InputOf<N>,
  signal?: AbortSignal,
): Promise<OutputOf<N>> {
  const refusal = knownRefusal(name, session.get());
  if (refusal) throw new RefusedError({ ok: false, kind: 'refused', refusal });
  const { answer: coming, cancel } = start(name, input);
  signal?.addEventListener('abort', cancel);
  const answer = await coming;
  if (!answer.ok) throw new RefusedError(answer);
  return answer.value;
}

interface WardOptions {
  enabled?: boolean;
  /** Shows the answer to the former input until the new one is there. Never for one person's record. */
  keep?: boolean;
  /** Costs the whole ward, and may be a few seconds behind: asked again seldom (`desk/freshness.ts`). */
  seldom?: boolean;
  /** One of many that are looked through, such as the hours of a day: forgotten soon, cancelled when passed over. */
  brief?: boolean;
}

/** How long an answer that was asked for `brief`ly is kept once nobody looks at it. */
const BRIEF_MS = 20_000;

/** Asks ahead for what is likely to be looked at next. */
export const prefetch = <N extends QueryName>(name: N, input: InputOf<N>): void =>
  void queryClient.prefetchQuery({
    queryKey: [name, input],
    queryFn: () => fetchNow(name, input),
    gcTime: BRIEF_MS,
  });

/**
 * What the ward says, kept true: asked again whenever somebody's act touches what it reads, and shown as it
 * was until the new answer is there.
 */
export function useWard<N extends QueryName>(name: N, input: InputOf<N>, options: WardOptions = {}) {
  const { data, error, isPending, isFetching, isPlaceholderData, refetch } = useQuery({
    queryKey: [name, input],
    queryFn: ({ signal }) => fetchNow(name, input, options.brief ? signal : undefined),
    enabled: options.enabled ?? true,
    ...(options.seldom ? { meta: { seldom: true } } : {}),
    ...(options.brief ? { gcTime: BRIEF_MS } : {}),
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
  });
  const refused = error instanceof RefusedError ? error.answer : null;
  // What is shown stays behind the lock as it was, and is asked again once somebody has signed in (people/gate.tsx).
  const waits = refused !== null && asksForSignIn(refused);
  return {
    data,
    refused: waits ? null : refused,
    /** No answer yet, not even an old one. */
    isPending: isPending || (waits && data === undefined),
    isFetching,
    /** The answer shown belongs to the former input. */
    isFormer: isPlaceholderData,
    refetch: () => void refetch(),
  };
}

export const refusalOf = (answer: Refused | null): RefusalView | null =>
  answer?.kind === 'refused' ? answer.refusal : null;
