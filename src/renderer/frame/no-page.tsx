import { useTranslation } from 'react-i18next';
import { fill } from '#shared/messages/fill.ts';
import { RIGHT_WORDS } from '#shared/messages/rights.ts';
import type { Right } from '#shared/rules/rights.ts';
import { language } from '../i18n/index.ts';
import type { PageName } from '../pages.ts';
import { GlassForRight } from '../people/not-allowed.tsx';
import { EmptyState } from '../ui/notices.tsx';

/** A page that the role of whoever is signed in does not open, by a link or an address. */
export function NoPage({ page, right }: { page: PageName; right: Right }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('people.may.page', { page: t(`frame.pages.${page}`) })}
      hint={t('people.may.pageHint', { right: fill(RIGHT_WORDS[right], language()) })}
    >
      <GlassForRight right={right} />
    </EmptyState>
  );
}
