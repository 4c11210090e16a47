import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../ui/notices.tsx';
import type { FieldFault } from './signs-draft.ts';

interface FaultProps {
  id: string;
  fault: FieldFault;
  unit: string;
  onConfirm(): void;
}

/** What stands in the way of a value, or the question whether it is right. */
export function FaultLine({ id, fault, unit, onConfirm }: FaultProps) {
  const { t } = useTranslation();
  if (fault.kind === 'unreadable') return <FieldError id={id}>{t('rounds.fault.unreadable')}</FieldError>;
  const { value, from, to } = fault;
  const words = { value: String(value), unit, from: String(from), to: String(to) };
  if (fault.kind === 'impossible')
    return <FieldError id={id}>{t('rounds.fault.impossible', words)}</FieldError>;
  return (
    <div className="desk-sign-question" id={id} role="alert">
      {t('rounds.fault.unusual', words)}
      <Button data-answer onClick={onConfirm}>
        {t('rounds.fault.confirm')}
      </Button>
    </div>
  );
}
