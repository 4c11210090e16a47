import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isLongEnough, LEAST_PASSPHRASE } from '#shared/rules/passphrase.ts';
import { FieldError } from '../ui/notices.tsx';
import { type Twice, TwiceTyped } from '../ui/twice-typed.tsx';

/** What is wrong with it; null where nothing is. Left empty it is right only where it may be left out. */
export function passphraseFault({ secret, again }: Twice, optional: boolean): 'short' | 'differs' | null {
  if (secret === '' && again === '' && optional) return null;
  if (!isLongEnough(secret)) return 'short';
  return secret === again ? null : 'differs';
}

interface Props {
  typed: Twice;
  optional: boolean;
  /** Say what is wrong: not before it was tried. */
  tried: boolean;
  autoFocus?: boolean;
  onChange(typed: Twice): void;
}

/** A new passphrase, side by side with the same once more. */
export function PassphraseFields({ typed, optional, tried, autoFocus = false, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const fault = tried ? passphraseFault(typed, optional) : null;
  const says = fault && t(`protection.faults.${fault}`, { least: LEAST_PASSPHRASE });
  return (
    <div>
      <div className="desk-passphrase">
        <TwiceTyped
          value={typed}
          words={{ secret: t('protection.passphrase'), again: t('protection.again') }}
          faults={says ? { [fault === 'short' ? 'secret' : 'again']: says } : {}}
          saidAt={id}
          autoFocus={autoFocus}
          onChange={onChange}
        />
      </div>
      <FieldError id={id}>{says}</FieldError>
      <p className="desk-quiet">{t('protection.passphraseHint', { least: LEAST_PASSPHRASE })}</p>
    </div>
  );
}
