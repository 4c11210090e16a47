import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { go } from '../route.ts';
import { useKeys } from '../ui/keys.ts';

interface Props {
  title: string;
  count: number | undefined;
  children: ReactNode;
}

/** What stands behind one number, with the number itself and the way back. */
export function RowsPage({ title, count, children }: Props) {
  const { t } = useTranslation();
  const back = () => go('overview');
  useKeys(t('frame.pages.overview'), [{ keys: 'Escape', does: t('overview.keys.back'), run: back }]);
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <Button onClick={back}>
          {t('ui.back')} <kbd>Esc</kbd>
        </Button>
        <h1>
          {title} {count !== undefined && <strong>{count}</strong>}
        </h1>
      </div>
      {children}
    </div>
  );
}
