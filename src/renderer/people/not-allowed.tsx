import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { BREAK_GLASS_RIGHTS, type Right } from '#shared/rules/rights.ts';
import { type Refused, refusalOf } from '../client.ts';
import { askBreakGlass } from './glass.ts';
import { type Session, useSession } from './session.ts';

const HELPED_BY_GLASS = ['not-allowed', 'outside-your-zones'];

/** Break-glass is offered to whoever is signed in and was refused for a right or a zone, once and not on top of itself. */
const mayBreakGlass = ({ person }: Session): boolean => person !== null && person.breakGlass === null;

export const useOffersGlass = (refused: Refused | null): boolean =>
  mayBreakGlass(useSession()) && HELPED_BY_GLASS.includes(refusalOf(refused)?.code ?? '');

/** The button behind a refusal, or before a page that needs one of these rights; nothing where it would not help. */
export function GlassOffer({ right }: { right: Right }) {
  const { t } = useTranslation();
  const now = useSession();
  if (!mayBreakGlass(now) || !BREAK_GLASS_RIGHTS.includes(right)) return null;
  return (
    <Button danger onClick={askBreakGlass}>
      {t('people.glass.offer')}
    </Button>
  );
}
