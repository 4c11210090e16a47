import { Button, Input } from 'antd';
import { useEffect, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract/index.ts';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { Flip, VerdictCounts } from '#shared/contract/protocols.ts';
import { instantOfLocal } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { language } from '../i18n/index.ts';
import { useLongCall } from '../long-call.ts';
import { Allowed } from '../people/allowed.tsx';
import { go } from '../route.ts';
import { WardGrid } from '../ui/grid.tsx';
import { textColumn, timeColumn } from '../ui/grid-columns.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { EmptyState, FieldError, RefusedNotice } from '../ui/notices.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { nowInstant, timeOf } from '../ui/time.ts';
import { nameOf } from './protocol-words.ts';

interface Props {
  protocol: Protocol;
  /** False: a body that is being edited; it has to be saved before it can be chosen. */
  saved: boolean;
  onChosen(): void;
  onBack(): void;
}

/** Who would be judged differently, both ways; then, with a reason, from when it holds. */
export function ProtocolPreview({ protocol, saved, onChosen, onBack }: Props) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useHospital();
  const { run, cancel, busy, progress, value, refused } = useLongCall('protocols.preview');
  const [asking, setAsking] = useState(false);
  const [from, setFrom] = useState('');
  const [at, setAt] = useState<Flip | null>(null);
  const id = useId();
  const choose = useAct('protocols.choose');
  const { key, version } = protocol;
  const shown = i18n.language;
  useEffect(() => {
    // The sentences come in the language of the screen, so a change of it asks again.
    void shown;
    const proposal: InputOf<'protocols.preview'>['proposal'] = saved ? { key, version } : { protocol };
    void run({ proposal, language: language() });
  }, [run, saved, key, version, protocol, shown]);
  const start = from.trim() === '' ? null : instantOfLocal(from.trim(), timeZone);
  const wrongStart = from.trim() !== '' && start === null;
  const columns = useMemo(
    () => [
      textColumn<Flip>({ id: 'bed', title: t('protocols.columns.bed'), width: 100 }, (row) => row.bed),
      textColumn<Flip>({ id: 'name', title: t('protocols.columns.name'), width: 100 }, (row) => row.name),
      textColumn<Flip>({ id: 'before', title: t('protocols.columns.before'), width: 136 }, (row) =>
        t(`vocabulary.verdicts.${row.before}`),
      ),
      textColumn<Flip>({ id: 'after', title: t('protocols.columns.after'), width: 136 }, (row) =>
        t(`vocabulary.verdicts.${row.after}`),
      ),
      timeColumn<Flip>(
        { id: 'earliest', title: t('protocols.columns.earliest') },
        timeZone,
        (row) => row.earliest,
      ),
      textColumn<Flip>(
        {
          id: 'why',
          title: t('protocols.columns.why'),
          width: 420,
          flex: 1,
          tooltipValueGetter: ({ data }) => data?.why,
        },
        (row) => row.why,
      ),
    ],
    [t, timeZone],
  );
  useKeys(t('protocols.title'), [
    { keys: 'Escape', does: t('protocols.back'), run: onBack },
    {
      keys: 'Ctrl+Enter',
      does: t('protocols.choose'),
      run: () => setAsking(true),
      when: saved && value !== null,
    },
  ]);
  const decide = async (reason: string): Promise<boolean> => {
    if (!value) return false;
    const { gain, lose } = value.counts;
    const answer = await choose.run(
      { key, version, expects: { gain, lose }, ...(start ? { from: start } : {}) },
      { reason, quiet: true, says: (say) => say('protocols.chosen', { name: nameOf(protocol), version }) },
    );
    if (answer.ok) onChosen();
    return answer.ok;
  };
  return (
    <section className="desk-protocol" aria-label={t('protocols.preview')}>
      <div className="desk-protocol-head">
        <h3>
          {saved
            ? t('protocols.previewing', { name: nameOf(protocol), version })
            : t('protocols.previewingDraft', { name: nameOf(protocol) })}
        </h3>
        <Button onClick={onBack}>{t('protocols.back')}</Button>
      </div>
      {busy && <LongProgress progress={progress} fallback={t('ui.loading')} onCancel={cancel} />}
      <RefusedNotice refused={refused} />
      {value && (
        <>
          <Counts before={value.before} after={value.after} counts={value.counts} />
          <div className="desk-protocol-flips">
            <WardGrid
              name="protocol-flips"
              label={t('protocols.flips')}
              plain
              rows={value.flips}
              columns={columns}
              rowId={(row) => row.stayId}
              onOpen={(row) => go('patients', row.stayId)}
              onAt={(row) => setAt(row)}
              empty={<EmptyState title={t('protocols.nobody')} />}
            />
          </div>
          <p className="desk-protocol-why" role="status">
            {at && (
              <>
                <strong>
                  {at.bed} <bdi>{at.name}</bdi>
                </strong>{' '}
                {at.why}
              </>
            )}
          </p>
          {saved ? (
            <div className="desk-protocol-decide">
              <label htmlFor={id}>{t('protocols.from')}</label>
              <Input
                id={id}
                style={{ width: 190 }}
                value={from}
                placeholder={timeOf(nowInstant(), timeZone)}
                status={wrongStart ? 'error' : ''}
                onChange={(event) => setFrom(event.target.value)}
              />
              <span className="desk-quiet">{t('protocols.fromHint')}</span>
              <Allowed to="protocols.choose">
                <Button type="primary" disabled={wrongStart || busy} onClick={() => setAsking(true)}>
                  {t('protocols.choose')} <kbd>Ctrl+Enter</kbd>
                </Button>
              </Allowed>
              <FieldError>{wrongStart && t('protocols.fromWrong')}</FieldError>
            </div>
          ) : (
            <p className="desk-quiet">{t('protocols.saveFirst')}</p>
          )}
          <ReasonDialog
            open={asking}
            title={t('protocols.chooseTitle', { name: nameOf(protocol), version })}
            verb={t('protocols.choose')}
            consequences={[
              t('protocols.gain', { count: value.counts.gain }),
              t('protocols.lose', { count: value.counts.lose }),
              start ? t('protocols.startsAt', { at: timeOf(start, timeZone) }) : t('protocols.startsNow'),
              t('protocols.leftStays'),
            ]}
            example={t('protocols.reasonExample')}
            act={choose}
            onGo={decide}
            onClose={() => setAsking(false)}
          />
        </>
      )}
    </section>
  );
}

function Counts({
  before,
  after,
  counts,
}: {
  before: VerdictCounts;
  after: VerdictCounts;
  counts: { gain: number; lose: number; other: number };
}) {
  const { t } = useTranslation();
  return (
    <ul className="desk-protocol-counts">
      <li>{t('protocols.eligibleCount', { before: before.eligible, after: after.eligible })}</li>
      <li>{t('protocols.gain', { count: counts.gain })}</li>
      <li>{t('protocols.lose', { count: counts.lose })}</li>
      {counts.other > 0 && <li>{t('protocols.other', { count: counts.other })}</li>}
    </ul>
  );
}
