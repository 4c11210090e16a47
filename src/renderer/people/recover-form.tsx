import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, type Refused } from '../client.ts';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { DoorForm } from './door-form.tsx';
import { staying } from './door-state.ts';
import type { Somebody } from './name-field.tsx';
import { NewSecretFields, SecretRules, type Twice } from './new-secret.tsx';
import { aboutSecret } from './refused-secret.ts';

interface Props {
  people: readonly Somebody[];
  onBack(): void;
}

/** An administrator who has lost the secret: the code on paper sets a new one, and is replaced by the next code. */
export function RecoverForm({ people, onBack }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const say = useRefusedSentence();
  const [who, setWho] = useState(people[0]?.operatorId ?? null);
  const [code, setCode] = useState('');
  const [twice, setTwice] = useState<Twice>({ secret: '', again: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const noCode = tried && code.trim() === '';
  const go = async () => {
    setTried(true);
    if (!who || code.trim() === '' || twice.secret === '' || twice.secret !== twice.again) return;
    setBusy(true);
    staying.set({ what: 'making' });
    const answer = await call('people.recover', { operatorId: who, code, secret: twice.secret });
    setBusy(false);
    const name = people.find(({ operatorId }) => operatorId === who)?.name ?? '';
    staying.set(answer.ok ? { what: 'code', name, code: answer.value.recoveryCode } : null);
    if (!answer.ok) setRefused(answer);
  };
  return (
    <DoorForm className="desk-door-page" onGo={() => void go()}>
      <h1>{t('people.recover.title')}</h1>
      <p>{t('people.recover.why')}</p>
      <div>
        <label htmlFor={`${id}-who`}>{t('people.recover.who')}</label>
        {/* The system's own list: behind the lock nothing else may open above the page. */}
        <select
          id={`${id}-who`}
          className="desk-door-select"
          value={who ?? ''}
          onChange={(event) =>
            setWho(people.find(({ operatorId }) => operatorId === event.target.value)?.operatorId ?? null)
          }
        >
          {people.map(({ operatorId, name }) => (
            <option key={operatorId} value={operatorId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={`${id}-code`}>{t('people.recover.code')}</label>
        <Input
          id={`${id}-code`}
          size="large"
          autoComplete="off"
          maxLength={60}
          value={code}
          status={noCode ? 'error' : ''}
          aria-invalid={noCode}
          aria-describedby={`${id}-missing`}
          onChange={(event) => {
            setRefused(null);
            setCode(event.target.value);
          }}
        />
        <FieldError id={`${id}-missing`}>{noCode && t('people.recover.codeMissing')}</FieldError>
      </div>
      <SecretRules />
      <NewSecretFields
        value={twice}
        words={{ secret: t('people.recover.secret'), again: t('people.recover.again') }}
        fault={refused && aboutSecret(refused) ? say(refused) : null}
        tried={tried}
        onChange={(value) => {
          setRefused(null);
          setTwice(value);
        }}
      />
      <RefusedNotice refused={refused && !aboutSecret(refused) ? refused : null} />
      <div className="desk-dialog-acts">
        <Button size="large" onClick={onBack}>
          {t('people.recover.back')}
        </Button>
        <Button type="primary" size="large" htmlType="submit" loading={busy}>
          {t('people.recover.go')}
        </Button>
      </div>
    </DoorForm>
  );
}
