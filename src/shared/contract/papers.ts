import { z } from 'zod';
import { PAPER_KINDS } from './clinical-vocabulary.ts';
import { command, query } from './procedure.ts';
import { refusalView } from './refusal.ts';
import { actId, localDate, stayId, utcInstant } from './values.ts';
import { DOCUMENT_TYPES, SEXES } from './vocabulary.ts';

/**
 * `valid`: the record says what the paper says, and the person has left. `not-yet`: printed the evening before for
 * somebody on a signed list who is still here. `void`: issued here, and no longer true.
 */
const CERTIFICATE_STANDINGS = ['valid', 'not-yet', 'void'] as const;
export type CertificateStanding = (typeof CERTIFICATE_STANDINGS)[number];

/** Why a certificate is void. */
const VOID_REASONS = [
  'stay-taken-back',
  'discharge-taken-back',
  'left-otherwise',
  'off-the-list',
  'replaced',
  'record-changed',
] as const;
export type VoidReason = (typeof VOID_REASONS)[number];

const certificateStanding = {
  standing: z.enum(CERTIFICATE_STANDINGS),
  /** Set exactly where it is void. */
  reason: z.enum(VOID_REASONS).nullable(),
};

/** What the code on a certificate says about itself. */
const certificateFields = z.strictObject({
  keyId: z.string(),
  hospital: z.string(),
  number: z.string(),
  name: z.string(),
  sex: z.enum(SEXES),
  /** Full years on the day of leaving. */
  age: z.int().nullable(),
  documentType: z.enum(DOCUMENT_TYPES),
  documentNumber: z.string().nullable(),
  from: localDate,
  to: localDate,
  /** Key and version of the protocol, `ninth-edition@1`. */
  protocol: z.string(),
  issuedOn: localDate,
});
export type CertificateFields = z.infer<typeof certificateFields>;

/** Verdicts of `ward verify-certificate`; the first three need the ward that issued it, or mean the signature alone. */
const CERTIFICATE_VERDICTS = ['valid', 'not-yet', 'void', 'forged', 'unknown-key', 'unreadable'] as const;
export type CertificateVerdict = (typeof CERTIFICATE_VERDICTS)[number];

export const papers = {
  'papers.of': query({
    summary:
      'The papers of one stay: which can be printed, which were, and whether the certificate is valid.',
    reads: ['releases', 'stays', 'beds', 'care', 'tests', 'rounds', 'protocols'],
    refusals: ['no-such-stay'],
    input: z.strictObject({ stayId }),
    output: z.strictObject({
      papers: z.array(
        z.strictObject({
          kind: z.enum(PAPER_KINDS),
          /** Why it cannot be printed now; null where it can. */
          problem: refusalView.nullable(),
          prints: z.array(
            z.strictObject({
              subject: z.string(),
              copy: z.int(),
              printedAt: utcInstant,
              who: z.string(),
            }),
          ),
        }),
      ),
      certificate: z
        .strictObject({ number: z.string(), issuedAt: utcInstant, ...certificateStanding })
        .nullable(),
    }),
  }),
  'papers.prepare': command({
    summary:
      'Puts prints on record, issues certificates where they are due; `papers.pages` then gives what to print.',
    changes: ['releases'],
    runs: 'worker',
    refusals: [
      'no-such-stay',
      'not-in-house',
      'has-no-bed',
      'certificate-not-due',
      'not-eligible',
      'summary-not-due',
      'paper-no-referral',
      'paper-no-label',
    ],
    input: {
      kind: z.enum(PAPER_KINDS),
      stayIds: z.array(stayId).min(1).max(5000),
      /** Of sampling labels only these; empty: every label of these stays that has no sample yet. */
      barcodes: z.array(z.string().max(60)).max(5000).default([]),
    },
    output: z.strictObject({
      actId,
      papers: z.array(z.strictObject({ stayId, subject: z.string(), copy: z.int() })),
      /** Who gets no paper, and why; where that is everybody, the first reason is the refusal. */
      without: z.array(z.strictObject({ stayId, name: z.string(), problem: refusalView })),
    }),
  }),
  'papers.pages': query({
    summary:
      'What a print looks like, as HTML: a portion of the papers that an act of papers.prepare put on record.',
    reads: ['releases'],
    runs: 'worker',
    refusals: ['no-such-print', 'print-expired', 'template-broken', 'no-such-stay'],
    input: z.strictObject({
      actId,
      from: z.int().min(0).default(0),
      count: z.int().min(1).max(500).default(50),
    }),
    output: z.strictObject({
      kind: z.enum(PAPER_KINDS),
      total: z.int(),
      /** Papers that may have several pages come one a document, so that pages are numbered paper by paper. */
      documents: z.array(z.strictObject({ html: z.string(), papers: z.int(), numbered: z.boolean() })),
    }),
  }),
  'papers.publicKey': query({
    summary: 'The keys by which certificates of this ward can be checked anywhere, PEM.',
    reads: ['releases'],
    input: z.strictObject({}),
    output: z.strictObject({
      hospital: z.string(),
      keys: z.array(z.strictObject({ keyId: z.string(), publicKey: z.string() })),
    }),
  }),
  'papers.checkCertificate': query({
    summary: 'Is this code of a certificate ours, unchanged, and still true?',
    reads: ['releases', 'stays', 'tests', 'rounds', 'care', 'protocols'],
    input: z.strictObject({ payload: z.string().max(4000) }),
    output: z.strictObject({
      verdict: z.enum(CERTIFICATE_VERDICTS),
      reason: z.enum(VOID_REASONS).nullable(),
      fields: certificateFields.nullable(),
    }),
  }),
};
