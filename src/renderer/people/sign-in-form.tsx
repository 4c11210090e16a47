import { Button, Input, type InputRef } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorId } from '#shared/contract/values.ts';
import { call, type Refused, refusalOf } from '../client.ts';
import { FieldError } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { NameField, type Somebody } from './name-field.tsx';
import { NumberPad } from './number-pad.tsx';
import { typingSpeed } from './typing-speed.ts';
import { useCountdown } from './use-countdown.ts';
import './people.css';

interface Props {
  people: readonly Somebody[];
  /** Who stands in the field already: whoever locked the desk. */
  first: Somebody | null;
  verb: string;
  /** Checks name and secret; answers why not. */
  attempt(who: OperatorId, secret: string): Promise<Refused | null>;
  children?: ReactNode;
}

/** Name or badge, then PIN or password: at the door, behind the lock, and for a second signature. */
export function SignInForm({ people, first, verb, attempt, children }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const say = useRefusedSentence();
  const nameField = useRef<InputRef>(null);
  const secretField = useRef<InputRef>(null);
  const speed = useRef(typingSpeed());
  const [typed, setTyped] = useState(first?.name ?? '');
  const [chosen, setChosen] = useState<Somebody | null>(first);
  const [secret, setSecret] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ at: 'name' | 'secret'; says: string } | null>(null);
  const [until, setUntil] = useState<number | null>(null);
  const wait = useCountdown(until);

  const begin = useRef(() => (first ? secretField : nameField).current?.focus());
  useEffect(() => {
    // A frame later than the key that locked the desk, which would else be typed into the field.
    const frame = requestAnimationFrame(() => begin.current());
    return () => cancelAnimationFrame(frame);
  }, []);

  const choose = (one: Somebody) => {
    setChosen(one);
    setTyped(one.name);
    setProblem(null);
    setUntil(null);
    setSecret('');
    secretField.current?.focus();
  };
  const byBadge = async (code: string): Promise<Somebody | null> => {
    const answer = code === '' ? null : await call('people.whose', { badge: code });
    return answer?.ok ? answer.value : null;
  };
  const other = async (text: string) => {
    const one = await byBadge(text);
    if (one) return choose(one);
    setProblem({
      at: 'name',
      says: text === '' ? t('people.door.pickFirst') : t('people.door.nobody', { name: text }),
    });
  };
  const go = async () => {
    if (busy || wait > 0) return;
    const scanned = speed.current.wasScanned() ? await byBadge(secret) : null;
    if (scanned) return choose(scanned);
    if (!chosen) {
      nameField.current?.focus();
      return setProblem({ at: 'name', says: t('people.door.pickFirst') });
    }
    if (secret === '') return setProblem({ at: 'secret', says: t('people.door.secretMissing') });
    setBusy(true);
    setProblem(null);
    const refused = await attempt(chosen.operatorId, secret);
    setBusy(false);
    setSecret('');
    if (!refused) return;
    const refusal = refusalOf(refused);
    const isWaiting = refusal?.code === 'locked-out';
    setUntil(isWaiting ? Date.now() + Number(refusal.params.seconds) * 1000 : null);
    if (!isWaiting) setProblem({ at: 'secret', says: say(refused) });
    secretField.current?.focus();
  };
  const press = (change: (was: string) => string) => {
    setSecret(change);
    secretField.current?.focus();
  };
  const waiting = wait > 0 ? t('people.door.wait', { count: wait }) : null;
  const wrong = waiting ?? (problem?.at === 'secret' ? problem.says : null);
  return (
    <form
      className="desk-door-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <div className="desk-door-fields">
        <NameField
          people={people}
          typed={typed}
          chosen={chosen}
          invalid={problem?.at === 'name'}
          describedBy={`${id}-name`}
          focusRef={nameField}
          onType={(text) => {
            setTyped(text);
            setChosen(null);
            setProblem(null);
            setUntil(null);
          }}
          onChoose={choose}
          onOther={(text) => void other(text)}
        />
        <FieldError id={`${id}-name`}>{problem?.at === 'name' && problem.says}</FieldError>
        <label htmlFor={`${id}-secret`}>{t('people.door.secret')}</label>
        <Input.Password
          id={`${id}-secret`}
          ref={secretField}
          size="large"
          autoComplete="off"
          maxLength={200}
          value={secret}
          status={wrong ? 'error' : ''}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-wrong`}
          onKeyDown={(event) => event.key.length === 1 && speed.current.sign(event.timeStamp)}
          onChange={(event) => setSecret(event.target.value)}
        />
        <FieldError id={`${id}-wrong`}>{wrong}</FieldError>
        <Button
          className="desk-door-go"
          type="primary"
          size="large"
          htmlType="submit"
          loading={busy}
          disabled={wait > 0}
        >
          {busy ? t('people.door.checking') : verb}
        </Button>
        {children}
      </div>
      <NumberPad
        disabled={busy || wait > 0}
        onDigit={(digit) => press((was) => was + digit)}
        onErase={() => press((was) => was.slice(0, -1))}
        onClear={() => press(() => '')}
      />
    </form>
  );
}
