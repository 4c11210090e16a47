import { AutoComplete, Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, type Refused, useWard } from '../client.ts';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { DoorForm } from './door-form.tsx';
import { staying } from './door-state.ts';
import { NewSecretFields, SecretRules, type Twice } from './new-secret.tsx';
import { aboutSecret } from './refused-secret.ts';

/** The last step of a ward's first start: somebody who manages people. From then on everybody signs in. */
export function FirstAdministrator() {
  const { t } = useTranslation();
  const id = useId();
  const say = useRefusedSentence();
  const { data = [] } = useWard('ward.operators', {});
  const [name, setName] = useState('');
  const [twice, setTwice] = useState<Twice>({ secret: '', again: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const names = data.filter(({ kind, active }) => kind === 'person' && active);
  const missing = tried && name.trim() === '';
  const make = async () => {
    setTried(true);
    if (name.trim() === '' || twice.secret === '' || twice.secret !== twice.again) return;
    setBusy(true);
    staying.set({ what: 'making' });
    const answer = await call('people.firstAdministrator', { name: name.trim(), secret: twice.secret });
    setBusy(false);
    if (answer.ok) return staying.set({ what: 'code', name: name.trim(), code: answer.value.recoveryCode });
    staying.set(null);
    setRefused(answer);
  };
  return (
    <DoorForm className="desk-door-page" onGo={() => void make()}>
      <h1>{t('people.first.title')}</h1>
      <p>{t('people.first.why')}</p>
      <SecretRules />
      <div>
        <label htmlFor={id}>{t('people.first.name')}</label>
        <AutoComplete
          id={id}
          size="large"
          style={{ width: '100%' }}
          value={name}
          maxLength={60}
          options={names.map((one) => ({ value: one.name }))}
          showSearch={{ filterOption: (text, option) => String(option?.value ?? '').includes(text.trim()) }}
          status={missing ? 'error' : ''}
          aria-invalid={missing}
          aria-describedby={`${id}-missing`}
          onChange={(text: string) => setName(text)}
        />
        <FieldError id={`${id}-missing`}>{missing && t('people.first.nameMissing')}</FieldError>
      </div>
      <NewSecretFields
        value={twice}
        words={{ secret: t('people.first.secret'), again: t('people.first.again') }}
        fault={refused && aboutSecret(refused) ? say(refused) : null}
        tried={tried}
        onChange={(value) => {
          setRefused(null);
          setTwice(value);
        }}
      />
      <RefusedNotice refused={refused && !aboutSecret(refused) ? refused : null} />
      <p className="desk-quiet">{t('people.first.next')}</p>
      <Button type="primary" size="large" htmlType="submit" loading={busy}>
        {t('people.first.go')}
      </Button>
    </DoorForm>
  );
}
