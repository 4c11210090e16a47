import type { CertificateFields, CertificateVerdict, VoidReason } from '#shared/contract/papers.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Context, QueryHandler, Reads } from '../ipc/context.ts';
import { readLetterhead } from '../reports/discharge-repository.ts';
import { checkSignature } from './certificate-payload.ts';
import { findCertificate, readPublicKeys, wasLeavingTakenBack } from './certificate-repository.ts';
import { certificateStanding } from './certificate-rules.ts';
import type { PaperCase } from './paper-rules.ts';
import { readCases } from './read-cases.ts';
import { identityOf } from './subjects.ts';

/** The signature first, then what the record says today of the person that it names. */
export const checkCertificate: QueryHandler<'papers.checkCertificate'> = async (db, { payload }, context) => {
  const keys = await readPublicKeys(db);
  const { verdict, parts } = checkSignature(
    payload,
    keys.map(({ public_key }) => public_key),
  );
  if (verdict !== 'genuine' || !parts)
    return answer(verdict === 'genuine' ? 'unreadable' : verdict, null, null);
  const row = await findCertificate(db, parts.fields.number);
  // Signed by this ward's key and not in its record: the key was used elsewhere, or the record is an older copy.
  if (!row || row.payload !== parts.body) return answer('void', 'replaced', parts.fields);
  const now = await standingOf(db, { ...row, replaced: row.superseded_by !== null }, parts.fields, context);
  return answer(now.standing, now.reason, parts.fields);
};

const answer = (
  verdict: CertificateVerdict,
  reason: VoidReason | null,
  fields: CertificateFields | null,
) => ({
  verdict,
  reason,
  fields,
});

interface Issued {
  stay_id: StayId;
  replaced: boolean;
}

/** Whether a certificate that was issued here is still true. */
export async function standingOf(
  db: Reads,
  { stay_id, replaced }: Issued,
  fields: CertificateFields,
  context: Pick<Context, 'now' | 'zone'>,
  known?: PaperCase,
) {
  const one = known ?? (await readCases(db, [stay_id], context)).get(stay_id);
  const state = one
    ? {
        stay: { leftOn: one.leftOn, way: one.subject.way, checked: one.checked },
        signedFor: one.expected && !one.expected.off ? one.expected.day : null,
      }
    : { stay: null, signedFor: null };
  const leavingTakenBack = await wasLeavingTakenBack(db, stay_id);
  const identity = one ? identityOf(one.subject, context.zone) : null;
  return certificateStanding({ fields, replaced, leavingTakenBack }, state, identity);
}

export const showPublicKeys: QueryHandler<'papers.publicKey'> = async (db) => {
  const { name } = await readLetterhead(db);
  const keys = await readPublicKeys(db);
  return { hospital: name, keys: keys.map(({ id, public_key }) => ({ keyId: id, publicKey: public_key })) };
};
