import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcedureName } from '#shared/contract/index.ts';
import { fill } from '#shared/messages/fill.ts';
import { RIGHT_WORDS } from '#shared/messages/rights.ts';
import { language } from '../i18n/index.ts';
import { missingFor, useSession } from './session.ts';

interface Props {
  /** What this part of a page is of no use without. */
  to: ProcedureName;
  children: ReactNode;
}

/** A part of a page; without the right for it, which right that is, and not as if something had gone wrong. */
export function OnlyWith({ to, children }: Props) {
  const { t } = useTranslation();
  const missing = missingFor(to, useSession());
  if (missing === null) return children;
  return (
    <p className="desk-quiet">{t('people.may.part', { right: fill(RIGHT_WORDS[missing], language()) })}</p>
  );
}
