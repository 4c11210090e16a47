import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { BackupSection } from '../backups/backup-section.tsx';
import { useWard } from '../client.ts';
import { useLongCall } from '../long-call.ts';
import { Allowed } from '../people/allowed.tsx';
import { ProtectionPart } from '../protection/protection-part.tsx';
import { hrefOf } from '../route.ts';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { checkKey } from './check-words.ts';

/** Where the data are, what this runs on, and whether everything in it is sound. */
export function DataSection() {
  const { t } = useTranslation();
  const { data } = useWard('setup.status', {});
  const verify = useLongCall('ward.verify');
  const check = () => void verify.run({});
  useKeys(t('settings.title'), [
    { keys: 'V', does: t('settings.data.verify'), run: check, when: !verify.busy },
  ]);
  return (
    <>
      <dl className="desk-setting-facts">
        <dt>{t('settings.data.folder')}</dt>
        <dd>
          <code>{data?.folder ?? '…'}</code>
        </dd>
        <dt>{t('settings.data.version')}</dt>
        <dd>{data ? `${t('ui.product')} ${data.version} · ${data.runtime}` : '…'}</dd>
        <dt>{t('settings.data.history')}</dt>
        <dd>
          <a href={hrefOf('acts')}>{t('settings.data.showHistory')}</a>
        </dd>
      </dl>
      <ProtectionPart />
      <BackupSection />
      <h3>{t('settings.data.check')}</h3>
      <p className="desk-quiet">{t('settings.data.checkHint')}</p>
      <p>
        <Allowed to="ward.verify">
          <Button type="primary" disabled={verify.busy} onClick={check}>
            {t('settings.data.verify')} <kbd>V</kbd>
          </Button>
        </Allowed>
      </p>
      {verify.busy && (
        <LongProgress progress={verify.progress} fallback={t('progress.checking')} onCancel={verify.cancel} />
      )}
      <RefusedNotice refused={verify.refused} />
      {!verify.busy && verify.value && <Result result={verify.value} />}
    </>
  );
}

function Result({ result }: { result: OutputOf<'ward.verify'> }) {
  const { t } = useTranslation();
  if (result.clean) return <Notice tone="good">{t('settings.data.clean', { count: result.checks })}</Notice>;
  const checks = Map.groupBy(result.problems, ({ check }) => check);
  return (
    <Notice>
      <strong>{t('settings.data.problems', { count: result.problems.length })}</strong>
      <p>{t('settings.data.whatNow')}</p>
      <ul>
        {[...checks].map(([check, problems]) => {
          const key = checkKey(check);
          return (
            <li key={check}>
              {key ? t(`settings.checks.${key}`) : check}
              {t('settings.data.times', { count: problems.length })}
              <details>
                <summary>{t('settings.data.details')}</summary>
                <ul>
                  {problems.map(({ detail }) => (
                    <li key={detail}>
                      <code>{detail}</code>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
