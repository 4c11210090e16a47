import { Button, Input } from 'antd';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf, ProcedureName } from '#shared/contract/index.ts';
import type { ProtectionState } from '#shared/contract/protection.ts';
import { SECRET_SIGNS } from '#shared/rules/people-limits.ts';
import { call, queryClient, type Refused, useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { missingFor, useSession } from '../people/session.ts';
import { useHospital } from '../ui/hospital.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { NOTHING_TYPED } from '../ui/twice-typed.tsx';
import { PassphraseFields, passphraseFault } from './passphrase-fields.tsx';
import { type Noted, RecoveryPaper } from './recovery-paper.tsx';
import './protection.css';

const PROCEDURES = {
  protect: 'setup.protect',
  replace: 'setup.replaceRecoveryKey',
  change: 'setup.changePassphrase',
} as const satisfies Record<string, ProcedureName>;
type Act = keyof typeof PROCEDURES;

/** Is the ward encrypted, by what does it open, and what can be done about it. Part of the section on data. */
export function ProtectionPart() {
  const { t } = useTranslation();
  const { demo } = useHospital();
  const { data } = useWard('setup.status', {});
  const [act, setAct] = useState<Act | null>(null);
  const [done, setDone] = useState<Act | null>(null);
  const now = useSession();
  // What was typed, and a key on the screen, are no longer anybody's to see: neither waits behind the lock.
  const form = act !== null && now.inside && missingFor(PROCEDURES[act], now) === null ? act : null;
  useEffect(() => setAct(form), [form]);
  if (!data) return null;
  const { state, ways } = data.protection;
  const possible: Act[] = state === 'sealed' ? ['change', 'replace'] : demo ? [] : ['protect'];
  return (
    <>
      <h3>{t('protection.title')}</h3>
      {state === 'sealed' ? (
        <>
          <p>{t('protection.sealed')}</p>
          <ul className="desk-protection-ways">
            {ways.map((way) => (
              <li key={way}>{t(`protection.ways.${way}`)}</li>
            ))}
          </ul>
        </>
      ) : demo ? (
        <p className="desk-quiet">{t('protection.demo')}</p>
      ) : (
        <Notice tone="warn">{t('protection.open')}</Notice>
      )}
      {done && <Notice tone="good">{t(`protection.done.${done}`)}</Notice>}
      {form === null && possible.length > 0 && (
        <div className="desk-protection-acts">
          {possible.map((one) => (
            <Allowed key={one} to={PROCEDURES[one]}>
              <Button
                type={one === 'protect' ? 'primary' : 'default'}
                onClick={() => {
                  setAct(one);
                  setDone(null);
                }}
              >
                {t(`protection.acts.${one}`)}
              </Button>
            </Allowed>
          ))}
        </div>
      )}
      {form && (
        <ActForm
          key={form}
          act={form}
          protection={data.protection}
          onEnd={(was) => {
            setAct(null);
            setDone(was);
          }}
        />
      )}
    </>
  );
}

interface FormProps {
  act: Act;
  protection: ProtectionState;
  onEnd(done: Act | null): void;
}

type Answer = { ok: true; value: OutputOf<'setup.protect'> } | Refused;

/** What is asked for first, then the paper where a recovery key is made. */
function ActForm({ act, protection: { ways, keyring }, onEnd }: FormProps) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [current, setCurrent] = useState('');
  const [tried, setTried] = useState(false);
  const [paper, setPaper] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const optional = act === 'protect' && keyring;
  const asksNew = act !== 'replace';
  const asksCurrent = act !== 'protect' && ways.includes('passphrase');
  const known = asksCurrent ? current : null;
  const passphrase = typed.secret === '' ? null : typed.secret;

  const send = async (answering: Promise<Answer>) => {
    setBusy(true);
    const answer = await answering;
    setBusy(false);
    setRefused(answer.ok ? null : answer);
    if (!answer.ok) return setPaper(false);
    await queryClient.invalidateQueries();
    onEnd(act);
  };
  const goOn = () => {
    setTried(true);
    if (asksNew && passphraseFault(typed, optional)) return;
    if (act === 'change')
      void send(call('setup.changePassphrase', { current: known, passphrase: typed.secret }));
    else setPaper(true);
  };
  const withPaper = (noted: Noted) =>
    void send(
      act === 'protect'
        ? call('setup.protect', { ...noted, passphrase })
        : call('setup.replaceRecoveryKey', { ...noted, current: known }),
    );

  if (paper)
    return (
      <div className="desk-protection-form">
        <RecoveryPaper
          busy={busy}
          refused={refused}
          does={t(`protection.acts.${act}`)}
          onNoted={withPaper}
          onBack={() => setPaper(false)}
        />
      </div>
    );
  return (
    <form
      className="desk-protection-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <strong>{t(`protection.acts.${act}`)}</strong>
      <p className="desk-quiet">{t(`protection.before.${act}`)}</p>
      {asksCurrent && (
        <div className="desk-passphrase-now">
          <label htmlFor={`${id}-current`}>{t('protection.current')}</label>
          <Input.Password
            id={`${id}-current`}
            autoFocus
            autoComplete="off"
            maxLength={SECRET_SIGNS}
            value={current}
            onChange={(event) => setCurrent(event.target.value)}
          />
        </div>
      )}
      {asksNew && (
        <PassphraseFields
          typed={typed}
          optional={optional}
          tried={tried}
          autoFocus={!asksCurrent}
          onChange={setTyped}
        />
      )}
      <RefusedNotice refused={refused} />
      <div className="desk-protection-acts">
        <Button type="primary" htmlType="submit" loading={busy}>
          {act === 'change' ? t('protection.acts.change') : t('protection.next')}
        </Button>
        <Button onClick={() => onEnd(null)}>{t('ui.cancel')}</Button>
      </div>
    </form>
  );
}
