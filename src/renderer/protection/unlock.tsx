import { LockOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { SECRET_SIGNS } from '#shared/rules/people-limits.ts';
import { readRecoveryKey } from '#shared/rules/recovery-key.ts';
import { call, queryClient, type Refused } from '../client.ts';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import '../setup/setup.css';
import './protection.css';

/**
 * The ward is sealed and nothing at hand opens it: one field for either. A scanned or typed recovery key is known by
 * its checksum, so nobody has to say which of the two it is; a scanner ends with Enter.
 */
export default function Unlock({ status }: { status: OutputOf<'setup.status'> }) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<InputRef>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { ways, keyring } = status.protection;
  const hasPassphrase = ways.includes('passphrase');

  const unlock = async () => {
    setBusy(true);
    const isPaper = !hasPassphrase || 'key' in readRecoveryKey(typed);
    const answer = await call('setup.unlock', isPaper ? { recoveryKey: typed } : { passphrase: typed });
    setBusy(false);
    if (answer.ok) {
      await queryClient.invalidateQueries();
      return;
    }
    setRefused(answer);
    field.current?.focus({ cursor: 'all' });
  };
  return (
    <main className="desk-first">
      <div className="desk-first-top">
        <span className="desk-spread" />
        <LanguageSwitch />
      </div>
      <form
        className="desk-first-middle desk-unlock"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== '' && !busy) void unlock();
        }}
      >
        <LockOutlined className="desk-unlock-icon" aria-hidden />
        <h1>{t('protection.unlock.title')}</h1>
        <p>
          {t(
            keyring && ways.includes('keyring') ? 'protection.unlock.otherKeyring' : 'protection.unlock.why',
          )}
        </p>
        <div>
          <label htmlFor={`${id}-key`}>
            {t(hasPassphrase ? 'protection.unlock.either' : 'protection.unlock.paper')}
          </label>
          <Input.Password
            id={`${id}-key`}
            ref={field}
            size="large"
            autoFocus
            autoComplete="off"
            maxLength={SECRET_SIGNS}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setRefused(null);
            }}
          />
          <p className="desk-quiet">{t('protection.unlock.hint')}</p>
        </div>
        <RefusedNotice refused={refused} />
        <div>
          <Button type="primary" size="large" htmlType="submit" loading={busy} disabled={typed === ''}>
            {t('protection.unlock.open')}
          </Button>
        </div>
        <p className="desk-quiet">
          {t('setup.folder')}: <code>{status.folder}</code>
        </p>
      </form>
    </main>
  );
}
