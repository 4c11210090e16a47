import { LockOutlined, LoginOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorId } from '#shared/contract/values.ts';
import { call, queryClient, type Refused } from '../client.ts';
import { useHeld } from '../desk/kept.ts';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { ChangeSecret } from './change-secret.tsx';
import { justTyped, staying } from './door-state.ts';
import { lockDesk, wantsAnother } from './lock.ts';
import { RecoverForm } from './recover-form.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import type { DeskStatus } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';
import { useStrayKeys } from './stray-keys.ts';
import './door.css';

/** What stands before the ward: signing in, going on after the lock, a secret that must be changed, a recovery code. */
export function Door({ status }: { status: DeskStatus }) {
  const hospital = useHospital();
  const room = useRef<HTMLDivElement>(null);
  useStrayKeys(room);
  return (
    <div className="desk-door-room" ref={room}>
      <div className="desk-first-top">
        <strong>{hospital.name}</strong>
        <span className="desk-spread" />
        <LanguageSwitch />
      </div>
      <div className="desk-door-middle">
        <Inside status={status} />
      </div>
    </div>
  );
}

function Inside({ status }: { status: DeskStatus }) {
  const { t } = useTranslation();
  const stays = useHeld(staying);
  const [recovering, setRecovering] = useState(false);
  const { signedIn, locked, people } = status;
  if (stays?.what === 'code') return <RecoveryCode name={stays.name} code={stays.code} />;
  const isIn = signedIn !== null && !locked;
  if (recovering && (!isIn || stays))
    return <RecoverForm people={people} onBack={() => setRecovering(false)} />;
  if (signedIn && !locked && signedIn.mustChange)
    return <MustChange key={signedIn.operatorId} who={signedIn.operatorId} />;
  if (isIn || stays) return <p className="desk-loading">{t('ui.loading')}</p>;
  return <SignIn status={status} onRecover={() => setRecovering(true)} />;
}

/** A first secret is changed at once; whoever is not ready for that leaves the desk to somebody else. */
function MustChange({ who }: { who: OperatorId }) {
  const { t } = useTranslation();
  const present = useHeld(justTyped);
  const [refused, setRefused] = useState<Refused | null>(null);
  const leave = async () => setRefused(await lockDesk({ another: true }));
  return (
    <div className="desk-door-page">
      <h1>{t('people.change.must')}</h1>
      <p>{t('people.change.mustWhy')}</p>
      <ChangeSecret who={who} present={present} onDone={() => justTyped.set(null)} />
      <RefusedNotice refused={refused} />
      <div className="desk-door-ways">
        <Button type="link" onClick={() => void leave()}>
          {t('people.door.other')}
        </Button>
      </div>
    </div>
  );
}

function SignIn({ status, onRecover }: { status: DeskStatus; onRecover(): void }) {
  const { t } = useTranslation();
  const { signedIn, people } = status;
  const another = useHeld(wantsAnother);
  // Only who locked the desk stands in the field: whoever comes to an empty one would type a name into the secret, and
  // that would count as a wrong one of whoever stood there.
  const known = another ? undefined : signedIn?.operatorId;
  const first = people.find(({ operatorId }) => operatorId === known) ?? null;
  const enter = async (operatorId: OperatorId, secret: string): Promise<Refused | null> => {
    const answer = await call('people.signIn', { who: { operatorId }, secret });
    if (!answer.ok) return answer;
    justTyped.set(answer.value.mustChange ? secret : null);
    wantsAnother.set(false);
    await queryClient.invalidateQueries({ queryKey: ['people.status'] });
    return null;
  };
  const says = !signedIn
    ? t('people.door.signIn')
    : another
      ? t('people.door.switched')
      : t('people.door.lockedBy', { name: signedIn.name });
  return (
    <>
      <h1 className="desk-door-title">
        {signedIn ? <LockOutlined aria-hidden /> : <LoginOutlined aria-hidden />}{' '}
        {t(signedIn ? 'people.door.locked' : 'people.door.title')}
      </h1>
      <p>{says}</p>
      <SignInForm
        key={another ? 'another' : (first?.operatorId ?? '')}
        people={people}
        first={first}
        verb={t(first && signedIn ? 'people.door.unlock' : 'people.door.go')}
        attempt={enter}
      >
        <div className="desk-door-ways">
          {first && (
            <Button type="link" onClick={() => wantsAnother.set(true)}>
              {t('people.door.other')}
            </Button>
          )}
          <Button type="link" onClick={onRecover}>
            {t('people.door.recover')}
          </Button>
        </div>
      </SignInForm>
    </>
  );
}
