import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { StayId } from '#shared/contract/values.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import type { Reads, Tx } from '../ipc/context.ts';
import { keyIdOf } from './certificate-payload.ts';
import { certificateNumber, runningPart } from './certificate-rules.ts';

const columns = ['id', 'stay_id', 'number', 'issued_at', 'payload', 'signature', 'recorded_by'] as const;

/** The certificate of each stay that has one; replaced ones are not among them. */
export async function readCertificates(db: Reads, stayIds: readonly StayId[]) {
  const rows = [];
  for (const some of inChunks(stayIds, 1000)) {
    rows.push(
      ...(await db
        .selectFrom('certificate')
        .select(columns)
        .where('stay_id', 'in', some)
        .where('superseded_by', 'is', null)
        .execute()),
    );
  }
  return new Map(rows.map((row) => [row.stay_id, row]));
}
export type CertificateRow =
  Awaited<ReturnType<typeof readCertificates>> extends Map<StayId, infer Row> ? Row : never;

/** A certificate by its number, replaced or not; the latest row of it. */
export const findCertificate = (db: Reads, number: string) =>
  db
    .selectFrom('certificate')
    .select([...columns, 'superseded_by'])
    .where('number', '=', number)
    .orderBy('id', 'desc')
    .executeTakeFirst();

/** Gives out the numbers of one year, one after the other; replaced certificates keep theirs. */
export async function numbersOf(tx: Tx, year: string): Promise<() => string> {
  const row = await tx
    .selectFrom('certificate')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('number', '>', certificateNumber(year, 0))
    .where('number', '<', `FC${year}-~`)
    .executeTakeFirst();
  let running = runningPart(row?.last ?? null);
  return () => {
    running += 1;
    return certificateNumber(year, running);
  };
}

/** Whether a leaving of this stay was recorded after an act and taken back since. */
export async function wasLeavingTakenBack(db: Reads, stayId: StayId): Promise<boolean> {
  const row = await db
    .selectFrom('stay_period')
    .select('id')
    .where('stay_id', '=', stayId)
    .where('to_at', 'is not', null)
    .where('superseded_by', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

export const readPublicKeys = (db: Reads) =>
  db.selectFrom('signing_key').select(['id', 'public_key']).orderBy('made_by').execute();

export interface SigningKey {
  id: string;
  privateKey: KeyObject;
}

/** The key of this ward, made with its first certificate. It lies in the ward's file as it is (docs/papers.md). */
export async function signingKeyOf(tx: Tx, act: Act): Promise<SigningKey> {
  const kept = await tx
    .selectFrom('signing_key')
    .select(['id', 'private_key'])
    .orderBy('made_by', 'desc')
    .executeTakeFirst();
  if (kept) return { id: kept.id, privateKey: createPrivateKey(kept.private_key) };
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const id = keyIdOf(createPublicKey(publicKey));
  await tx
    .insertInto('signing_key')
    .values({ id, public_key: publicKey, private_key: privateKey, made_by: act.seq })
    .execute();
  return { id, privateKey: createPrivateKey(privateKey) };
}

export const insertCertificate = (
  tx: Tx,
  row: { stayId: StayId; number: string; body: string; signature: string; keyId: string },
  act: Act,
) =>
  tx
    .insertInto('certificate')
    .values({
      stay_id: row.stayId,
      number: row.number,
      issued_at: act.recordedAt,
      payload: row.body,
      signature: row.signature,
      key_id: row.keyId,
      recorded_by: act.seq,
    })
    .execute();
