import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Right } from '#shared/rules/rights.ts';
import type { Refused } from '../client.ts';
import { askBreakGlass } from './glass.ts';
import { isHadByGlass, isHelpedByGlass } from './helped-by-glass.ts';
import { type Session, useSession } from './session.ts';

/** Break-glass is for whoever is signed in, and not on top of itself. */
const mayBreakGlass = ({ person }: Session): boolean => person !== null && person.breakGlass === null;

/** The way to break-glass behind a refusal; nothing where it would not help. */
export function GlassButton({ refused, size }: { refused: Refused | null; size?: 'small' }) {
  return isHelpedByGlass(refused) ? <AskGlass size={size} /> : null;
}

/** The same before a page that needs this right. */
export function GlassForRight({ right }: { right: Right }) {
  return isHadByGlass(right) ? <AskGlass size={undefined} /> : null;
}

function AskGlass({ size }: { size: 'small' | undefined }) {
  const { t } = useTranslation();
  if (!mayBreakGlass(useSession())) return null;
  return (
    <Button danger {...(size ? { size } : {})} onClick={askBreakGlass}>
      {t('people.glass.offer')}
    </Button>
  );
}
