import { AutoComplete, Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PERSON_NAME_LETTERS } from '#shared/rules/people-limits.ts';
import { call, useWard } from '../client.ts';
import { FieldError } from '../ui/notices.tsx';
import { DoorForm } from './door-form.tsx';
import { staying } from './door-state.ts';
import { NewSecretFields, SecretRules } from './new-secret.tsx';
import { useNewSecret } from './use-new-secret.ts';

/** The last step of a ward's first start: somebody who manages people. From then on everybody signs in. */
export function FirstAdministrator() {
  const { t } = useTranslation();
  const id = useId();
  const { data = [] } = useWard('ward.operators', {});
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const form = useNewSecret(name !== '', async (secret) => {
    staying.set({ what: 'making' });
    const answer = await call('people.firstAdministrator', { name, secret });
    staying.set(answer.ok ? { what: 'code', name, code: answer.value.recoveryCode } : null);
    return answer.ok ? null : answer;
  });
  const names = data.filter(({ kind, active }) => kind === 'person' && active);
  const missing = form.tried && name === '';
  return (
    <DoorForm className="desk-door-page" onGo={form.go}>
      <h1>{t('people.first.title')}</h1>
      <p>{t('people.first.why')}</p>
      <SecretRules />
      {/* The list takes Tab for a choice and keeps it: the PIN would be typed into the name, to be read by all. */}
      <div onKeyDownCapture={(event) => event.key === 'Tab' && event.stopPropagation()}>
        <label htmlFor={id}>{t('people.first.name')}</label>
        <AutoComplete
          id={id}
          size="large"
          style={{ width: '100%' }}
          value={typed}
          maxLength={PERSON_NAME_LETTERS}
          options={names.map((one) => ({ value: one.name }))}
          showSearch={{ filterOption: (text, option) => String(option?.value ?? '').includes(text.trim()) }}
          status={missing ? 'error' : ''}
          aria-invalid={missing}
          aria-describedby={`${id}-missing`}
          onChange={(text: string) => {
            form.changed();
            setTyped(text);
          }}
        />
        <FieldError id={`${id}-missing`}>{missing && t('people.first.nameMissing')}</FieldError>
      </div>
      <NewSecretFields form={form} word={t('people.door.secret')} />
      <p className="desk-quiet">{t('people.first.next')}</p>
      <Button type="primary" size="large" htmlType="submit" loading={form.busy}>
        {t('people.first.go')}
      </Button>
    </DoorForm>
  );
}
