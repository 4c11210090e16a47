import type { Symptom } from '#shared/contract/clinical-vocabulary.ts';
import type { HomeCheck } from '#shared/contract/home.ts';
import type { StayId } from '#shared/contract/values.ts';
import { type Instant, type LocalDate, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import { selectStays } from '../stays/stay-view.ts';
import { MONITORED_WAYS } from './home-days-rules.ts';

/** Everybody who left to be watched at home in [from, to), by district, street and name. */
export const findReleased = (db: Reads, from: Instant, to: Instant) =>
  selectStays(db)
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('stay as later')
            .innerJoin('stay_period as q', 'q.stay_id', 'later.id')
            .select('later.id')
            .whereRef('later.person_id', '=', 'stay.person_id')
            .where('q.superseded_by', 'is', null)
            .whereRef('q.from_at', '>=', 'p.to_at'),
        )
        .as('back'),
    )
    .where('p.to_at', '>=', from)
    .where('p.to_at', '<', to)
    .where('p.way', 'in', [...MONITORED_WAYS])
    .orderBy('stay.district')
    .orderBy('stay.street')
    .orderBy('person.name')
    .orderBy('stay.number')
    .execute();

const selectChecks = (db: Reads) =>
  db
    .selectFrom('home_check as c')
    .innerJoin('act', 'act.seq', 'c.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .selectAll('c')
    .select(['operator.name as who', 'act.recorded_at'])
    .where('c.superseded_by', 'is', null)
    .orderBy('c.day');

type CheckRow = Awaited<ReturnType<ReturnType<typeof selectChecks>['execute']>>[number];

export const checkView = (row: CheckRow): HomeCheck => ({
  day: row.day,
  reached: row.reached === 1,
  temperature: row.temperature,
  symptoms: row.symptoms === '' ? [] : (row.symptoms.split(',') as Symptom[]),
  nat: row.nat,
  note: row.note,
  who: row.who,
  recordedAt: row.recorded_at,
});

/** Checks of these stays, by stay, oldest first. */
export async function findChecks(db: Reads, stayIds: readonly StayId[]): Promise<Map<StayId, CheckRow[]>> {
  const byStay = new Map<StayId, CheckRow[]>();
  for (const some of inChunks(stayIds, 5000))
    for (const row of await selectChecks(db).where('c.stay_id', 'in', some).execute())
      byStay.set(row.stay_id, [...(byStay.get(row.stay_id) ?? []), row]);
  return byStay;
}

export const findCheck = (db: Reads, stayId: StayId, day: LocalDate) =>
  db
    .selectFrom('home_check')
    .selectAll()
    .where('stay_id', '=', stayId)
    .where('day', '=', day)
    .where('superseded_by', 'is', null)
    .executeTakeFirst();

/** Positive checks of days since `from`, the first of each stay. */
export async function findPositives(db: Reads, from: LocalDate) {
  const rows = await selectChecks(db).where('c.nat', '=', 'positive').where('c.day', '>=', from).execute();
  const first = new Map<StayId, CheckRow>();
  for (const row of rows) if (!first.has(row.stay_id)) first.set(row.stay_id, row);
  return [...first.values()];
}

/** The first day with a positive: of a test at home, or of a sample whose result came after the patient had left. */
export function firstPositive(
  checks: readonly { nat: string; day: LocalDate }[],
  late: { sampledAt: Instant } | undefined,
  zone: TimeZone,
): LocalDate | null {
  const atHome = checks.find(({ nat }) => nat === 'positive')?.day ?? null;
  const sampled = late ? localDateOf(late.sampledAt, zone) : null;
  if (atHome === null || sampled === null) return atHome ?? sampled;
  return atHome < sampled ? atHome : sampled;
}
