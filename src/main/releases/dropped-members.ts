import { localDateOf } from '#shared/rules/instant.ts';
import type { AlertSource, RaisedAlert } from '../alerts/alert-types.ts';
import { judgeMembers } from './judge-members.ts';
import { readList } from './list-repository.ts';
import { MEMBER_WORDS, sayBoth } from './release-words.ts';
import { findSignedLists } from './signature-repository.ts';

/**
 * An alert for both signers about everybody who dropped off a list that carries a signature, until that list's day
 * is over, or the result is corrected, or the list is changed.
 */
export const droppedMembers: AlertSource = async (db, at, zone, which) => {
  const alerts: RaisedAlert[] = [];
  const only = which === 'present' ? undefined : new Set(which);
  for (const listId of await findSignedLists(db, localDateOf(at, zone))) {
    const list = await readList(db, listId);
    const names = list.signatures.map(({ who }) => who);
    const signers = { zh: names.join('、'), en: names.join(', ') };
    for (const { stayId, state, since, reason } of await judgeMembers(db, list, at, zone, only)) {
      if (state !== 'dropped' || since === null || reason === null) continue;
      const sentence = sayBoth(MEMBER_WORDS.alert, { day: list.day, why: reason, signers });
      alerts.push({ stayId, kind: 'off-the-list', since, sentence });
    }
  }
  return alerts;
};
