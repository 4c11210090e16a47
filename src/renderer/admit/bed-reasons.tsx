import { CheckOutlined, ExclamationCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { ReasonView } from '#shared/contract/allocation.ts';
import { allocationReasonText } from '#shared/messages/allocation-reasons.ts';
import { language } from '../i18n/index.ts';

interface Props {
  reasons: readonly ReasonView[];
  warnings: readonly ReasonView[];
}

/** Why this bed, and what to mind about it, in words. */
export function BedReasons({ reasons, warnings }: Props) {
  return (
    <ul className="desk-bed-reasons">
      {warnings.map((reason) => (
        <li key={keyOf(reason)} data-tone="warn">
          <ExclamationCircleFilled aria-hidden />
          <span>{allocationReasonText(reason, language())}</span>
        </li>
      ))}
      {reasons.map((reason) => (
        <li key={keyOf(reason)}>
          <CheckOutlined aria-hidden />
          <span>{allocationReasonText(reason, language())}</span>
        </li>
      ))}
    </ul>
  );
}

/** The same in one line, for another choice. */
export function ReasonsLine({ reasons }: { reasons: readonly ReasonView[] }) {
  const { t } = useTranslation();
  const words = reasons.map((reason) => allocationReasonText(reason, language())).join(t('ui.listComma'));
  return (
    <span className="desk-quiet" title={words}>
      {words}
    </span>
  );
}

const keyOf = ({ code, params }: ReasonView): string => `${code}${JSON.stringify(params)}`;
