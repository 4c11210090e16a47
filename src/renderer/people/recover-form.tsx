import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RECOVERY_CODE_SIGNS } from '#shared/rules/people-limits.ts';
import { call } from '../client.ts';
import { FieldError } from '../ui/notices.tsx';
import { DoorForm } from './door-form.tsx';
import { staying } from './door-state.ts';
import type { Somebody } from './name-field.tsx';
import { NewSecretFields, SecretRules } from './new-secret.tsx';
import { useNewSecret } from './use-new-secret.ts';

interface Props {
  people: readonly Somebody[];
  onBack(): void;
}

/** An administrator who has lost the secret: the code on paper sets a new one, and is replaced by the next code. */
export function RecoverForm({ people, onBack }: Props) {
  const { t } = useTranslation();
  const id = useId();
  // Nobody is proposed where it could be several: attempts would be counted against the wrong one.
  const [who, setWho] = useState<Somebody | null>(people.length === 1 ? (people[0] ?? null) : null);
  const [code, setCode] = useState('');
  const form = useNewSecret(who !== null && code.trim() !== '', async (secret) => {
    if (who === null) return null;
    staying.set({ what: 'making' });
    const answer = await call('people.recover', { operatorId: who.operatorId, code, secret });
    staying.set(answer.ok ? { what: 'code', name: who.name, code: answer.value.recoveryCode } : null);
    return answer.ok ? null : answer;
  });
  const nobody = form.tried && who === null;
  const noCode = form.tried && code.trim() === '';
  return (
    <DoorForm className="desk-door-page" onGo={form.go}>
      <h1>{t('people.recover.title')}</h1>
      <p>{t('people.recover.why')}</p>
      <div>
        <label htmlFor={`${id}-who`}>{t('people.recover.who')}</label>
        {/* The system's own list: behind the lock nothing else may open above the page. */}
        <select
          id={`${id}-who`}
          className="desk-door-select"
          value={who?.operatorId ?? ''}
          aria-invalid={nobody}
          aria-describedby={`${id}-nobody`}
          onChange={({ target }) => {
            form.changed();
            setWho(people.find(({ operatorId }) => operatorId === target.value) ?? null);
          }}
        >
          {who === null && <option value="">{t('people.recover.choose')}</option>}
          {people.map(({ operatorId, name }) => (
            <option key={operatorId} value={operatorId}>
              {name}
            </option>
          ))}
        </select>
        <FieldError id={`${id}-nobody`}>{nobody && t('people.recover.whoMissing')}</FieldError>
      </div>
      <div>
        <label htmlFor={`${id}-code`}>{t('people.recover.code')}</label>
        <Input
          id={`${id}-code`}
          size="large"
          autoComplete="off"
          spellCheck={false}
          maxLength={RECOVERY_CODE_SIGNS}
          value={code}
          status={noCode ? 'error' : ''}
          aria-invalid={noCode}
          aria-describedby={`${id}-missing`}
          onChange={(event) => {
            form.changed();
            setCode(event.target.value);
          }}
        />
        <FieldError id={`${id}-missing`}>{noCode && t('people.recover.codeMissing')}</FieldError>
      </div>
      <SecretRules />
      <NewSecretFields form={form} word={t('people.fresh.secret')} />
      <div className="desk-dialog-acts">
        <Button size="large" onClick={onBack}>
          {t('people.recover.back')}
        </Button>
        <Button type="primary" size="large" htmlType="submit" loading={form.busy}>
          {t('people.recover.go')}
        </Button>
      </div>
    </DoorForm>
  );
}
