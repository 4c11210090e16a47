import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '#shared/contract/bridge.ts';
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/index.ts';
import type { Reply } from '#shared/contract/refusal.ts';
import { type Call, type Refused, start } from './client.ts';

export interface LongCall<N extends ProcedureName> {
  run(input: InputOf<N>): Promise<Reply<OutputOf<N>>>;
  cancel(): void;
  busy: boolean;
  /** When it began, for "how long yet". */
  since: number | null;
  progress: Progress | null;
  value: OutputOf<N> | null;
  refused: Refused | null;
}

interface State<T> {
  since: number | null;
  progress: Progress | null;
  value: T | null;
  refused: Refused | null;
}

/** For procedures that run in a worker: how far it has come, and Cancel. Leaving the page cancels a query. */
export function useLongCall<N extends ProcedureName>(name: N): LongCall<N> {
  const idle: State<OutputOf<N>> = { since: null, progress: null, value: null, refused: null };
  const [state, setState] = useState(idle);
  const running = useRef<Call<OutputOf<N>> | null>(null);

  const run = useCallback(
    async (input: InputOf<N>) => {
      running.current?.cancel();
      const mine = start(name, input, (progress) => {
        if (running.current === mine) setState((was) => ({ ...was, progress }));
      });
      running.current = mine;
      setState((was) => ({ ...was, since: Date.now(), progress: null, refused: null }));
      const answer = await mine.answer;
      if (running.current !== mine) return answer;
      running.current = null;
      setState({
        since: null,
        progress: null,
        value: answer.ok ? answer.value : null,
        refused: answer.ok ? null : answer,
      });
      return answer;
    },
    [name],
  );
  const cancel = useCallback(() => running.current?.cancel(), []);
  useEffect(() => cancel, [cancel]);
  return { ...state, busy: state.since !== null, run, cancel };
}
