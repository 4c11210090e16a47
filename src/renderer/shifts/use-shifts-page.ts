import { useMemo } from 'react';
import type { CareUnitId, ZoneId } from '#shared/contract/values.ts';
import { type LocalDate, parseLocalDate } from '#shared/rules/instant.ts';
import { addDays } from '#shared/rules/shift-rules.ts';
import { useWard } from '../client.ts';
import { narrow, useRoute } from '../route.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useEveryMinute } from '../ui/time.ts';
import { todayIn } from './shift-times.ts';

/** Today and tomorrow. */
const DAYS = 2;

/** Everything that the page of shifts shows, and the days it shows it for. */
export function useShiftsPage() {
  const { timeZone } = useHospital();
  const { query } = useRoute();
  const today = todayIn(timeZone) as LocalDate;
  const from = parseLocalDate(query.get('day') ?? '') ?? today;
  const plan = useWard('beds.plan', {});
  const board = useWard('shifts.board', { from, days: DAYS }, { keep: true });
  const teams = useWard('shifts.teams', {});
  const onNow = useWard('shifts.onNow', {});
  const load = useWard('shifts.load', {});
  // The next shift begins without an act that would tell of it.
  useEveryMinute(() => {
    for (const ask of [board.refetch, onNow.refetch, load.refetch]) ask();
  });
  const codes = useMemo(() => {
    const zones = new Map(plan.data?.zones.map(({ id, code, name }) => [id, { code, name }]));
    const units = new Map(plan.data?.careUnits.map(({ id, code }) => [id, code]));
    return {
      zone: (id: ZoneId) => zones.get(id)?.code ?? '',
      unit: (id: CareUnitId) => units.get(id) ?? '',
    };
  }, [plan.data]);
  const show = (day: LocalDate) => narrow({ day: day === today ? undefined : day });
  return {
    ...{ from, today, plan, board, teams, onNow, load, codes },
    until: addDays(from, DAYS - 1),
    earlier: () => show(addDays(from, -1)),
    later: () => show(addDays(from, 1)),
    backToToday: () => show(today),
    refused: plan.refused ?? board.refused ?? teams.refused ?? onNow.refused ?? load.refused,
  };
}
export type ShiftsPage = ReturnType<typeof useShiftsPage>;
