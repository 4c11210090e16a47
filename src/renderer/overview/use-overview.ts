import { useWard } from '../client.ts';
import { useEveryMinute } from '../ui/time.ts';

/** The overview, true at any moment: after every change, and by the clock where only time passes (midnight, shifts). */
export function useOverview() {
  const shown = useWard('overview.show', {});
  const forecast = useWard('overview.forecast', {}, { seldom: true });
  const alerts = useWard('alerts.count', {}, { seldom: true });
  useEveryMinute(() => {
    for (const ask of [shown.refetch, forecast.refetch, alerts.refetch]) ask();
  });
  const { emergency = 0, urgent = 0, notice = 0 } = alerts.data ?? {};
  return { shown, forecast, alerts: alerts.data ? emergency + urgent + notice : undefined };
}
