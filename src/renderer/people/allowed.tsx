import { cloneElement, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureName } from '#shared/contract/index.ts';
import { fill } from '#shared/messages/fill.ts';
import { RIGHT_WORDS } from '#shared/messages/rights.ts';
import { language } from '../i18n/index.ts';
import { missingFor, useSession } from './session.ts';
import './allowed.css';

interface Props {
  /** The act that the button leads to. */
  to: ProcedureName;
  children: ReactElement<{ disabled?: boolean; 'aria-description'?: string }>;
}

/**
 * The button of an act. Without the right for it the button stays in its place, grey, and says why; its key still
 * works, and the ward's refusal then offers break-glass.
 */
export function Allowed({ to, children }: Props) {
  const { t } = useTranslation();
  const missing = missingFor(to, useSession());
  if (missing === null) return children;
  const why = t('people.may.missing', { right: fill(RIGHT_WORDS[missing], language()) });
  return (
    <span className="desk-not-allowed" title={why}>
      {cloneElement(children, { disabled: true, 'aria-description': why })}
    </span>
  );
}
