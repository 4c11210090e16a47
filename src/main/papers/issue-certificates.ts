import type { CertificateFields } from '#shared/contract/papers.ts';
import type { StayId } from '#shared/contract/values.ts';
import { ageOn } from '#shared/rules/age.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import type { Act } from '../acts/record-act.ts';
import { inChunks } from '../db/chunks.ts';
import { supersede } from '../db/facts.ts';
import type { Context, Reads, Tx } from '../ipc/context.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { readLetterhead } from '../reports/discharge-repository.ts';
import { bodyOf, fieldsOf, signBody } from './certificate-payload.ts';
import {
  type CertificateRow,
  insertCertificate,
  numbersOf,
  readCertificates,
  signingKeyOf,
} from './certificate-repository.ts';
import { type Identity, releaseDay } from './certificate-rules.ts';
import type { PaperCase } from './paper-rules.ts';
import { identityOf } from './subjects.ts';

/**
 * The number of each person's certificate. One that was issued before and still says what the record says is
 * printed again under its number; else a new one is issued and takes the place of the old one, which is void.
 */
export async function issueCertificates(
  tx: Tx,
  cases: readonly PaperCase[],
  act: Act,
  { zone, now, progress }: Context,
): Promise<Map<StayId, string>> {
  const ids = cases.map(({ subject }) => subject.stayId);
  const issued = await readCertificates(tx, ids);
  const protocols = await readBases(tx, ids);
  const inForce = nameOf(await protocolInForce(tx, now));
  const { name: hospital } = await readLetterhead(tx);
  const key = await signingKeyOf(tx, act);
  const issuedOn = localDateOf(act.recordedAt, zone);
  const nextNumber = await numbersOf(tx, issuedOn.slice(0, 4));
  const numbers = new Map<StayId, string>();
  for (const [i, { subject, leftOn, checked, expected }] of cases.entries()) {
    if (i % 50 === 0) progress({ step: 'certificates', done: i, total: cases.length });
    const { stayId, birthDate, way } = subject;
    const to = releaseDay({ stay: { leftOn, way, checked }, signedFor: expected?.day ?? null });
    if (to === null) throw new Error('a certificate that is not due');
    const identity = identityOf(subject, zone);
    const before = issued.get(stayId);
    const protocol = protocols.get(stayId) ?? inForce;
    if (before && saysTheSame(before, identity, { to, protocol })) {
      numbers.set(stayId, before.number);
      continue;
    }
    if (before) await supersede(tx, 'certificate', before.id, act.seq);
    const number = nextNumber();
    const age = birthDate === null ? null : Math.max(0, ageOn(birthDate, to));
    const body = bodyOf({ keyId: key.id, hospital, number, ...identity, age, to, protocol, issuedOn });
    const signature = signBody(body, key.privateKey);
    await insertCertificate(tx, { stayId, number, body, signature, keyId: key.id }, act);
    numbers.set(stayId, number);
  }
  return numbers;
}

function saysTheSame(
  { payload }: CertificateRow,
  now: Identity,
  { to, protocol }: Pick<CertificateFields, 'to' | 'protocol'>,
): boolean {
  const fields = fieldsOf(payload);
  return (
    fields !== null &&
    fields.to === to &&
    fields.protocol === protocol &&
    (Object.keys(now) as (keyof Identity)[]).every((field) => fields[field] === now[field])
  );
}

const nameOf = ({ key, version }: { key: string; version: number }): string => `${key}@${version}`;

/** The version by which each of these people was judged when they left. */
export async function readBases(db: Reads, stayIds: readonly StayId[]): Promise<Map<StayId, string>> {
  const names = new Map<StayId, string>();
  for (const some of inChunks(stayIds, 1000)) {
    const rows = await db
      .selectFrom('discharge_basis as b')
      .innerJoin('protocol_version as v', 'v.id', 'b.protocol_version_id')
      .select(['b.stay_id', 'v.key', 'v.version'])
      .where('b.stay_id', 'in', some)
      .where('b.superseded_by', 'is', null)
      .execute();
    for (const { stay_id, ...version } of rows) names.set(stay_id, nameOf(version));
  }
  return names;
}
