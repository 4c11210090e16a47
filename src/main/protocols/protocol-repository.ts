import { v7 as uuid } from 'uuid';
import { type Protocol, protocol } from '#shared/contract/protocol.ts';
import { type ProtocolVersionId, protocolVersionId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { holds } from '../db/as-of.ts';
import { supersede } from '../db/facts.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { defaultProtocol, shippedProtocols } from './shipped-protocols.ts';

const read = (body: string): Protocol => protocol.parse(JSON.parse(body));

/** The protocol by which people are judged at `at`: the one chosen for that time, else the ninth edition. */
export async function protocolInForce(db: Reads, at: Instant): Promise<Protocol> {
  const row = await db
    .selectFrom('protocol_choice as c')
    .innerJoin('protocol_version as v', 'v.id', 'c.protocol_version_id')
    .select('v.body')
    .where(holds('c', at))
    .executeTakeFirst();
  return row ? read(row.body) : defaultProtocol();
}

/** Every protocol that can be chosen: those in the ward's file and those shipped, by key, latest version first. */
export async function readProtocols(db: Reads): Promise<{ protocol: Protocol; shipped: boolean }[]> {
  const rows = await db.selectFrom('protocol_version').select(['key', 'version', 'body']).execute();
  const shipped = shippedProtocols();
  const own = rows.map(({ body }) => read(body)).map((one) => ({ protocol: one, shipped: isShipped(one) }));
  const kept = new Set(rows.map(nameOf));
  const all = [
    ...own,
    ...shipped.filter((one) => !kept.has(nameOf(one))).map((one) => ({ protocol: one, shipped: true })),
  ];
  const order = (key: string) => {
    const index = shipped.findIndex((one) => one.key === key);
    return index === -1 ? shipped.length : index;
  };
  return all.sort(
    ({ protocol: a }, { protocol: b }) =>
      order(a.key) - order(b.key) || (a.key < b.key ? -1 : a.key > b.key ? 1 : b.version - a.version),
  );
}

const nameOf = ({ key, version }: { key: string; version: number }): string => `${key} ${version}`;

const isShipped = (one: Protocol): boolean =>
  shippedProtocols().some((other) => JSON.stringify(other) === JSON.stringify(one));

export async function findProtocol(db: Reads, key: string, version: number): Promise<Protocol | undefined> {
  const all = await readProtocols(db);
  return all.find(({ protocol: one }) => one.key === key && one.version === version)?.protocol;
}

export async function requireProtocol(db: Reads, key: string, version: number): Promise<Protocol> {
  const found = await findProtocol(db, key, version);
  refuseUnless(found !== undefined, 'no-such-protocol', () => ({ key, version: String(version) }));
  return found;
}

/** This version holds from that moment on, and nothing else was chosen for later. */
export async function isInForceFrom(db: Reads, given: Protocol, from: Instant): Promise<boolean> {
  const later = await db
    .selectFrom('protocol_choice')
    .select('id')
    .where('superseded_by', 'is', null)
    .where('from_at', '>', from)
    .executeTakeFirst();
  const { key, version } = await protocolInForce(db, from);
  return later === undefined && key === given.key && version === given.version;
}

/** The number after every version of this key, whether shipped or written here. */
export async function nextVersion(db: Reads, key: string): Promise<number> {
  const all = await readProtocols(db);
  return 1 + Math.max(0, ...all.filter((one) => one.protocol.key === key).map((one) => one.protocol.version));
}

/**
 * The id of this version in the ward's file, written if it is not there yet. A shipped file that a later program
 * changed without a new number gets the next number: what somebody was judged by is never replaced.
 */
export async function keepProtocol(tx: Tx, given: Protocol, act: Act): Promise<ProtocolVersionId> {
  const body = JSON.stringify(given);
  const row = await tx
    .selectFrom('protocol_version')
    .select(['id', 'body'])
    .where('key', '=', given.key)
    .where('version', '=', given.version)
    .executeTakeFirst();
  if (row && JSON.stringify(read(row.body)) === body) return row.id;
  if (row) return keepProtocol(tx, { ...given, version: await nextVersion(tx, given.key) }, act);
  const id = protocolVersionId.parse(uuid());
  await tx
    .insertInto('protocol_version')
    .values({ id, key: given.key, version: given.version, body, written_by: act.seq })
    .execute();
  return id;
}

/** Every choice that was not taken back, latest first. */
export const readChoices = (db: Reads) =>
  db
    .selectFrom('protocol_choice as c')
    .innerJoin('protocol_version as v', 'v.id', 'c.protocol_version_id')
    .innerJoin('act', 'act.seq', 'c.recorded_by')
    .innerJoin('operator', 'operator.id', 'act.operator_id')
    .select(['v.key', 'v.version', 'c.from_at', 'c.to_at', 'act.reason', 'operator.name as who'])
    .where('c.superseded_by', 'is', null)
    .orderBy('c.from_at', 'desc')
    .execute();

/** From `from` on this version holds; what was chosen for later no longer does. */
export async function putInForce(tx: Tx, id: ProtocolVersionId, from: Instant, act: Act): Promise<void> {
  const later = await tx
    .selectFrom('protocol_choice')
    .selectAll()
    .where('superseded_by', 'is', null)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', from)]))
    .execute();
  for (const choice of later) {
    await supersede(tx, 'protocol_choice', choice.id, act.seq);
    if (choice.from_at >= from) continue;
    const { protocol_version_id, from_at } = choice;
    await tx
      .insertInto('protocol_choice')
      .values({ protocol_version_id, from_at, to_at: from, recorded_by: act.seq })
      .execute();
  }
  await tx
    .insertInto('protocol_choice')
    .values({ protocol_version_id: id, from_at: from, to_at: null, recorded_by: act.seq })
    .execute();
}
