import { type ReactNode, useId } from 'react';
import { FieldError } from '../ui/notices.tsx';
import type { FieldName } from './field-order.ts';
import './fields.css';

interface Props {
  name: FieldName;
  label: string;
  /** Twelfths of the row. */
  span: 3 | 4 | 5 | 6 | 8 | 12;
  /** After the label: an age, a mark. */
  aside?: ReactNode;
  error?: ReactNode;
  /** Something to check that keeps nobody from being admitted. */
  warning?: ReactNode;
  /** The id for the input, and of the label for a group. */
  children(ids: { input: string; label: string; says: string }): ReactNode;
}

const inputId = (name: FieldName): string => `admit-${name}`;

/** One field of the form, with what there is to say about it right below. */
export function Field({ name, label, span, aside, error, warning, children }: Props) {
  const id = useId();
  const says = `${id}-says`;
  return (
    <div className="desk-field" data-field={name} data-span={span}>
      <div className="desk-field-label">
        <label id={`${id}-label`} htmlFor={inputId(name)}>
          {label}
        </label>
        {aside}
      </div>
      {children({ input: inputId(name), label: `${id}-label`, says })}
      <FieldError id={says}>{error}</FieldError>
      {!error && warning && (
        <div className="desk-field-warning" id={says} role="status">
          {warning}
        </div>
      )}
    </div>
  );
}
