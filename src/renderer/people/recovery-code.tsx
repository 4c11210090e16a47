import { PrinterOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RECOVERY_CODE_SIGNS } from '#shared/rules/people-limits.ts';
import { readRecoveryCode } from '#shared/rules/recovery-code.ts';
import { useHospital } from '../ui/hospital.tsx';
import { FieldError } from '../ui/notices.tsx';
import { DoorForm } from './door-form.tsx';
import { staying } from './door-state.ts';
import './secrets.css';

/** Told once: written down or printed, then typed back from the paper before anybody goes on. */
export function RecoveryCode({ name, code }: { name: string; code: string }) {
  const { t } = useTranslation();
  const id = useId();
  const hospital = useHospital();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const right = readRecoveryCode(typed) === readRecoveryCode(code);
  return (
    <DoorForm
      className="desk-door-page"
      onGo={() => {
        setTried(true);
        if (right) staying.set(null);
      }}
    >
      <h1>{t('people.code.title')}</h1>
      <p>{t('people.code.why', { name })}</p>
      <div className="desk-code-paper">
        <p className="desk-code-head">
          {t('people.code.paper')} · {hospital.name} · {name}
        </p>
        <output className="desk-code" aria-label={t('people.code.label')}>
          {code}
        </output>
      </div>
      <Button icon={<PrinterOutlined />} size="large" className="desk-door-print" onClick={() => print()}>
        {t('people.code.print')}
      </Button>
      <div>
        <label htmlFor={id}>{t('people.code.typed')}</label>
        <Input
          id={id}
          size="large"
          autoComplete="off"
          spellCheck={false}
          maxLength={RECOVERY_CODE_SIGNS}
          className="desk-code-typed"
          value={typed}
          status={tried && !right ? 'error' : ''}
          aria-invalid={tried && !right}
          aria-describedby={`${id}-differ`}
          onChange={(event) => {
            setTried(false);
            setTyped(event.target.value);
          }}
        />
        <FieldError id={`${id}-differ`}>{tried && !right && t('people.code.differ')}</FieldError>
      </div>
      <Button type="primary" size="large" htmlType="submit">
        {t('people.code.go')}
      </Button>
    </DoorForm>
  );
}
