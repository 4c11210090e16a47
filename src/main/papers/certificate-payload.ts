import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import type { CertificateFields } from '#shared/contract/papers.ts';
import { localDate } from '#shared/contract/values.ts';
import { DOCUMENT_TYPES, SEXES } from '#shared/contract/vocabulary.ts';

/**
 * What the code on a certificate carries: `FCD1.<fields>.<signature>`, both parts base64url. The fields are a JSON
 * array in the order of `wire`; the signature is Ed25519 over the ASCII text `FCD1.<fields>`, so that whoever has
 * the public key can check a paper without this program (docs/papers.md).
 */
const VERSION = 'FCD1';

/** Age, sex and document by their plain words; short enough for a code of 30 mm. */
const wire = z.tuple([
  z.string().regex(/^[0-9a-f]{16}$/),
  z.string().max(200),
  z.string().max(40),
  z.string().max(200),
  z.enum(SEXES),
  z.int().nullable(),
  z.enum(DOCUMENT_TYPES),
  z.string().max(60).nullable(),
  localDate,
  localDate,
  z.string().max(80),
  localDate,
]);

/** The number by which a public key is known: the first 16 hexadecimal digits of SHA-256 of its DER form. */
export const keyIdOf = (publicKey: KeyObject): string =>
  createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

/** The fields as they are signed and kept. */
export const bodyOf = (fields: CertificateFields): string =>
  Buffer.from(
    JSON.stringify([
      fields.keyId,
      fields.hospital,
      fields.number,
      fields.name,
      fields.sex,
      fields.age,
      fields.documentType,
      fields.documentNumber,
      fields.from,
      fields.to,
      fields.protocol,
      fields.issuedOn,
    ]),
  ).toString('base64url');

export const signBody = (body: string, privateKey: KeyObject): string =>
  sign(null, Buffer.from(`${VERSION}.${body}`), privateKey).toString('base64url');

/** The text of the code. */
export const codeOf = (body: string, signature: string): string => `${VERSION}.${body}.${signature}`;

interface CodeParts {
  body: string;
  signature: string;
  fields: CertificateFields;
}

/** Takes a code apart, whoever signed it; null where it is none of ours. */
export function readCode(code: string): CodeParts | null {
  const [version, body, signature, ...rest] = code.trim().split('.');
  if (version !== VERSION || body === undefined || signature === undefined || rest.length > 0) return null;
  const fields = fieldsOf(body);
  return fields && { body, signature, fields };
}

/** The fields of a body; null where it is none. */
export function fieldsOf(body: string): CertificateFields | null {
  const parsed = wire.safeParse(jsonOf(body));
  if (!parsed.success) return null;
  const [
    keyId,
    hospital,
    number,
    name,
    sex,
    age,
    documentType,
    documentNumber,
    from,
    to,
    protocol,
    issuedOn,
  ] = parsed.data;
  return {
    ...{ keyId, hospital, number, name, sex, age, documentType, documentNumber },
    ...{ from, to, protocol, issuedOn },
  };
}

function jsonOf(body: string): unknown {
  const bytes = Buffer.from(body, 'base64url');
  // Base64 has several spellings for the same bytes; only the one that was signed is taken.
  if (bytes.toString('base64url') !== body) return null;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

export type SignatureVerdict = 'genuine' | 'forged' | 'unknown-key' | 'unreadable';

/**
 * Whose signature it is, by the public keys at hand. A code that names a key that is not among them may be
 * another hospital's: `unknown-key`. One that is broken before its key can be read is `unreadable`.
 */
export function checkSignature(
  code: string,
  publicKeys: readonly string[],
): { verdict: SignatureVerdict; parts: CodeParts | null } {
  const parts = readCode(code);
  if (!parts) return { verdict: 'unreadable', parts: null };
  const key = publicKeys
    .map((pem) => createPublicKey(pem))
    .find((one) => one.asymmetricKeyType === 'ed25519' && keyIdOf(one) === parts.fields.keyId);
  if (!key) return { verdict: 'unknown-key', parts };
  const signature = Buffer.from(parts.signature, 'base64url');
  const genuine =
    signature.toString('base64url') === parts.signature &&
    verify(null, Buffer.from(`${VERSION}.${parts.body}`), key, signature);
  return { verdict: genuine ? 'genuine' : 'forged', parts };
}
