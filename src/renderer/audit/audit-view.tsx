import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '#shared/contract/audit.ts';
import { lastNote } from '../desk/last-act.ts';
import { operatorForAct } from '../desk/operator.ts';
import { language } from '../i18n/index.ts';
import { useLongCall } from '../long-call.ts';
import { WardGrid } from '../ui/grid.tsx';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { EmptyState, Notice, RefusedNotice } from '../ui/notices.tsx';
import { auditColumns } from './audit-columns.ts';
import { AuditFilters, type Days } from './audit-filters.tsx';
import { type AuditFilter, useAudit } from './use-audit.ts';
import './audit.css';

/** The whole trail for auditors: filtered, checked link by link, taken away as a file. */
export function AuditView() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const [filter, setFilter] = useState<AuditFilter>({});
  const [days, setDays] = useState<Days>({ from: null, to: null });
  const [head, setHead] = useState('');
  const trail = useAudit(filter);
  const check = useLongCall('audit.check');
  const file = useLongCall('audit.exportFile');
  const columns = useMemo(() => auditColumns(t, timeZone), [t, timeZone]);

  const verify = async () => {
    if (check.busy) return;
    await check.run(head.trim() === '' ? {} : { head: head.trim() });
    trail.ask();
  };
  const write = async () => {
    if (file.busy) return;
    const madeBy = await operatorForAct();
    if (!madeBy) return;
    const answer = await file.run({ ...filter, madeBy: madeBy.id, language: language() });
    if (!answer.ok) return;
    const { file: path, rows } = answer.value;
    lastNote.set((say) => say('audit.exported', { count: rows, name: path.split(/[\\/]/).at(-1) ?? path }));
  };
  useKeys(t('audit.heading'), [
    { keys: 'M', does: t('audit.more'), run: trail.showMore, when: trail.more && !trail.asking },
    { keys: 'C', does: t('audit.check'), run: () => void verify() },
    { keys: 'Ctrl+S', does: t('audit.exportFile'), run: () => void write() },
  ]);
  return (
    <>
      <AuditFilters
        filter={filter}
        days={days}
        onChange={(next, nextDays) => {
          setFilter(next);
          setDays(nextDays);
        }}
      />
      <div className="desk-audit-check">
        <Input
          aria-label={t('audit.head')}
          placeholder={t('audit.head')}
          value={head}
          onChange={(event) => setHead(event.target.value)}
          onPressEnter={() => void verify()}
        />
        <Button loading={check.busy} onClick={() => void verify()}>
          {t('audit.check')} <kbd>C</kbd>
        </Button>
        <Button loading={file.busy} onClick={() => void write()}>
          {t('audit.exportFile')} <kbd>Ctrl+S</kbd>
        </Button>
      </div>
      {check.busy && (
        <LongProgress progress={check.progress} fallback={t('audit.checking')} onCancel={check.cancel} />
      )}
      <RefusedNotice refused={check.refused ?? file.refused ?? trail.refused} />
      {check.value && <CheckResult {...check.value} />}
      <WardGrid<AuditRow>
        name="audit"
        label={t('audit.heading')}
        rows={trail.rows}
        columns={columns}
        rowId={(row) => String(row.seq)}
        plain
        exportWord={t('audit.exportShown')}
        tools={
          <>
            {trail.total !== undefined && (
              <span className="desk-quiet">{t('audit.found', { count: trail.total })}</span>
            )}
            <Button disabled={!trail.more} loading={trail.asking} onClick={trail.showMore}>
              {t(trail.more ? 'audit.more' : 'audit.all')} {trail.more && <kbd>M</kbd>}
            </Button>
          </>
        }
        empty={<EmptyState title={t('audit.nothing')} hint={t('audit.nothingHint')} />}
      />
    </>
  );
}

type Checked = NonNullable<ReturnType<typeof useLongCall<'audit.check'>>['value']>;

const MOST_SHOWN = 5;

function CheckResult({ clean, rows, head, problems }: Checked) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  if (clean) return <Notice tone="good">{t('audit.clean', { rows, head: head ?? '' })}</Notice>;
  const when = (at: string) => (at === '' ? '' : timeOf(at as Parameters<typeof timeOf>[0]));
  const [first] = problems;
  return (
    <Notice>
      {t('audit.broken', { count: problems.length, seq: first?.seq ?? 0, at: when(first?.at ?? '') })}
      <ul>
        {problems.slice(0, MOST_SHOWN).map(({ seq, at, problem }) => (
          <li key={`${seq} ${problem}`}>
            {t('audit.problem', { seq, at: when(at), what: t(`audit.problems.${problem}`) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
