import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, useWard } from '../client.ts';
import { DraftOwner } from '../desk/draft-owner.ts';
import { useHeld } from '../desk/kept.ts';
import { forgetTold } from '../desk/last-act.ts';
import { operator } from '../desk/operator.ts';
import { undoInTheWay } from '../desk/undo.ts';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { answerColleague } from './colleague.ts';
import { Curtain } from './curtain.tsx';
import { Door } from './door.tsx';
import { staying } from './door-state.ts';
import { FirstAdministrator } from './first-administrator.tsx';
import { askingGlass } from './glass.ts';
import { RecoveryCode } from './recovery-code.tsx';
import { type DeskStatus, OPEN, type SignedIn, session } from './session.ts';
import '../setup/setup.css';
import './door.css';

/** Before the ward: its first administrator, then whoever signs in. A demonstration ward lets everybody in. */
export function Gate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { data: status, refused } = useWard('people.status', {});
  const stays = useHeld(staying);
  // Made with the status, before anything below asks who acts.
  useLayoutEffect(() => status && tellSession(status), [status]);
  // A ward that cannot be opened any more asks nobody who they are.
  useLayoutEffect(() => () => session.set(OPEN), []);
  if (!status)
    return refused ? <RefusedNotice refused={refused} /> : <p className="desk-loading">{t('ui.loading')}</p>;
  if (status.needsAdministrator)
    return (
      <main className="desk-first">
        <div className="desk-first-top">
          <span className="desk-spread" />
          <LanguageSwitch />
        </div>
        {stays?.what === 'code' ? (
          <RecoveryCode name={stays.name} code={stays.code} />
        ) : (
          <FirstAdministrator />
        )}
      </main>
    );
  if (!status.signInRequired) return children;
  return <SafeWard status={status}>{children}</SafeWard>;
}

function tellSession({ signInRequired, signedIn, locked }: DeskStatus): void {
  if (!signInRequired) {
    session.set(OPEN);
    return;
  }
  const inside = signedIn !== null && !locked && !signedIn.mustChange;
  session.set({ required: true, person: signedIn, inside });
  const before = operator.get();
  if (!inside) operator.set(null);
  else if (before?.id !== signedIn.operatorId || before.name !== signedIn.name)
    operator.set({ id: signedIn.operatorId, name: signedIn.name, at: Date.now() });
}

/** Everything but who is at the desk: what one person was shown is not another's to see. */
const isOfTheWard = ({ queryKey: [name] }: { queryKey: readonly unknown[] }): boolean =>
  name !== 'people.status' && name !== 'setup.status';

/** Whom the answers on the screen were given to. */
type Audience = Pick<SignedIn, 'operatorId' | 'rights'>;

const covers = (shown: Audience | null, now: Audience): boolean =>
  shown?.operatorId === now.operatorId && shown.rights.every((right) => now.rights.includes(right));

/**
 * The page stays mounted behind the lock. For the same person it comes back as it was, with what was typed; with fewer
 * rights every answer on it is thrown away and asked for anew before it is shown. For another person the page begins
 * anew: nothing that was typed, told or looked up is passed on, and drafts wait for whoever made them.
 */
function SafeWard({ status, children }: { status: DeskStatus; children: ReactNode }) {
  const { t } = useTranslation();
  const stays = useHeld(staying);
  const [shown, setShown] = useState<Audience | null>(null);
  const { signedIn, locked } = status;
  const may = signedIn !== null && !locked && !signedIn.mustChange && stays === null;
  const open = may && covers(shown, signedIn);

  useEffect(() => {
    if (signedIn === null) setShown(null);
    if (signedIn === null || !may) return;
    if (covers(shown, signedIn)) {
      if (shown?.rights.length === signedIn.rights.length) return;
      setShown(signedIn);
      void queryClient.invalidateQueries({ predicate: isOfTheWard });
      return;
    }
    if (shown?.operatorId !== signedIn.operatorId) forgetQuestions();
    forgetAnswers();
    setShown(signedIn);
  }, [signedIn, may, shown]);
  // Asked again after each lock: what changed meanwhile was refused to a locked desk.
  useEffect(() => {
    if (open) void queryClient.invalidateQueries({ predicate: isOfTheWard });
  }, [open]);

  const entered = shown !== null && signedIn !== null;
  return (
    <>
      {entered && (
        <DraftOwner key={shown.operatorId} value={shown.operatorId}>
          {children}
        </DraftOwner>
      )}
      {!open &&
        (entered ? (
          <Curtain label={t('people.door.locked')}>
            <Door status={status} />
          </Curtain>
        ) : (
          <main className="desk-door">
            <Door status={status} />
          </main>
        ))}
    </>
  );
}

/** Dialogs that ask whoever was here before: their acts end unsigned. */
function forgetQuestions(): void {
  answerColleague(null);
  askingGlass.set(false);
  undoInTheWay.set(null);
}

function forgetAnswers(): void {
  forgetTold();
  for (const query of queryClient.getQueryCache().findAll({ predicate: isOfTheWard })) {
    if (query.getObserversCount() === 0) queryClient.getQueryCache().remove(query);
    else query.reset();
  }
}
