import { Button, Input, type InputRef } from 'antd';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorId } from '#shared/contract/values.ts';
import { SECRET_SIGNS } from '#shared/rules/people-limits.ts';
import { call, type Refused, refusalOf } from '../client.ts';
import { FieldError } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { NameField, type Somebody } from './name-field.tsx';
import { NumberPad } from './number-pad.tsx';
import { useCountdown } from './use-countdown.ts';
import { useScanner } from './use-scanner.ts';
import './door.css';

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
  const scanner = useScanner();
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
  const nobody = (says: string) => {
    setProblem({ at: 'name', says });
    nameField.current?.focus();
  };
  /** Never tried as a secret: a badge that nobody has is no wrong attempt of whoever stands in the field. */
  const byBadge = async (badge: string) => {
    const answer = await call('people.whose', { badge });
    if (answer.ok) return choose(answer.value);
    setSecret('');
    nobody(say(answer));
  };
  const other = async (text: string) => {
    const scan = scanner.takeScan();
    if (scan !== null) return byBadge(scan);
    if (text === '') return nobody(t('people.door.pickFirst'));
    const answer = await call('people.whose', { badge: text });
    if (answer.ok) return choose(answer.value);
    const isUnknown = refusalOf(answer)?.code === 'unknown-badge';
    nobody(isUnknown ? t('people.door.nobody', { name: text }) : say(answer));
  };
  const go = async () => {
    if (busy) return;
    // Also while somebody has to wait: the next one comes with a badge.
    const scan = scanner.takeScan();
    if (scan !== null) return byBadge(scan);
    if (wait > 0) return;
    if (!chosen) return nobody(t('people.door.pickFirst'));
    if (secret === '') {
      setProblem({ at: 'secret', says: t('people.door.secretMissing') });
      secretField.current?.focus();
      return;
    }
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
          maxLength={SECRET_SIGNS}
          value={secret}
          status={wrong ? 'error' : ''}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-wrong`}
          // Here and not by the form: the button that is off while somebody has to wait would keep Enter from it.
          onPressEnter={(event) => {
            event.preventDefault();
            void go();
          }}
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
