import type { PaperKind } from '#shared/contract/clinical-vocabulary.ts';
import type { StayId } from '#shared/contract/values.ts';
import type { Act } from '../acts/record-act.ts';
import type { CommandHandler, Context, Tx } from '../ipc/context.ts';
import { Refusal } from '../ipc/refusal.ts';
import { issueCertificates } from './issue-certificates.ts';
import { whyNotPrinted } from './paper-rules.ts';
import { type PaperOf, recordPrints } from './print-repository.ts';
import { readCases } from './read-cases.ts';

type Cases = Awaited<ReturnType<typeof readCases>>;
type Case = Cases extends Map<StayId, infer One> ? One : never;

/**
 * Puts a print on record before it is made, so that no paper leaves the printer unrecorded: who, when, which copy.
 * Certificates that are due are issued with it. People who cannot have this paper are left out and named; where
 * that is everybody, the first reason is the refusal and nothing is recorded. A print is no act that can be undone.
 */
export const preparePapers: CommandHandler<'papers.prepare'> = async (tx, input, act, context) => {
  const { kind, stayIds, barcodes } = input;
  const cases = await readCases(tx, stayIds, context, {
    referral: kind === 'referral-summary',
    ...(kind === 'sample-label' ? { labels: barcodes } : {}),
  });
  const chosen: Case[] = [];
  const without = [];
  for (const stayId of new Set(stayIds)) {
    const one = cases.get(stayId);
    const problem = one ? whyNotPrinted(kind, one) : new Refusal('no-such-stay');
    if (one && !problem) chosen.push(one);
    if (problem)
      without.push({
        stayId,
        name: one?.subject.name ?? '',
        problem: { code: problem.code, params: { ...problem.params } },
      });
  }
  const [first] = without;
  if (chosen.length === 0 && first) throw new Refusal(first.problem.code, first.problem.params);
  const papers = await recordPrints(tx, kind, await papersOf(tx, kind, chosen, act, context), act);
  for (const { stayId } of papers) act.touches('care', stayId);
  return { actId: act.id, papers, without };
};

/** What tells one paper of its kind from another, in the order in which they were asked for. */
async function papersOf(
  tx: Tx,
  kind: PaperKind,
  chosen: readonly Case[],
  act: Act,
  context: Context,
): Promise<PaperOf[]> {
  switch (kind) {
    case 'certificate': {
      const numbers = await issueCertificates(tx, chosen, act, context);
      return chosen.map(({ subject: { stayId } }) => ({ stayId, subject: numbers.get(stayId) ?? '' }));
    }
    case 'sample-label':
      return chosen.flatMap(({ subject: { stayId }, barcodes }) =>
        barcodes.map((subject) => ({ stayId, subject })),
      );
    case 'referral-summary':
      return chosen.map(({ subject: { stayId }, referralId }) => ({ stayId, subject: referralId }));
    case 'discharge-summary':
    case 'wristband':
    case 'bed-card':
      return chosen.map(({ subject: { stayId } }) => ({ stayId, subject: '' }));
  }
}
