import { Button, Select } from 'antd';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SamplingRow } from '#shared/contract/tests.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { language } from '../i18n/index.ts';
import { PrintNews, usePrint } from '../papers/print.tsx';
import { go, narrow, useRoute } from '../route.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { samplingColumns } from './sampling-columns.tsx';
import { ScanBox } from './scan-box.tsx';

const SPANS = [0, 12, 24] as const;
const USUAL = 12;

/** Who is due a sample, by care unit in walking order, and the box that takes the scans. */
export function SamplingView() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { query } = useRoute();
  const grid = useRef<WardGridHandle<SamplingRow>>(null);
  const withinHours = SPANS.find((span) => String(span) === query.get('within')) ?? USUAL;
  const unit = query.get('unit') ?? '';
  const { data, refused } = useWard('tests.samplingList', { withinHours }, { keep: true });
  const labels = useAct('tests.assignLabels');
  const printing = usePrint();
  const rows = useMemo(() => data?.filter(({ careUnit }) => unit === '' || careUnit === unit), [data, unit]);
  const spoken = language();
  const columns = useMemo(() => samplingColumns(t, timeZone, spoken), [t, timeZone, spoken]);

  const label = async () => {
    const chosen = grid.current?.chosen() ?? [];
    const some = chosen.length > 0 ? chosen : (rows ?? []);
    if (some.length === 0) return;
    const stayIds = some.map(({ stayId }) => stayId);
    const answer = await labels.run(
      { stayIds },
      { quiet: true, says: (say, value) => say('tests.due.labelsDone', { people: value.labels.length }) },
    );
    if (!answer.ok) return;
    const barcodes = answer.value.labels.map(({ barcode }) => barcode);
    await printing.print({ kind: 'sample-label', stayIds, barcodes });
  };
  useKeys(t('tests.due.title'), [{ keys: 'L', does: t('tests.due.labels'), run: () => void label() }]);

  return (
    <div className="desk-sampling">
      <ScanBox />
      <RefusedNotice refused={labels.refused ?? refused} />
      <PrintNews printing={printing} />
      <WardGrid<SamplingRow>
        name="sampling"
        label={t('tests.due.title')}
        ref={grid}
        rows={rows}
        total={data?.length ?? 0}
        columns={columns}
        rowId={({ stayId }) => stayId}
        onOpen={({ stayId }) => go('patients', stayId, { view: 'tests' })}
        tools={
          <>
            <Units rows={data ?? []} unit={unit} />
            <Select
              aria-label={t('tests.due.within')}
              value={withinHours}
              style={{ width: 120 }}
              options={SPANS.map((hours) => ({
                value: hours,
                label: hours === 0 ? t('tests.due.now') : t('tests.due.hours', { hours }),
              }))}
              onChange={(hours) => narrow({ within: hours === USUAL ? undefined : String(hours) })}
            />
            <Button disabled={!rows || rows.length === 0} loading={labels.busy} onClick={() => void label()}>
              {t('tests.due.labels')} <kbd>L</kbd>
            </Button>
          </>
        }
        empty={<EmptyState title={t('tests.due.none')} hint={t('tests.due.noneHint')} />}
      />
    </div>
  );
}

function Units({ rows, unit }: { rows: readonly SamplingRow[]; unit: string }) {
  const { t } = useTranslation();
  const counts = new Map<string, number>();
  for (const { careUnit } of rows) counts.set(careUnit, (counts.get(careUnit) ?? 0) + 1);
  const known = [...counts].filter(([code]) => code !== '').sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <Select
      aria-label={t('tests.due.unit')}
      showSearch={{ optionFilterProp: 'label' }}
      value={unit}
      style={{ width: 190 }}
      options={[
        { value: '', label: t('tests.due.allUnits', { people: rows.length }) },
        ...known.map(([code, people]) => ({
          value: code,
          label: t('tests.due.unitCount', { unit: code, people }),
        })),
      ]}
      onChange={(code) => narrow({ unit: code === '' ? undefined : code })}
    />
  );
}
