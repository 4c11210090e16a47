import { type HandoverBody, handoverBody } from '#shared/contract/handover-body.ts';
import type { HandoverHead } from '#shared/contract/handovers.ts';
import type { HandoverId, OperatorId, ZoneId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';

/** The last word on every handover: an undo writes a row again, and then the later one tells how it is. */
const selectHandovers = (db: Reads) =>
  db
    .selectFrom('handover as h')
    .innerJoin('zone', 'zone.id', 'h.zone_id')
    .innerJoin('operator as giver', 'giver.id', 'h.given_by')
    .leftJoin('act as gone', 'gone.seq', 'h.superseded_by')
    .leftJoin('operator as withdrawer', 'withdrawer.id', 'gone.operator_id')
    .leftJoin('handover_taking as t', (join) =>
      join.onRef('t.handover_id', '=', 'h.handover_id').on((eb) =>
        eb(
          't.id',
          '=',
          eb
            .selectFrom('handover_taking as last')
            .select(({ fn }) => fn.max('last.id').as('id'))
            .whereRef('last.handover_id', '=', 'h.handover_id'),
        ),
      ),
    )
    .leftJoin('operator as taker', 'taker.id', 't.taken_by')
    .select(['h.id', 'h.handover_id', 'h.zone_id', 'zone.code', 'zone.name', 'h.from_at', 'h.to_at'])
    .select(['h.opening', 'h.closing', 'h.hash', 'h.given_by', 'h.given_at', 'giver.name as giver'])
    .select(['h.superseded_by', 'gone.recorded_at as goneAt', 'gone.reason', 'withdrawer.name as goneBy'])
    .select([
      't.id as takingId',
      't.taken_by',
      't.taken_at',
      't.superseded_by as untaken',
      'taker.name as taker',
    ])
    .where((eb) =>
      eb(
        'h.id',
        '=',
        eb
          .selectFrom('handover as last')
          .select(({ fn }) => fn.max('last.id').as('id'))
          .whereRef('last.handover_id', '=', 'h.handover_id'),
      ),
    );

type Row = Awaited<ReturnType<ReturnType<typeof selectHandovers>['execute']>>[number];

/** A taking that was taken back by itself was none; one that went with the withdrawn handover is told. */
const wasTaken = ({ untaken, superseded_by }: Row): boolean => untaken === null || untaken === superseded_by;

export const headOf = (row: Row): HandoverHead => ({
  handoverId: row.handover_id,
  zone: { id: row.zone_id, code: row.code, name: row.name },
  from: row.from_at,
  to: row.to_at,
  giver: row.giver,
  givenAt: row.given_at,
  taker: wasTaken(row) ? row.taker : null,
  takenAt: wasTaken(row) ? row.taken_at : null,
  withdrawn:
    row.superseded_by === null
      ? null
      : { who: row.goneBy ?? '', at: row.goneAt ?? row.given_at, reason: row.reason ?? '' },
  opening: row.opening,
  closing: row.closing,
  hash: row.hash,
});

/** The latest that stands of every zone that ever handed over. */
export async function readLatest(db: Reads): Promise<Map<ZoneId, HandoverHead>> {
  const rows = await selectHandovers(db)
    .where('h.superseded_by', 'is', null)
    .where((eb) =>
      eb(
        'h.to_at',
        '=',
        eb
          .selectFrom('handover as o')
          .select(({ fn }) => fn.max('o.to_at').as('to_at'))
          .whereRef('o.zone_id', '=', 'h.zone_id')
          .where('o.superseded_by', 'is', null),
      ),
    )
    .execute();
  return new Map(rows.map((row) => [row.zone_id, headOf(row)]));
}

export const readHistory = async (
  db: Reads,
  { zoneId, limit }: { zoneId?: ZoneId | undefined; limit: number },
): Promise<HandoverHead[]> =>
  (
    await selectHandovers(db)
      .$if(zoneId !== undefined, (q) => q.where('h.zone_id', '=', zoneId as ZoneId))
      .orderBy('h.to_at', 'desc')
      .orderBy('zone.code')
      .orderBy('h.id', 'desc')
      .limit(limit)
      .execute()
  ).map(headOf);

/** One with everything about its standing; refuses an id that is none. */
export async function requireHandover(db: Reads, handoverId: HandoverId): Promise<Row> {
  const row = await selectHandovers(db).where('h.handover_id', '=', handoverId).executeTakeFirst();
  refuseUnless(row !== undefined, 'no-such-handover');
  return row;
}

/** The one that stands for this zone and the end of this shift. */
export const findStanding = (db: Reads, zoneId: ZoneId, to: Instant): Promise<Row | undefined> =>
  selectHandovers(db)
    .where('h.superseded_by', 'is', null)
    .where('h.zone_id', '=', zoneId)
    .where('h.to_at', '=', to)
    .executeTakeFirst();

export async function readSignedBody(db: Reads, id: number): Promise<HandoverBody> {
  const { body } = await db
    .selectFrom('handover')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return handoverBody.parse(JSON.parse(body));
}

interface Given {
  handoverId: HandoverId;
  body: HandoverBody;
  text: string;
  hash: string;
  by: OperatorId;
  at: Instant;
}

export const insertHandover = (tx: Tx, { handoverId, body, text, hash, by, at }: Given, seq: number) =>
  tx
    .insertInto('handover')
    .values({
      ...{ handover_id: handoverId, zone_id: body.zone.id, from_at: body.from, to_at: body.to },
      ...{ opening: body.opening.length, arrived: body.arrived.length, closing: body.closing.length },
      ...{ moved_in: body.movedIn.length, moved_out: body.movedOut.length, left_zone: body.left.length },
      ...{ body: text, hash, given_by: by, given_at: at, recorded_by: seq },
    })
    .execute();

export const insertTaking = (
  tx: Tx,
  { handoverId, hash, by, at }: Pick<Given, 'handoverId' | 'hash' | 'by' | 'at'>,
  seq: number,
) =>
  tx
    .insertInto('handover_taking')
    .values({ handover_id: handoverId, hash, taken_by: by, taken_at: at, recorded_by: seq })
    .execute();
