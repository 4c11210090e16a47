import { sql } from 'kysely';
import type { CareUnitId, ReliefTeamId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { known } from '../db/as-of.ts';
import { supersede } from '../db/facts.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';

/** What a team can own: whole zones, and care units apart from those. */
const OWNED = {
  zone: { table: 'team_zone', column: 'zone_id', places: 'zone' },
  unit: { table: 'team_unit', column: 'care_unit_id', places: 'care_unit' },
} as const;
interface Places {
  zone: ZoneId;
  unit: CareUnitId;
}
type Kind = keyof Places;

interface Giving {
  from: Instant;
  seq: number;
}

/** Which team owns which place of a kind at a moment. */
export async function readOwned<K extends Kind>(
  db: Reads,
  kind: K,
  at: Instant,
  knownBy: number | null = null,
): Promise<{ placeId: Places[K]; teamId: ReliefTeamId }[]> {
  const { table, column } = OWNED[kind];
  const rows = await db
    .selectFrom(`${table as 'team_zone'} as o`)
    .select([sql.ref<string>(`o.${column}`).as('place_id'), 'o.team_id'])
    .where(known('o', knownBy))
    .where('o.from_at', '<=', at)
    .where((eb) => eb.or([eb('o.to_at', 'is', null), eb('o.to_at', '>', at)]))
    .execute();
  return rows.map(({ place_id, team_id }) => ({ placeId: place_id as Places[K], teamId: team_id }));
}

/** These places of the kind and no others are the team's from a moment on. Refuses a place that there is none of. */
export async function givePlaces<K extends Kind>(
  tx: Tx,
  kind: K,
  teamId: ReliefTeamId,
  { placeIds, ...giving }: Giving & { placeIds: readonly Places[K][] },
): Promise<void> {
  const places = await tx
    .selectFrom(OWNED[kind].places as 'zone')
    .select('id')
    .execute();
  const known = new Set<string>(places.map(({ id }) => id));
  const wanted = new Set<string>(placeIds);
  refuseUnless(
    placeIds.every((id) => known.has(id)),
    'no-such-place',
  );
  for (const placeId of known as Set<Places[K]>) {
    const held = await heldFrom(tx, kind, placeId, giving.from);
    const own = held.some(({ team_id }) => team_id === teamId);
    if (wanted.has(placeId)) await givePlace(tx, kind, { placeId, teamId, ...giving });
    else if (own) await givePlace(tx, kind, { placeId, teamId: null, ...giving });
  }
}

/** From a moment on the place is this team's (null: nobody's), whatever was planned for later. */
export async function givePlace<K extends Kind>(
  tx: Tx,
  kind: K,
  { placeId, teamId, from, seq }: Giving & { placeId: Places[K]; teamId: ReliefTeamId | null },
): Promise<void> {
  const { table } = OWNED[kind];
  for (const { id, from_at, team_id } of await heldFrom(tx, kind, placeId, from)) {
    await supersede(tx, table, id, seq);
    if (from_at < from) await insertOwner(tx, kind, { placeId, team_id, from_at, to_at: from, seq });
  }
  if (teamId !== null)
    await insertOwner(tx, kind, { placeId, team_id: teamId, from_at: from, to_at: null, seq });
}

const heldFrom = (tx: Tx, kind: Kind, placeId: string, from: Instant) =>
  tx
    .selectFrom(OWNED[kind].table as 'team_zone')
    .select(['id', 'from_at', 'team_id'])
    .where(sql.ref(OWNED[kind].column), '=', placeId)
    .where('superseded_by', 'is', null)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', from)]))
    .execute();

interface Owner {
  placeId: string;
  team_id: ReliefTeamId;
  from_at: Instant;
  to_at: Instant | null;
  seq: number;
}

function insertOwner(tx: Tx, kind: Kind, { placeId, seq, ...owner }: Owner) {
  const fact = { ...owner, recorded_by: seq };
  return kind === 'zone'
    ? tx
        .insertInto('team_zone')
        .values({ ...fact, zone_id: placeId as ZoneId })
        .execute()
    : tx
        .insertInto('team_unit')
        .values({ ...fact, care_unit_id: placeId as CareUnitId })
        .execute();
}
