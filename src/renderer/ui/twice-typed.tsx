import { Input } from 'antd';
import { useId } from 'react';
import { SECRET_SIGNS } from '#shared/rules/people-limits.ts';
import { FieldError } from './notices.tsx';

/** What nobody sees while it is typed, and is typed twice for that reason. */
export interface Twice {
  secret: string;
  again: string;
}

export const NOTHING_TYPED: Twice = { secret: '', again: '' };

interface Props {
  value: Twice;
  words: Twice;
  /** What is wrong, at its field; empty where nothing is. */
  faults: Partial<Twice>;
  /** The id of one sentence below both that says it instead. */
  saidAt?: string;
  size?: 'large' | 'middle';
  autoFocus?: boolean;
  onChange(value: Twice): void;
}

/** A new secret or passphrase, and the same once more. */
export function TwiceTyped({
  value,
  words,
  faults,
  saidAt,
  size = 'middle',
  autoFocus = false,
  onChange,
}: Props) {
  const id = useId();
  return (['secret', 'again'] as const).map((field) => {
    const fault = faults[field];
    const at = saidAt ?? `${id}-${field}-fault`;
    return (
      <div key={field}>
        <label htmlFor={`${id}-${field}`}>{words[field]}</label>
        <Input.Password
          id={`${id}-${field}`}
          size={size}
          autoFocus={autoFocus && field === 'secret'}
          autoComplete="new-password"
          maxLength={SECRET_SIGNS}
          value={value[field]}
          status={fault ? 'error' : ''}
          aria-invalid={Boolean(fault)}
          aria-describedby={fault ? at : undefined}
          onChange={(event) => onChange({ ...value, [field]: event.target.value })}
        />
        {!saidAt && <FieldError id={at}>{fault}</FieldError>}
      </div>
    );
  });
}
