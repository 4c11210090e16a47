import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isLongEnough, LEAST_PASSPHRASE } from '#shared/rules/passphrase.ts';
import { FieldError } from '../ui/notices.tsx';

export interface TypedPassphrase {
  passphrase: string;
  again: string;
}

export const NO_PASSPHRASE: TypedPassphrase = { passphrase: '', again: '' };

/** What is wrong with it; null where nothing is. Left empty it is right only where it may be left out. */
export function passphraseFault(
  { passphrase, again }: TypedPassphrase,
  optional: boolean,
): 'short' | 'differs' | null {
  if (passphrase === '' && again === '' && optional) return null;
  if (!isLongEnough(passphrase)) return 'short';
  return passphrase === again ? null : 'differs';
}

interface Props {
  typed: TypedPassphrase;
  optional: boolean;
  /** Say what is wrong: not before it was tried. */
  tried: boolean;
  autoFocus?: boolean;
  onChange(typed: TypedPassphrase): void;
}

/** A new passphrase, typed twice because nobody sees it. */
export function PassphraseFields({ typed, optional, tried, autoFocus = false, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const fault = tried ? passphraseFault(typed, optional) : null;
  const field = (name: keyof TypedPassphrase, wrong: boolean) => (
    <div>
      <label htmlFor={`${id}-${name}`}>{t(`protection.${name}`)}</label>
      <Input.Password
        id={`${id}-${name}`}
        autoFocus={autoFocus && name === 'passphrase'}
        autoComplete="new-password"
        maxLength={200}
        value={typed[name]}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-fault` : undefined}
        onChange={(event) => onChange({ ...typed, [name]: event.target.value })}
      />
    </div>
  );
  return (
    <div>
      <div className="desk-passphrase">
        {field('passphrase', fault === 'short')}
        {field('again', fault === 'differs')}
      </div>
      <FieldError id={`${id}-fault`}>
        {fault && t(`protection.faults.${fault}`, { least: LEAST_PASSPHRASE })}
      </FieldError>
      <p className="desk-quiet">{t('protection.passphraseHint', { least: LEAST_PASSPHRASE })}</p>
    </div>
  );
}
