import { useTranslation } from 'react-i18next';
import { PASSWORD_LETTERS, PIN_DIGITS } from '#shared/rules/secret.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { TwiceTyped } from '../ui/twice-typed.tsx';
import type { NewSecret } from './use-new-secret.ts';
import './secrets.css';

/** What makes a secret fit to be used, said before it is chosen. */
export function SecretRules() {
  const { t } = useTranslation();
  return (
    <section className="desk-secret-rules" aria-label={t('people.fresh.rules')}>
      <h2>{t('people.fresh.rules')}</h2>
      <ul>
        <li>{t('people.fresh.rulePin', PIN_DIGITS)}</li>
        <li>{t('people.fresh.rulePassword', PASSWORD_LETTERS)}</li>
        <li>{t('people.fresh.rulePlain')}</li>
        <li>{t('people.fresh.ruleLockOut')}</li>
      </ul>
    </section>
  );
}

/** Both fields of a new secret, and what was refused. `word`: what it is called here. */
export function NewSecretFields({ form, word }: { form: NewSecret; word: string }) {
  const { t } = useTranslation();
  const say = useRefusedSentence();
  const { value, tried, ofSecret } = form;
  const missing = tried && value.secret === '' ? t('people.door.secretMissing') : '';
  const differs = tried && value.secret !== '' && value.secret !== value.again;
  return (
    <>
      <TwiceTyped
        value={value}
        words={{ secret: word, again: t('people.fresh.again') }}
        faults={{
          secret: ofSecret ? say(ofSecret) : missing,
          again: differs ? t('people.fresh.differ') : '',
        }}
        size="large"
        onChange={form.change}
      />
      <RefusedNotice refused={form.refused} />
    </>
  );
}
