import { CheckCircleFilled, ExclamationCircleFilled, SwapOutlined, WarningFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReasonText } from './reason-words.ts';
import type { Verdict } from './verdict.ts';
import './carry.css';

const good = <CheckCircleFilled style={{ color: 'var(--desk-good)' }} />;
const mind = <WarningFilled style={{ color: 'var(--desk-warn)' }} />;
const bad = <ExclamationCircleFilled style={{ color: 'var(--desk-danger)' }} />;

/** Whether the patient in hand may have the bed, and what to mind: a line for each thing. */
export function VerdictWords({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation();
  const say = useReasonText();
  const lines: [sign: ReactNode, text: string][] = [];
  switch (verdict.kind) {
    case 'asking':
      lines.push([null, t('beds.carry.asking')]);
      break;
    case 'own':
      lines.push([null, t('beds.carry.own')]);
      break;
    case 'nobody':
      lines.push([bad, t('beds.carry.nobody')]);
      break;
    case 'swap':
      lines.push([<SwapOutlined key="s" />, t('beds.carry.swapWith', { name: verdict.other.name })]);
      break;
    case 'free':
      lines.push([good, t('beds.carry.may')]);
      for (const reason of verdict.warnings) lines.push([mind, say(reason)]);
      break;
    case 'overridable':
      for (const reason of verdict.refusals) lines.push([bad, say(reason)]);
      lines.push([mind, t('beds.carry.withReason')]);
      break;
    case 'barred':
      for (const reason of verdict.refusals) lines.push([bad, say(reason)]);
      break;
  }
  return (
    <>
      {lines.map(([sign, text]) => (
        <div key={text} className="desk-beds-verdict">
          {sign}
          <span>{text}</span>
        </div>
      ))}
    </>
  );
}
