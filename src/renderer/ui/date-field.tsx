import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/rules/instant.ts';
import { FieldError } from './notices.tsx';
import { readDate } from './time.ts';

interface Props {
  id: string;
  value: LocalDate | null;
  /** Called when the field is left or Enter is pressed with a day that exists, or emptied. */
  onChange(value: LocalDate | null): void;
  disabled?: boolean;
  /** Left out: how a day may be typed. */
  placeholder?: string;
}

/** A day, typed: 19800101 is quicker than any calendar. */
export function DateField({ id, value, onChange, disabled = false, placeholder }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value ?? '';
  const wrong = typed !== null && typed.trim() !== '' && readDate(typed) === null;
  const settle = () => {
    if (typed === null || wrong) return;
    setTyped(null);
    const read = readDate(typed);
    if (read !== value) onChange(read);
  };
  return (
    <>
      <Input
        id={id}
        value={text}
        disabled={disabled}
        inputMode="numeric"
        placeholder={placeholder ?? t('ui.date.example')}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onPressEnter={settle}
      />
      <FieldError>{wrong ? t('ui.date.unreadable') : ''}</FieldError>
    </>
  );
}
