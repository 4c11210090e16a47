import { localOf } from '#shared/rules/instant.ts';
import { anchorAudit, dailyAnchor } from '../audit/anchors.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { readOperator } from '../ward/operator-repository.ts';
import { hashOfBody, readDailyBody, requireCutOff, textOfBody } from './read-body.ts';
import { findSignedBody, insertSigned, readSigned } from './signed-report-repository.ts';

/**
 * Signs the figures that the person saw. Refused where they have become others meanwhile, and where a report that
 * stands says the same already. A report that stands and says something else stays; this one is the next version,
 * with a reason. The signature is of the moment of writing, whatever the act says about when it happened.
 */
export const signDaily: CommandHandler<'daily.sign'> = async (
  tx,
  { cutOff, hash, act: header },
  act,
  context,
) => {
  await requireCutOff(tx, cutOff, context);
  const { kind } = await readOperator(tx, header.operatorId);
  refuseUnless(kind === 'person', 'signer-no-person');
  const body = await readDailyBody(tx, cutOff, null, context);
  refuseUnless(hash === hashOfBody(body), 'daily-changed');
  const versions = await readSigned(tx, cutOff);
  const standing = versions.find(({ withdrawn }) => !withdrawn);
  if (standing?.hash === hash) {
    const { who, signedAt } = standing;
    throw new Refusal('daily-signed', { who, at: localOf(signedAt, context.zone) });
  }
  refuseUnless(versions.length === 0 || act.reason !== '', 'reason-needed');
  const version = (versions[0]?.version ?? 0) + 1;
  await insertSigned(tx, {
    ...{ cutOff, version, hash, body: textOfBody(body), operatorId: header.operatorId },
    ...{ at: act.recordedAt, reason: act.reason, seq: act.seq },
  });
  await anchorAudit(tx, dailyAnchor(cutOff, version), act.seq);
  act.touches('daily-report', cutOff);
  return { actId: act.id, version };
};

/** Takes a signature back, with a reason; the version stays on record as withdrawn. */
export const withdrawDaily: CommandHandler<'daily.withdraw'> = async (tx, { cutOff, version }, act) => {
  refuseUnless(act.reason !== '', 'reason-needed');
  const report = await findSignedBody(tx, cutOff, version);
  refuseUnless(report !== undefined && !report.withdrawn, 'no-such-report');
  await supersede(tx, 'daily_report', report.id, act.seq);
  act.touches('daily-report', cutOff);
  return { actId: act.id };
};
