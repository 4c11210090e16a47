import { sql } from 'kysely';
import { protocol } from '#shared/contract/protocol.ts';
import type { ProtocolName } from '#shared/contract/release-list.ts';
import type { ProtocolVersionId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { classificationOf } from '../db/as-of.ts';
import type { Reads } from '../ipc/context.ts';

/** Everybody who left in [from, to), as the facts are known today, in no order and without a limit. */
export const selectDischarges = (db: Reads, from: Instant, to: Instant) =>
  db
    .selectFrom('stay_period as p')
    .innerJoin('stay', 'stay.id', 'p.stay_id')
    .innerJoin('person', 'person.id', 'stay.person_id')
    .leftJoin('bed_assignment as a', (join) => join.on('a.id', '=', lastAssignment))
    .leftJoin('bed', 'bed.id', 'a.bed_id')
    .where('p.superseded_by', 'is', null)
    .where('p.to_at', '>=', from)
    .where('p.to_at', '<', to)
    .select([
      'stay.id',
      'stay.number',
      'stay.district',
      'stay.street',
      'stay.address',
      'person.name',
      'person.sex',
      'person.birth_date',
      'person.document_type',
      'person.document_number',
      'person.phone',
      'p.from_at as arrived_at',
      'p.destination',
      'p.companion',
      'p.note',
      'bed.code as bed_code',
    ])
    .select(({ ref }) => [ref('p.to_at').$notNull().as('left_at'), ref('p.way').$notNull().as('way')])
    .select(classificationOf('stay.id', null).as('classification'))
    .leftJoin('discharge_basis as basis', (join) =>
      join.onRef('basis.stay_id', '=', 'stay.id').on('basis.superseded_by', 'is', null),
    )
    .leftJoin('protocol_version as judged', 'judged.id', 'basis.protocol_version_id')
    .leftJoin('certificate', (join) =>
      join.onRef('certificate.stay_id', '=', 'stay.id').on('certificate.superseded_by', 'is', null),
    )
    .select(['judged.id as protocol_id', 'certificate.number as certificate'])
    .execute();

/** The last bed that somebody had, even if they left the ward from the waiting list. */
const lastAssignment = sql<number>`(
  select last.id from bed_assignment as last
  where last.stay_id = stay.id and last.superseded_by is null
  order by last.from_at desc limit 1)`;

export type Discharge = Awaited<ReturnType<typeof selectDischarges>>[number];

/** The names of the protocols by which these people were judged. */
export async function readProtocolNames(
  db: Reads,
  rows: readonly Discharge[],
): Promise<Map<ProtocolVersionId, ProtocolName>> {
  const ids = [...new Set(rows.flatMap(({ protocol_id }) => protocol_id ?? []))];
  if (ids.length === 0) return new Map();
  const versions = await db
    .selectFrom('protocol_version')
    .select(['id', 'body'])
    .where('id', 'in', ids)
    .execute();
  return new Map(
    versions.map(({ id, body }) => {
      const { key, version, name } = protocol.parse(JSON.parse(body));
      return [id, { key, version, name: { zh: name.zh, en: name.en } }];
    }),
  );
}

/** Whose ward this is, for the head of a paper. */
export const readLetterhead = (db: Reads) =>
  db.selectFrom('hospital').select(['name', 'demo']).executeTakeFirstOrThrow();
