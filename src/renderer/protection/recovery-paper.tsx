import { PrinterOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { isSameGroup, recoveryKeyGroups } from '#shared/rules/recovery-key.ts';
import { call, type Refused, refusalOf } from '../client.ts';
import { language } from '../i18n/index.ts';
import { takeKeyboard } from '../ui/keyboard.ts';
import { FieldError, Notice, RefusedNotice } from '../ui/notices.tsx';
import './protection.css';

export interface Noted {
  offer: string;
  lastGroup: string;
}

interface Props {
  busy: boolean;
  refused: Refused | null;
  /** What the button does, such as "create the hospital". */
  does: string;
  onNoted(noted: Noted): void;
  onBack(): void;
}

type Offer = OutputOf<'setup.offerRecoveryKey'>;

/**
 * The recovery key, this once: to be printed or copied, and its last group typed back from the paper before anything
 * is sealed with it. It leaves the screen with this component; nothing keeps it.
 */
export function RecoveryPaper(props: Props) {
  /** Counts the keys asked for: one that cannot be had, or that the program has forgotten, is asked for anew. */
  const [asked, setAsked] = useState(1);
  /** What was said of the key before. */
  const [over, setOver] = useState<Refused | null>(null);
  const { refused } = props;
  const anew = () => {
    setOver(refused);
    setAsked(asked + 1);
  };
  return <OneKey key={asked} {...props} refused={refused === over ? null : refused} onAnew={anew} />;
}

function OneKey({ busy, refused, does, onNoted, onBack, onAnew }: Props & { onAnew(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const [offer, setOffer] = useState<Offer | null>(null);
  const [failed, setFailed] = useState<Refused | null>(null);
  const [printed, setPrinted] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const field = useRef<InputRef>(null);
  useEffect(() => {
    let gone = false;
    void call('setup.offerRecoveryKey', {}).then((answer) => {
      if (gone) return;
      if (answer.ok) setOffer(answer.value);
      else setFailed(answer);
    });
    return () => {
      gone = true;
    };
  }, []);
  const said = failed ?? refused;
  if (!offer)
    return (
      <div className="desk-recovery">
        <h1>{t('protection.paper.title')}</h1>
        {failed ? <RefusedNotice refused={failed} /> : <p className="desk-loading">{t('ui.loading')}</p>}
        <div className="desk-dialog-acts">
          <Button size="large" onClick={onBack}>
            {t('ui.back')}
          </Button>
          {failed && (
            <Button size="large" type="primary" onClick={onAnew}>
              {t('ui.retry')}
            </Button>
          )}
        </div>
      </div>
    );
  const groups = recoveryKeyGroups(offer.recoveryKey);

  const print = async () => {
    const answer = await call('setup.printRecoveryKey', { offer: offer.offer, language: language() });
    setFailed(answer.ok ? null : answer);
    if (!answer.ok) return;
    setPrinted(answer.value.file);
    takeKeyboard(field.current);
  };
  const goOn = () => {
    const right = isSameGroup(typed, groups.at(-1) ?? '');
    setWrong(!right);
    if (right) onNoted({ offer: offer.offer, lastGroup: typed });
    else field.current?.focus();
  };
  return (
    <form
      className="desk-recovery"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <h1>{t('protection.paper.title')}</h1>
      <p>{t('protection.paper.what')}</p>
      <div className="desk-recovery-paper">
        <ol aria-label={t('protection.paper.title')}>
          {[...groups.entries()].map(([place, group]) => (
            <li key={place}>{group}</li>
          ))}
        </ol>
        <img src={offer.qr} alt={t('protection.paper.qr')} />
      </div>
      <ul className="desk-recovery-rules">
        <li>{t('protection.paper.once')}</li>
        <li>{t('protection.paper.apart')}</li>
        <li>{t('protection.paper.lost')}</li>
      </ul>
      <p>
        <Button size="large" icon={<PrinterOutlined />} autoFocus onClick={() => void print()}>
          {t('protection.paper.print')}
        </Button>
      </p>
      {printed && (
        <Notice tone="good">
          {t('protection.paper.printed')} <code>{printed}</code>
        </Notice>
      )}
      <div className="desk-recovery-check">
        <label htmlFor={`${id}-last`}>{t('protection.paper.typeBack', { number: groups.length })}</label>
        <Input
          id={`${id}-last`}
          ref={field}
          size="large"
          autoComplete="off"
          spellCheck={false}
          maxLength={20}
          value={typed}
          status={wrong ? 'error' : ''}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
        />
        <FieldError id={`${id}-wrong`}>{wrong && t('protection.paper.wrong')}</FieldError>
      </div>
      <RefusedNotice refused={said} />
      <div className="desk-dialog-acts">
        <Button size="large" onClick={onBack} disabled={busy}>
          {t('ui.back')}
        </Button>
        {refusalOf(said)?.code === 'recovery-key-gone' && (
          <Button size="large" onClick={onAnew}>
            {t('protection.paper.anew')}
          </Button>
        )}
        <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={typed.trim() === ''}>
          {does}
        </Button>
      </div>
    </form>
  );
}
