import { ROLE_WORDS } from '#shared/messages/rights.ts';
import { localOf } from '#shared/rules/instant.ts';
import { supersede } from '../db/facts.ts';
import type { CommandHandler } from '../ipc/context.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { readOperator } from '../ward/operator-repository.ts';
import { judgeMembers } from './judge-members.ts';
import { readList } from './list-repository.ts';
import { stateOf } from './show-list.ts';
import { insertSignature } from './signature-repository.ts';

/**
 * Signs a list as doctor or as nurse: two different people. From the first signature on people and buses stay as
 * they are, so that the second one signs what the first one saw; with the second one the list holds. Refused while
 * somebody on it has dropped off: nobody would have signed for them, and a correction would put them back on. A
 * signature is of the moment in which it is written down, whatever the act says about when it happened.
 */
export const signList: CommandHandler<'releases.sign'> = async (
  tx,
  input,
  act,
  { zone, progress, access },
) => {
  const list = await readList(tx, input.listId);
  const { operatorId } = input.act;
  const { kind, name } = await readOperator(tx, operatorId);
  refuseUnless(kind === 'person', 'signer-no-person');
  refuseUnless(access.is(input.role), 'wrong-signing-role', () => ({
    'role.zh': ROLE_WORDS[input.role].zh,
    'role.en': ROLE_WORDS[input.role].en,
  }));
  const same = list.signatures.find(({ role }) => role === input.role);
  if (same) throw new Refusal('already-signed', { who: same.who, at: localOf(same.at, zone) });
  const mine = list.signatures.some((signature) => signature.operatorId === operatorId);
  if (mine) throw new Refusal('same-signer', { who: name });
  progress({ step: 'judging-list', done: 0, total: list.members.length });
  const members = await judgeMembers(tx, list, act.recordedAt, zone);
  const dropped = members.filter(({ state }) => state === 'dropped');
  const [first] = dropped;
  const on = members.filter(({ state }) => state === 'on').length;
  refuseUnless(on > 0, 'list-empty');
  if (first) {
    const why = first.reason ?? { zh: '', en: '' };
    throw new Refusal('list-has-dropped', {
      ...{ name: first.name, stayId: first.stayId, people: String(dropped.length) },
      'why.zh': why.zh,
      'why.en': why.en,
    });
  }
  const { listId } = list;
  const { role } = input;
  await insertSignature(tx, { listId, role, operatorId, at: act.recordedAt, members: on, seq: act.seq });
  act.touches('release-list', list.listId);
  return { actId: act.id, state: stateOf([...list.signatures, input.role]), members: on };
};

/**
 * Takes a signature back, with a reason: the way to change a list that was signed, also for whoever is to follow the
 * first bus on the same day. The certificates of those who have left by it stand again with the new signatures.
 */
export const withdrawSignature: CommandHandler<'releases.withdrawSignature'> = async (tx, input, act) => {
  refuseUnless(act.reason !== '', 'reason-needed');
  const list = await readList(tx, input.listId);
  const signature = list.signatures.find(({ role }) => role === input.role);
  refuseUnless(signature !== undefined, 'not-signed');
  await supersede(tx, 'release_signature', signature.id, act.seq);
  act.touches('release-list', list.listId);
  return {
    actId: act.id,
    state: stateOf(list.signatures.filter((one) => one !== signature)),
  };
};
