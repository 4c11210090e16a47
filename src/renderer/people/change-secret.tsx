import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorId } from '#shared/contract/values.ts';
import { call, queryClient, type Refused } from '../client.ts';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { DoorForm } from './door-form.tsx';
import { NewSecretFields, SecretRules, type Twice } from './new-secret.tsx';
import { aboutSecret } from './refused-secret.ts';

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
  const say = useRefusedSentence();
  const [present, setPresent] = useState(known ?? '');
  const [twice, setTwice] = useState<Twice>({ secret: '', again: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const missing = tried && present === '';
  const go = async () => {
    setTried(true);
    if (present === '' || twice.secret === '' || twice.secret !== twice.again) return;
    setBusy(true);
    const answer = await call('people.setSecret', { operatorId: who, secret: twice.secret, present });
    setBusy(false);
    if (!answer.ok) return setRefused(answer);
    await queryClient.invalidateQueries({ queryKey: ['people.status'] });
    onDone();
  };
  return (
    <DoorForm className="desk-change-secret" onGo={() => void go()}>
      <SecretRules />
      {known === null && (
        <div>
          <label htmlFor={`${id}-present`}>{t('people.change.present')}</label>
          <Input.Password
            id={`${id}-present`}
            size="large"
            autoComplete="off"
            value={present}
            status={missing ? 'error' : ''}
            aria-invalid={missing}
            aria-describedby={`${id}-missing`}
            onChange={(event) => {
              setRefused(null);
              setPresent(event.target.value);
            }}
          />
          <FieldError id={`${id}-missing`}>{missing && t('people.door.secretMissing')}</FieldError>
        </div>
      )}
      <NewSecretFields
        value={twice}
        words={{ secret: t('people.change.fresh'), again: t('people.change.again') }}
        fault={refused && aboutSecret(refused) ? say(refused) : null}
        tried={tried}
        onChange={(value) => {
          setRefused(null);
          setTwice(value);
        }}
      />
      <RefusedNotice refused={refused && !aboutSecret(refused) ? refused : null} />
      <Button type="primary" size="large" htmlType="submit" loading={busy}>
        {t('people.change.go')}
      </Button>
    </DoorForm>
  );
}
