import { randomUUID } from 'node:crypto';
import type { OutputOf, ParsedInputOf } from '#shared/contract/index.ts';
import type { sessions } from '#shared/contract/sessions.ts';
import type { OperatorId } from '#shared/contract/values.ts';
import { Refusal, refuseUnless } from '../ipc/refusal.ts';
import { settingOf } from '../ward/settings-repository.ts';
import { isSignInOn, readStanding } from './access-repository.ts';
import { checkSecret } from './check-secret.ts';
import { listThoseWithSecret, operatorOfBadge } from './credential-repository.ts';
import type { DeskSessions, Session } from './desk-sessions.ts';
import { type At, makeFirstAdministrator, recoverSecret, setSecret } from './secret-acts.ts';
import { noted, noteSession } from './session-notes.ts';

interface OpenWardOfDesk extends Omit<At, 'now' | 'session'> {
  demo: boolean;
}

export type SignInHandlers = {
  [N in keyof typeof sessions]: (input: ParsedInputOf<N>) => Promise<OutputOf<N>>;
};

/** How people come to be signed in at a desk, and leave it: answered beside the router of its ward. */
export function signInHandlers(desk: DeskSessions, wardOfDesk: () => OpenWardOfDesk | null): SignInHandlers {
  const open = (): OpenWardOfDesk => {
    const ward = wardOfDesk();
    if (!ward) throw new Refusal('ward-missing', { folder: '' });
    return ward;
  };
  /** What an act about this desk needs, under the session that it is of. */
  const at = (session: string): At => ({ ...open(), now: desk.now(), session });

  /** Secrets are looked at one after the other. */
  let last: Promise<unknown> = Promise.resolve();
  const oneByOne = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  const signedIn = async ({ operatorId, since }: Session): Promise<OutputOf<'people.status'>['signedIn']> => {
    const standing = await readStanding(open().ward.read, operatorId, desk.now());
    if (!standing) return null;
    const { name, roles, rights, zones, breakGlass, mustChange } = standing;
    return {
      ...{ operatorId, name, since, roles, rights: [...rights], zones, mustChange },
      breakGlass: breakGlass && { until: breakGlass.until, reason: breakGlass.reason },
    };
  };

  const begin = async (operatorId: OperatorId, id: string): Promise<OutputOf<'people.signIn'>> => {
    const person = await signedIn(desk.begin(operatorId, id));
    refuseUnless(person !== null, 'sign-in-needed');
    return person;
  };

  const whose = async (badge: string): Promise<{ operatorId: OperatorId; name: string }> => {
    const found = await operatorOfBadge(open().ward.read, badge);
    refuseUnless(found !== null, 'unknown-badge');
    return found;
  };
  const idOf = async (who: ParsedInputOf<'people.signIn'>['who']): Promise<OperatorId> =>
    'operatorId' in who ? who.operatorId : (await whose(who.badge)).operatorId;

  const here = (): Session => {
    const session = desk.usable();
    refuseUnless(session !== null, 'sign-in-needed');
    return session;
  };

  return {
    'people.status': async () => {
      const { ward, demo } = open();
      const on = await isSignInOn(ward.read);
      const signIn = await settingOf(ward.read, 'signIn');
      const people = await listThoseWithSecret(ward.read);
      const session = desk.present();
      return {
        signInRequired: on,
        needsAdministrator: !on && !demo,
        locked: on && (session?.locked ?? true),
        signedIn: session && on ? await signedIn(session) : null,
        lockAfterMinutes: signIn.lockAfterMinutes,
        watermark: signIn.watermark,
        people,
      };
    },
    'people.signIn': (input) =>
      oneByOne(async () => {
        const id = randomUUID();
        const acting = at(id);
        const operatorId = await idOf(input.who);
        await noted(acting, 'people.signIn', operatorId, () =>
          checkSecret(acting.ward, operatorId, 'secret', input.secret, acting.now),
        );
        return begin(operatorId, id);
      }),
    'people.whose': ({ badge }) => whose(badge),
    'people.lock': async () => ({ locked: desk.lock() }),
    'people.signOut': async () => {
      const ended = desk.end();
      if (ended) await noteSession(at(ended.id), 'people.signOut', ended.operatorId, 'done');
      return { signedOut: ended !== null };
    },
    'people.prove': (input) =>
      oneByOne(async () => {
        const session = here();
        const acting = at(session.id);
        const operatorId = await idOf(input.who);
        const { mustChange } = await noted(acting, 'people.prove', operatorId, () =>
          checkSecret(acting.ward, operatorId, 'secret', input.secret, acting.now),
        );
        refuseUnless(!mustChange, 'secret-must-change');
        const until = desk.proven(session, operatorId, acting.now);
        const { name } = (await readStanding(acting.ward.read, operatorId, acting.now)) ?? { name: '' };
        return { operatorId, name, until };
      }),
    'people.firstAdministrator': (input) =>
      oneByOne(async () => {
        const id = randomUUID();
        const made = await makeFirstAdministrator(at(id), input);
        await begin(made.operatorId, id);
        return made;
      }),
    'people.recover': (input) =>
      oneByOne(async () => {
        const id = randomUUID();
        const acting = at(id);
        const made = await noted(acting, 'people.recover', input.operatorId, () =>
          recoverSecret(acting, input),
        );
        await begin(made.operatorId, id);
        return made;
      }),
    'people.setSecret': (input) =>
      oneByOne(async () => {
        const { id, operatorId } = here();
        const acting = at(id);
        const set = await noted(acting, 'people.setSecret', operatorId, () =>
          setSecret(acting, operatorId, input),
        );
        desk.changed(['session', 'operators']);
        return set;
      }),
  };
}
