import { PAPER_KINDS } from '#shared/contract/clinical-vocabulary.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { fieldsOf } from './certificate-payload.ts';
import { readCertificates } from './certificate-repository.ts';
import { standingOf } from './check-certificate.ts';
import { whyNotPrinted } from './paper-rules.ts';
import { readPrints } from './print-repository.ts';
import { readCases } from './read-cases.ts';

/** Every paper that one stay can have: why not now, how often it was printed, and how the certificate stands. */
export const showPapers: QueryHandler<'papers.of'> = async (db, { stayId }, context) => {
  const one = (await readCases(db, [stayId], context, { referral: true, labels: [] })).get(stayId);
  refuseUnless(one !== undefined, 'no-such-stay');
  const prints = await readPrints(db, stayId);
  const row = (await readCertificates(db, [stayId])).get(stayId);
  const fields = row && fieldsOf(row.payload);
  return {
    papers: PAPER_KINDS.map((kind) => {
      const problem = whyNotPrinted(kind, one);
      return {
        kind,
        problem: problem && { code: problem.code, params: { ...problem.params } },
        prints: prints
          .filter((print) => print.kind === kind)
          .map(({ subject, copy, printed_at, who }) => ({ subject, copy, printedAt: printed_at, who })),
      };
    }),
    certificate:
      row && fields
        ? {
            number: row.number,
            issuedAt: row.issued_at,
            ...(await standingOf(db, { stay_id: stayId, replaced: false }, fields, context, one)),
          }
        : null,
  };
};
