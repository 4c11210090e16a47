import { useEffect, useRef } from 'react';
import { useWard } from '../client.ts';

const ASK_AGAIN_MS = 60_000;

/** The overview, true at any moment: after every change, and by the clock where only time passes (midnight, shifts). */
export function useOverview() {
  const shown = useWard('overview.show', {});
  const forecast = useWard('overview.forecast', {}, { seldom: true });
  const alerts = useWard('alerts.count', {}, { seldom: true });
  const again = useRef(() => {});
  again.current = () => {
    for (const ask of [shown.refetch, forecast.refetch, alerts.refetch]) ask();
  };
  useEffect(() => {
    const timer = setInterval(() => again.current(), ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  const { emergency = 0, urgent = 0, notice = 0 } = alerts.data ?? {};
  return { shown, forecast, alerts: alerts.data ? emergency + urgent + notice : undefined };
}
