import { useState } from 'react';
import { type Refused, refusalOf } from '../client.ts';
import { NOTHING_TYPED, type Twice } from '../ui/twice-typed.tsx';

const ABOUT_SECRET = ['secret-too-short', 'secret-too-long', 'secret-too-plain', 'secret-same'];

export interface NewSecret {
  value: Twice;
  /** Somebody has tried to go on: from then on the fields say what is missing. */
  tried: boolean;
  busy: boolean;
  /** A refusal that belongs to the field of the new secret. */
  ofSecret: Refused | null;
  refused: Refused | null;
  change(value: Twice): void;
  /** Something else of the form was changed: what was refused is to be tried again. */
  changed(): void;
  go(): Promise<void>;
}

/**
 * What every form that sets a new secret does: typed twice, sent where the rest of the form is `complete`, and what
 * the ward says against it shown where it belongs.
 */
export function useNewSecret(
  complete: boolean,
  send: (secret: string) => Promise<Refused | null>,
): NewSecret {
  const [value, setValue] = useState(NOTHING_TYPED);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Refused | null>(null);
  const isOfSecret = ABOUT_SECRET.includes(refusalOf(answer)?.code ?? '');
  const go = async () => {
    setTried(true);
    if (busy || !complete || value.secret === '' || value.secret !== value.again) return;
    setBusy(true);
    const refused = await send(value.secret);
    setBusy(false);
    setAnswer(refused);
  };
  return {
    ...{ value, tried, busy, go },
    ofSecret: isOfSecret ? answer : null,
    refused: isOfSecret ? null : answer,
    change: (next) => {
      setAnswer(null);
      setValue(next);
    },
    changed: () => setAnswer(null),
  };
}
