import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../client.ts';
import { useKeys } from '../ui/keys.ts';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';

/** A field with its name above and what is wrong with it below. */
export function Field({
  id,
  label,
  wrong,
  children,
}: {
  id: string;
  label: string;
  wrong?: string | false | undefined;
  children: ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children}
      <FieldError>{wrong}</FieldError>
    </div>
  );
}

interface Props {
  title: string;
  verb: string;
  busy: boolean;
  refused: Refused | null;
  children: ReactNode;
  onSave(): void;
  onClose(): void;
}

/** The fields of a dialog with its buttons; Ctrl+Enter saves from any of them. */
export function Form({ title, verb, busy, refused, children, onSave, onClose }: Props) {
  const { t } = useTranslation();
  useKeys(title, [{ keys: 'Ctrl+Enter', does: verb, run: onSave }], true);
  return (
    <div className="desk-shift-form">
      {children}
      <RefusedNotice refused={refused} />
      <div className="desk-dialog-acts">
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button type="primary" loading={busy} onClick={onSave}>
          {verb} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
    </div>
  );
}
