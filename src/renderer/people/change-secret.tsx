import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorId } from '#shared/contract/values.ts';
import { SECRET_SIGNS } from '#shared/rules/people-limits.ts';
import { call, queryClient } from '../client.ts';
import { FieldError } from '../ui/notices.tsx';
import { DoorForm } from './door-form.tsx';
import { NewSecretFields, SecretRules } from './new-secret.tsx';
import { useNewSecret } from './use-new-secret.ts';

interface Props {
  who: OperatorId;
  /** What was typed at the door a moment ago, if it was: then it is not asked for again. */
  present: string | null;
  onDone(): void;
}

/** One's own secret: the present one, and a new one twice. */
export function ChangeSecret({ who, present: known, onDone }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [present, setPresent] = useState(known ?? '');
  const form = useNewSecret(present !== '', async (secret) => {
    const answer = await call('people.setSecret', { operatorId: who, secret, present });
    if (!answer.ok) return answer;
    await queryClient.invalidateQueries({ queryKey: ['people.status'] });
    onDone();
    return null;
  });
  const missing = form.tried && present === '';
  return (
    <DoorForm className="desk-change-secret" onGo={form.go}>
      <SecretRules />
      {known === null && (
        <div>
          <label htmlFor={`${id}-present`}>{t('people.change.present')}</label>
          <Input.Password
            id={`${id}-present`}
            size="large"
            autoComplete="off"
            maxLength={SECRET_SIGNS}
            value={present}
            status={missing ? 'error' : ''}
            aria-invalid={missing}
            aria-describedby={`${id}-missing`}
            onChange={(event) => {
              form.changed();
              setPresent(event.target.value);
            }}
          />
          <FieldError id={`${id}-missing`}>{missing && t('people.door.secretMissing')}</FieldError>
        </div>
      )}
      <NewSecretFields form={form} word={t('people.fresh.secret')} />
      <Button type="primary" size="large" htmlType="submit" loading={form.busy}>
        {t('people.change.go')}
      </Button>
    </DoorForm>
  );
}
