import type { BedId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads } from '../ipc/context.ts';
import { requireStay, type StayNow } from '../stays/stay-repository.ts';

interface Asked {
  readonly stayId: StayId;
  readonly expectedVersion?: number | undefined;
}

const AT_ONCE = 500;

/**
 * The stays as they are now, in the order asked for: what {@link requireStay} answers for one, in three queries for
 * five hundred. Refuses in the same words.
 */
export async function requireStays(db: Reads, asked: readonly Asked[]): Promise<StayNow[]> {
  const found = new Map<StayId, StayNow>();
  for (const some of inChunks(asked, AT_ONCE)) {
    const ids = some.map(({ stayId }) => stayId);
    for (const stay of await readStaysNow(db, ids)) found.set(stay.stayId, stay);
  }
  const stays = [];
  for (const { stayId, expectedVersion } of asked) {
    const stay = found.get(stayId);
    const fits = stay && (expectedVersion === undefined || stay.version === expectedVersion);
    // Whatever is wrong is said by the one place that knows how to say it.
    stays.push(fits ? stay : await requireStay(db, stayId, expectedVersion));
  }
  return stays;
}

async function readStaysNow(db: Reads, ids: StayId[]): Promise<StayNow[]> {
  const stays = await db
    .selectFrom('stay')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .select(['stay.id', 'stay.person_id', 'stay.number', 'stay.version', 'person.name'])
    .where('stay.id', 'in', ids)
    .execute();
  const periods = await db
    .selectFrom('stay_period')
    .selectAll()
    .where('stay_id', 'in', ids)
    .where('superseded_by', 'is', null)
    .execute();
  const assignments = await db
    .selectFrom('bed_assignment as a')
    .innerJoin('bed', 'bed.id', 'a.bed_id')
    .selectAll('a')
    .select('bed.code')
    .where('a.stay_id', 'in', ids)
    .where('a.superseded_by', 'is', null)
    .orderBy('a.from_at', 'desc')
    .execute();
  const periodOf = new Map(periods.map((period) => [period.stay_id, period]));
  const bedsOf = Map.groupBy(assignments, ({ stay_id }) => stay_id);
  return stays.flatMap((stay): StayNow[] => {
    const period = periodOf.get(stay.id);
    const beds = bedsOf.get(stay.id) ?? [];
    if (!period) return [];
    return [
      {
        stayId: stay.id,
        personId: stay.person_id,
        number: stay.number,
        version: stay.version,
        name: stay.name,
        period,
        assignment: beds.find(({ to_at }) => to_at === null) ?? null,
        lastBedUntil: beds.find(({ to_at }) => to_at !== null)?.to_at ?? null,
      },
    ];
  });
}

/** For each stay the members of the same family who are present, itself among them. */
export async function readFamilies(
  db: Reads,
  stayIds: readonly StayId[],
): Promise<Map<StayId, { stayId: StayId; name: string }[]>> {
  const families = new Map<StayId, { stayId: StayId; name: string }[]>();
  for (const some of inChunks(stayIds, AT_ONCE)) {
    const rows = await db
      .selectFrom('stay as mine')
      .innerJoin('stay as theirs', 'theirs.family_id', 'mine.family_id')
      .innerJoin('person', 'person.id', 'theirs.person_id')
      .innerJoin('stay_period as p', 'p.stay_id', 'theirs.id')
      .select(['mine.id as mine', 'theirs.id as stayId', 'person.name'])
      .where('mine.id', 'in', some)
      .where('p.superseded_by', 'is', null)
      .where('p.to_at', 'is', null)
      .execute();
    for (const { mine, ...member } of rows) families.set(mine, [...(families.get(mine) ?? []), member]);
  }
  return families;
}

/** The last thing known to have been done at the bedside of somebody. */
export interface LastFact {
  readonly what: 'sample' | 'observation';
  readonly at: Instant;
}

/** The last sample or observation of each of these stays; those without one are not in the map. */
export async function readLastFacts(db: Reads, stayIds: readonly StayId[]): Promise<Map<StayId, LastFact>> {
  const last = new Map<StayId, LastFact>();
  const keep = (what: LastFact['what'], rows: { stay_id: StayId; at: Instant | null }[]) => {
    for (const { stay_id, at } of rows)
      if (at !== null && at > (last.get(stay_id)?.at ?? '')) last.set(stay_id, { what, at });
  };
  for (const some of inChunks(stayIds, AT_ONCE)) {
    const samples = db.selectFrom('nat_sample').select('stay_id');
    const observations = db.selectFrom('observation').select('stay_id');
    keep(
      'sample',
      await samples
        .select(({ fn }) => fn.max('sampled_at').as('at'))
        .where('stay_id', 'in', some)
        .where('superseded_by', 'is', null)
        .groupBy('stay_id')
        .execute(),
    );
    keep(
      'observation',
      await observations
        .select(({ fn }) => fn.max('taken_at').as('at'))
        .where('stay_id', 'in', some)
        .where('superseded_by', 'is', null)
        .groupBy('stay_id')
        .execute(),
    );
  }
  return last;
}

/** Beds that are held for these people and are not needed any more once they have left. */
export async function readHeldBeds(db: Reads, stayIds: readonly StayId[]): Promise<BedId[]> {
  const beds: BedId[] = [];
  for (const some of inChunks(stayIds, AT_ONCE)) {
    const rows = await db
      .selectFrom('reservation')
      .select('bed_id')
      .where('stay_id', 'in', some)
      .where('superseded_by', 'is', null)
      .where('to_at', 'is', null)
      .execute();
    beds.push(...rows.map(({ bed_id }) => bed_id));
  }
  return beds;
}
