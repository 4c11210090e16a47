import { AlertFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '../client.ts';
import { endBreakGlass } from './glass.ts';
import type { SignedIn } from './session.ts';
import { useCountdown } from './use-countdown.ts';
import './glass.css';

const ASK_AGAIN_MS = 1_000;

/** Stays in sight as long as break-glass is on: why, how long yet, and the way to end it. */
export function GlassBand({ glass }: { glass: NonNullable<SignedIn['breakGlass']> }) {
  const { t } = useTranslation();
  const left = useCountdown(Date.parse(glass.until));
  const isOver = left === 0;
  useEffect(() => {
    if (!isOver) return;
    // The desk is asked what whoever is signed in may do now, until its own clock says so too.
    const ask = () => void queryClient.invalidateQueries({ queryKey: ['people.status'] });
    ask();
    const asking = setInterval(ask, ASK_AGAIN_MS);
    return () => clearInterval(asking);
  }, [isOver]);
  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return (
    <section className="desk-glass-band" aria-label={t('people.glass.band')}>
      <AlertFilled aria-hidden />
      <strong>{t('people.glass.band')}</strong>
      <span>{t('people.glass.left', { time })}</span>
      <span className="desk-glass-reason" title={glass.reason}>
        {glass.reason}
      </span>
      <Button onClick={() => void endBreakGlass()}>{t('people.glass.end')}</Button>
    </section>
  );
}
