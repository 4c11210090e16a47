import { readKnown } from '../eligibility/release-facts-repository.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { compareProtocols } from './compare-protocols.ts';
import {
  isInForceFrom,
  keepProtocol,
  protocolInForce,
  putInForce,
  requireProtocol,
} from './protocol-repository.ts';

/**
 * Puts a protocol in force from a moment on; what was chosen for later than that no longer holds. Refused where the
 * people that it flips are not as many as were seen in the preview. Whoever has left keeps what they were judged by.
 */
export const chooseProtocol: CommandHandler<'protocols.choose'> = async (
  tx,
  input,
  act,
  { zone, progress },
) => {
  refuseUnless(act.reason.trim() !== '', 'reason-needed');
  const from = input.from ?? act.happenedAt;
  const now = act.recordedAt;
  const after = await requireProtocol(tx, input.key, input.version);
  if (await isInForceFrom(tx, after, from)) {
    const { name, version } = after;
    throw new Refusal('protocol-in-force', {
      ...{ name: name.zh, 'name.zh': name.zh, 'name.en': name.en },
      version: String(version),
    });
  }
  const before = await protocolInForce(tx, now);
  const known = await readKnown(tx, 'present', now);
  progress({ step: 'judging-list', done: 0, total: known.length });
  const { counts } = compareProtocols(known, { before, after }, now, zone, 'zh-CN');
  if (counts.gain !== input.expects.gain || counts.lose !== input.expects.lose)
    throw new Refusal('preview-stale', { gain: String(counts.gain), lose: String(counts.lose) });
  const id = await keepProtocol(tx, after, act);
  await putInForce(tx, id, from, act);
  act.touches('protocol', id);
  return { actId: act.id, from };
};
