import { useMemo, useState } from 'react';
import { narrow, useRoute } from '../route.ts';
import { useHospital } from '../ui/hospital.tsx';
import { nowInstant, useNow } from '../ui/time.ts';
import { type Period, periodOfAddress, type Quick, quickPeriod } from './period.ts';

const TICK_MS = 60_000;

/** The period stands in the address; `first` where it names none. A quick one moves on with the day; the last 24 hours stand still. */
export function usePeriod(first: Quick = 'today') {
  const { timeZone } = useHospital();
  const { query } = useRoute();
  const now = useNow(TICK_MS);
  const [pressed, setPressed] = useState(nowInstant);
  const asked = periodOfAddress(query) ?? first;
  const quick = typeof asked === 'string' ? asked : null;
  const { from, to } =
    typeof asked === 'string' ? quickPeriod(asked, asked === 'last24' ? pressed : now, timeZone) : asked;
  const period = useMemo((): Period => ({ from, to }), [from, to]);
  return {
    ...{ quick, period },
    choose: (one: Quick) => {
      setPressed(nowInstant());
      narrow({ period: one, from: undefined, to: undefined });
    },
    chooseOwn: (own: Period) => narrow({ period: undefined, from: own.from, to: own.to }),
  };
}
