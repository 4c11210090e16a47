import { Button, Segmented } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '#shared/contract/index.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { go, narrow, useRoute } from '../route.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { EmptyState, Notice, RefusedNotice } from '../ui/notices.tsx';
import { spanText, useNow } from '../ui/time.ts';
import { openPatient } from '../ways.ts';
import { lastList } from './last-list.ts';
import { PatientActs } from './patient-acts.tsx';
import { patientColumns, type Scope } from './patient-columns.ts';
import { lastDays, periodOfAddress } from './period.ts';
import { PeriodChoice } from './period-choice.tsx';
import { familySizes, inWaitingOrder } from './waiting-order.ts';

const SCOPES: readonly Scope[] = ['present', 'waiting', 'left'];
const LIMIT = 2000;

const NOBODY: readonly StayRow[] = [];

/** All patients present, those who wait for a bed, or those who left in a period. */
export function PatientsGrid({ scope }: { scope: Scope }) {
  const { t } = useTranslation();
  const { timeZone: zone } = useHospital();
  const now = useNow(60_000);
  const { query } = useRoute();
  const period = periodOfAddress(query, zone) ?? lastDays(7, now, zone);
  const input: InputOf<'stays.list'> = scope === 'left' ? { scope, ...period.span, limit: LIMIT } : { scope };
  const { data, refused } = useWard('stays.list', input, { keep: scope === 'left' });
  const rows = data?.rows;
  const ordered = useMemo(() => (scope === 'waiting' && rows ? inWaitingOrder(rows) : rows), [scope, rows]);
  const familySize = useMemo(() => familySizes(rows ?? NOBODY), [rows]);
  const columns = useMemo(
    () => patientColumns(scope, { t, zone, now, familySize }),
    [scope, t, zone, now, familySize],
  );
  const grid = useRef<WardGridHandle<StayRow>>(null);
  useEffect(() => lastList.keep(scope, query), [scope, query]);
  const longest = scope === 'waiting' ? ordered?.[0] : undefined;
  const waitedMs = longest ? millisOf(now) - millisOf(longest.arrivedAt) : 0;

  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('patients.title')}</h1>
        <Segmented<Scope>
          aria-label={t('patients.scopeLabel')}
          value={scope}
          options={SCOPES.map((one) => ({ value: one, label: t(`patients.scopes.${one}`) }))}
          onChange={(chosen) => narrow({ scope: chosen })}
        />
        {scope === 'left' && (
          <PeriodChoice period={period} onChange={({ from, to }) => narrow({ from, to })} />
        )}
        {longest && (
          <span className="desk-quiet">
            {t('patients.longest', { name: longest.name, span: spanText(waitedMs, t) })}
          </span>
        )}
        <span className="desk-spread" />
        <PatientActs grid={grid} scope={scope} />
      </div>
      {data?.more && <Notice tone="warn">{t('patients.period.more', { limit: LIMIT })}</Notice>}
      <RefusedNotice refused={refused} />
      <WardGrid<StayRow>
        key={scope}
        ref={grid}
        name={`patients-${scope}`}
        label={`${t('patients.title')} ${t(`patients.scopes.${scope}`)}`}
        rows={ordered}
        columns={columns}
        rowId={(row) => row.stayId}
        startAt={lastList.opened()}
        onOpen={(row) => openPatient(row.stayId)}
        rowClass={(row) =>
          scope === 'waiting' && row.familyId && (familySize.get(row.familyId) ?? 0) > 1
            ? 'desk-family-row'
            : undefined
        }
        empty={<NobodyHere scope={scope} />}
      />
    </div>
  );
}

function NobodyHere({ scope }: { scope: Scope }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t(`patients.empty.${scope}`)} hint={t(`patients.empty.${scope}Hint`)}>
      {scope === 'present' && (
        <>
          <Button type="primary" onClick={() => go('admit')}>
            {t('patients.empty.admit')} <kbd>F2</kbd>
          </Button>
          <Button onClick={() => go('roster')}>
            {t('patients.empty.roster')} <kbd>F3</kbd>
          </Button>
        </>
      )}
    </EmptyState>
  );
}
