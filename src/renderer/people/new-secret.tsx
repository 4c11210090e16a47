import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PASSWORD_LETTERS, PIN_DIGITS } from '#shared/rules/secret.ts';
import { FieldError } from '../ui/notices.tsx';

/** What makes a secret fit to be used, said before it is chosen. */
export function SecretRules() {
  const { t } = useTranslation();
  return (
    <section className="desk-secret-rules" aria-label={t('people.first.rules')}>
      <h2>{t('people.first.rules')}</h2>
      <ul>
        <li>{t('people.first.rulePin', PIN_DIGITS)}</li>
        <li>{t('people.first.rulePassword', PASSWORD_LETTERS)}</li>
        <li>{t('people.first.rulePlain')}</li>
        <li>{t('people.first.ruleLockOut')}</li>
      </ul>
    </section>
  );
}

export interface Twice {
  secret: string;
  again: string;
}

interface Props {
  value: Twice;
  words: { secret: string; again: string };
  /** The sentence at the first field, such as that it is too short. */
  fault: string | null;
  tried: boolean;
  onChange(value: Twice): void;
}

/** Typed twice: nobody sees what is typed. */
export function NewSecretFields({ value, words, fault, tried, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const missing = tried && value.secret === '' ? t('people.door.secretMissing') : null;
  const first = missing ?? fault;
  const differ = tried && value.secret !== '' && value.secret !== value.again;
  return (
    <>
      <div>
        <label htmlFor={`${id}-1`}>{words.secret}</label>
        <Input.Password
          id={`${id}-1`}
          size="large"
          autoComplete="new-password"
          maxLength={200}
          value={value.secret}
          status={first ? 'error' : ''}
          aria-invalid={first !== null}
          aria-describedby={`${id}-fault`}
          onChange={(event) => onChange({ ...value, secret: event.target.value })}
        />
        <FieldError id={`${id}-fault`}>{first}</FieldError>
      </div>
      <div>
        <label htmlFor={`${id}-2`}>{words.again}</label>
        <Input.Password
          id={`${id}-2`}
          size="large"
          autoComplete="new-password"
          maxLength={200}
          value={value.again}
          status={differ ? 'error' : ''}
          aria-invalid={differ}
          aria-describedby={`${id}-differ`}
          onChange={(event) => onChange({ ...value, again: event.target.value })}
        />
        <FieldError id={`${id}-differ`}>{differ && t('people.first.differ')}</FieldError>
      </div>
    </>
  );
}
