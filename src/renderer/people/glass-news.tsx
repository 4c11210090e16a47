import { AlertOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { hrefOf } from '../route.ts';
import { hasRight, useSession } from './session.ts';
import './glass.css';

/** In the status bar of whoever looks after break-glass: how many nobody has looked at. */
export function GlassNews() {
  const { t } = useTranslation();
  const now = useSession();
  const enabled = now.required && hasRight(now, 'people.oversee');
  const { data = [] } = useWard('people.breakGlasses', {}, { enabled });
  const count = data.filter(
    ({ seen, operatorId }) => seen === null && operatorId !== now.person?.operatorId,
  ).length;
  if (!enabled || count === 0) return null;
  return (
    <a className="desk-glass-news" href={hrefOf('settings', 'people')}>
      <AlertOutlined aria-hidden /> {t('people.glass.waiting', { count })}
    </a>
  );
}
