import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { findDischargeBasis } from '../protocols/discharge-basis-repository.ts';
import { protocolInForce } from '../protocols/protocol-repository.ts';
import { judgeKnown } from './judge-stays.ts';
import { nameOf, patientOf } from './list-eligibility.ts';
import { readKnown } from './release-facts-repository.ts';

/** One stay: now, or at the moment of leaving. */
export const showEligibilityOfStay: QueryHandler<'eligibility.ofStay'> = async (
  db,
  { stayId, language },
  { now, zone },
) => {
  const [found] = await readKnown(db, [stayId], now);
  refuseUnless(found !== undefined, 'no-such-stay');
  const at = found.leftAt ?? now;
  const [known] = found.leftAt === null ? [found] : await readKnown(db, [stayId], at);
  refuseUnless(known !== undefined, 'no-such-stay');
  const protocol = await protocolInForce(db, at);
  const basis = found.leftAt === null ? null : await findDischargeBasis(db, stayId);
  return {
    at,
    protocol: nameOf(protocol, language),
    patient: patientOf(known, judgeKnown(known, protocol, at, zone), language),
    basis: basis && {
      protocol: nameOf(basis.protocol, language),
      verdict: basis.verdict,
      judgedAt: basis.judgedAt,
    },
  };
};
