import { readKnown } from '../eligibility/release-facts-repository.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { compareProtocols } from './compare-protocols.ts';
import { protocolInForce, requireProtocol } from './protocol-repository.ts';

/** Who would flip, both ways, if the ward were judged by another protocol from now on. */
export const previewProtocol: QueryHandler<'protocols.preview'> = async (
  db,
  { proposal, language },
  { now, zone, progress },
) => {
  const after =
    'protocol' in proposal ? proposal.protocol : await requireProtocol(db, proposal.key, proposal.version);
  const before = await protocolInForce(db, now);
  const known = await readKnown(db, 'present', now);
  progress({ step: 'judging-list', done: 0, total: known.length });
  return { at: now, ...compareProtocols(known, { before, after }, now, zone, language) };
};
