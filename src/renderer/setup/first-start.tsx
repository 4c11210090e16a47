import { EyeOutlined, HomeOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { Copies } from '../backups/copies.tsx';
import { queryClient } from '../client.ts';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { useLongCall } from '../long-call.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { useProgressWord } from '../ui/progress-word.ts';
import { SetUp } from './set-up.tsx';
import './setup.css';

/** A ward of the size of the real one, seven tenths full, with ten days behind it. */
const DEMONSTRATION = { patients: 860, days: 10, seed: 2022 };

/** Nothing here yet: set up our hospital, or look around first. */
export default function FirstStart({ status }: { status: OutputOf<'setup.status'> }) {
  const { t } = useTranslation();
  const [ours, setOurs] = useState(false);
  return (
    <main className="desk-first">
      <div className="desk-first-top">
        <span className="desk-quiet">
          {t('setup.folder')}: {status.folder}
        </span>
        <span className="desk-spread" />
        <LanguageSwitch />
      </div>
      {ours ? <SetUp onBack={() => setOurs(false)} /> : <TwoWays onOurs={() => setOurs(true)} />}
      <p className="desk-first-foot desk-quiet">
        {t('setup.version', { version: status.version })} · {status.runtime}
      </p>
    </main>
  );
}

function TwoWays({ onOurs }: { onOurs(): void }) {
  const { t } = useTranslation();
  const making = useLongCall('setup.createDemonstration');
  const wordOf = useProgressWord();
  const look = async () => {
    const answer = await making.run(DEMONSTRATION);
    if (answer.ok) await queryClient.invalidateQueries();
  };
  const { progress } = making;
  return (
    <div className="desk-first-middle">
      <h1>{t('setup.welcome')}</h1>
      <p>{t('setup.intro')}</p>
      <div className="desk-ways">
        <section className="desk-way">
          <HomeOutlined className="desk-way-icon" aria-hidden />
          <h2>{t('setup.ours.title')}</h2>
          <p className="desk-quiet">{t('setup.ours.hint')}</p>
          <Button type="primary" size="large" autoFocus disabled={making.busy} onClick={onOurs}>
            {t('setup.ours.start')}
          </Button>
        </section>
        <section className="desk-way">
          <EyeOutlined className="desk-way-icon" aria-hidden />
          <h2>{t('setup.look.title')}</h2>
          <p className="desk-quiet">{t('setup.look.hint')}</p>
          {making.busy ? (
            <div role="status">
              <p>
                {progress ? wordOf(progress.step) : t('setup.look.making')}{' '}
                {progress &&
                  progress.total > 0 &&
                  t('setup.progressOf', { done: progress.done, total: progress.total })}
              </p>
              <Progress
                aria-label={t('setup.look.making')}
                percent={
                  progress && progress.total > 0 ? Math.round((100 * progress.done) / progress.total) : 0
                }
              />
              <Button onClick={making.cancel}>{t('ui.cancel')}</Button>
            </div>
          ) : (
            <Button size="large" onClick={() => void look()}>
              {t('setup.look.start')}
            </Button>
          )}
          <RefusedNotice refused={making.refused} />
        </section>
      </div>
      <section className="desk-fault-copies" aria-labelledby="desk-first-copies">
        <h2 id="desk-first-copies">{t('backups.offer')}</h2>
        <p className="desk-quiet">{t('backups.firstHint')}</p>
        <Copies zone={null} withDrill={false} />
      </section>
    </div>
  );
}
