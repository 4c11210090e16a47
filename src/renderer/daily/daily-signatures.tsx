import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { Allowed } from '../people/allowed.tsx';
import { narrow } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import type { DailyReport } from './daily-figures.tsx';

/** Who signed which version; S signs what is shown, with a reason where another version was there. */
export function DailySignatures({ report }: { report: DailyReport }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const sign = useAct('daily.sign');
  const withdraw = useAct('daily.withdraw');
  const [restating, setRestating] = useState(false);
  const [leaving, setLeaving] = useState<number | null>(null);
  const { body, hash, signed, standing, restated } = report;
  const { cutOff } = body;
  const [latest] = signed;
  const unchanged = standing !== null && restated.length === 0;
  const put = async (reason?: string) =>
    (await sign.run({ cutOff, hash }, { ...(reason ? { reason } : {}), quiet: true })).ok;
  // At noon and midnight a page without a cut-off in its address turns to the next report, dialog and all.
  const hold = () => narrow({ cutOff });
  const begin = () => {
    hold();
    if (latest) setRestating(true);
    else void put();
  };
  const leave = (version: number) => {
    hold();
    setLeaving(version);
  };
  useKeys(t('reports.views.daily'), [
    { keys: 'S', does: t('daily.sign'), run: begin, when: !unchanged && !sign.busy },
  ]);
  return (
    <section aria-label={t('daily.signatures')}>
      <h3>{t('daily.signatures')}</h3>
      {signed.length === 0 && <p className="desk-quiet">{t('daily.unsigned')}</p>}
      <ul className="desk-daily-signed">
        {signed.map(({ version, who, signedAt, reason, withdrawn }) => (
          <li key={version} data-withdrawn={withdrawn}>
            <strong>{t('daily.version', { version })}</strong>{' '}
            {t('daily.signedBy', { who, at: timeOf(signedAt) })}
            {withdrawn ? (
              <em> {t('daily.withdrawn')}</em>
            ) : (
              <Allowed to="daily.withdraw">
                <Button size="small" onClick={() => leave(version)}>
                  {t('daily.withdraw')}
                </Button>
              </Allowed>
            )}
            {reason && <div className="desk-quiet">{reason}</div>}
          </li>
        ))}
      </ul>
      {unchanged && <Notice tone="good">{t('daily.same')}</Notice>}
      {restated.length > 0 && <Notice tone="warn">{t('daily.restated', { count: restated.length })}</Notice>}
      {!restating && <RefusedNotice refused={sign.refused} />}
      {!unchanged && (
        <Allowed to="daily.sign">
          <Button type="primary" loading={sign.busy} onClick={begin}>
            {t(latest ? 'daily.restate' : 'daily.sign')} <kbd>S</kbd>
          </Button>
        </Allowed>
      )}
      <ReasonDialog
        open={restating}
        title={t('daily.restateTitle', { at: timeOf(cutOff) })}
        verb={t('daily.restate')}
        consequences={[
          t('daily.restateWhat', { version: latest?.version ?? 0, next: (latest?.version ?? 0) + 1 }),
        ]}
        example={t('daily.restateExample')}
        draft={`daily-restate:${cutOff}`}
        act={sign}
        onGo={put}
        onClose={() => setRestating(false)}
      />
      <ReasonDialog
        open={leaving !== null}
        title={t('daily.withdrawTitle', { version: leaving ?? 0 })}
        verb={t('daily.withdraw')}
        consequences={[t('daily.withdrawWhat')]}
        example={t('daily.withdrawExample')}
        draft={`daily-withdraw:${cutOff}:${leaving ?? 0}`}
        act={withdraw}
        onGo={async (reason) =>
          leaving !== null && (await withdraw.run({ cutOff, version: leaving }, { reason, quiet: true })).ok
        }
        onClose={() => setLeaving(null)}
      />
    </section>
  );
}
