import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { REFUSAL_CODES } from '#shared/messages/refusals.ts';
import { Copies } from '../backups/copies.tsx';
import type { Refused } from '../client.ts';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { language } from '../i18n/index.ts';
import { refusalSentence, useRefusedSentence } from '../ui/refusal.ts';
import './setup.css';

/** A copy helps against these; against a full disk or a locked ward it does not. */
const RESTORED: ReadonlySet<string> = new Set([
  'ward-damaged',
  'ward-not-a-ward',
  'ward-wrong-key',
  'ward-keys-missing',
  'ward-keys-damaged',
]);

interface Props {
  status?: OutputOf<'setup.status'>;
  refused?: Refused;
  onRetry(): void;
}

/** The ward cannot be opened: what is wrong, that nothing was changed, and what to do. Calmly. */
export default function Fault({ status, refused, onRetry }: Props) {
  const { t } = useTranslation();
  const say = useRefusedSentence();
  const fault = status?.fault;
  const known = fault && REFUSAL_CODES.some((code) => code === fault.code);
  const sentence = known
    ? refusalSentence(fault, language(), t)
    : fault
      ? t('setup.faultUnknown', { code: fault.code })
      : window.desk
        ? refused && say(refused)
        : t('setup.noBridge');
  return (
    <main className="desk-first">
      <div className="desk-first-top">
        <span className="desk-spread" />
        <LanguageSwitch />
      </div>
      <div className="desk-first-middle desk-fault">
        <WarningOutlined className="desk-fault-icon" aria-hidden />
        <h1>{t('setup.faultTitle')}</h1>
        <p role="alert">{sentence}</p>
        <p>
          <strong>{t('setup.faultCalm')}</strong>
        </p>
        <p className="desk-quiet">{t('setup.faultNext')}</p>
        {status && (
          <p className="desk-quiet">
            {t('setup.folder')}: <code>{status.folder}</code>
            <br />
            {t('setup.version', { version: status.version })} · {status.runtime}
          </p>
        )}
        <Button type="primary" size="large" autoFocus onClick={onRetry}>
          {t('ui.retry')}
        </Button>
        {fault && RESTORED.has(fault.code) && (
          <section className="desk-fault-copies" aria-labelledby="desk-fault-copies">
            <h2 id="desk-fault-copies">{t('backups.offer')}</h2>
            <p className="desk-quiet">{t('backups.offerHint')}</p>
            <Copies zone={null} withDrill={false} />
          </section>
        )}
      </div>
    </main>
  );
}
