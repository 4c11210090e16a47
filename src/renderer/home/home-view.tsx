import { Button } from 'antd';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type LocalDate, localDateOf } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { narrow, useRoute } from '../route.ts';
import { DateField } from '../ui/date-field.tsx';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { readDate, useNow } from '../ui/time.ts';
import { openPatient } from '../ways.ts';
import { CheckDialog } from './check-dialog.tsx';
import { checkOf, type HomeRow, homeColumns, isToCall } from './home-columns.tsx';
import { HomeFileButtons, HomeFileNews, useHomeFile } from './home-file.tsx';
import '../care/care.css';
import './home.css';

/** The ledger of the seven days at home: who is to be called today, and what was heard of them. */
export function HomeMonitoring() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { query } = useRoute();
  const today = localDateOf(useNow(60_000), timeZone);
  const asked = readDate(query.get('day') ?? '');
  const day = asked !== null && asked < today ? asked : today;
  const { data, refused } = useWard('home.list', { day }, { keep: true });
  const rows = useMemo(
    () => data?.people.map((person): HomeRow => ({ ...person, day: data.day, days: data.days })),
    [data],
  );
  const columns = useMemo(() => homeColumns(t, timeZone), [t, timeZone]);
  const grid = useRef<WardGridHandle<HomeRow>>(null);
  const [open, setOpen] = useState<HomeRow | null>(null);
  const record = useAct('home.record');
  const file = useHomeFile(data?.day);
  const dayField = useId();
  const go = (to: LocalDate) => narrow({ day: to >= today ? undefined : to });
  const shift = (by: number) =>
    go(new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10) as LocalDate);

  /** On to the next who was not called; the same place where there is none. */
  const onward = (from: HomeRow): HomeRow | null => {
    const shown = grid.current?.shown() ?? [];
    const at = shown.findIndex(({ stayId }) => stayId === from.stayId);
    const next = shown.slice(at + 1).find(isToCall) ?? null;
    grid.current?.focus((next ?? from).stayId);
    return next;
  };
  const ask = () => setOpen(grid.current?.current() ?? null);
  const fine = async () => {
    const row = grid.current?.current();
    if (!row || checkOf(row) || record.busy) return;
    const answer = await record.run(
      {
        ...{ stayId: row.stayId, day: row.day as LocalDate, reached: true, temperature: null },
        ...{ symptoms: [], nat: 'none', note: '' },
      },
      { says: (say) => say('home.saved', { name: row.name, day: row.day }) },
    );
    if (answer.ok) onward(row);
  };
  useKeys(t('home.title'), [
    { keys: 'H', does: t('home.keys.record'), run: ask },
    { keys: 'F', does: t('home.keys.fine'), run: () => void fine() },
    { keys: '[', does: t('home.earlier'), run: () => shift(-1) },
    { keys: ']', does: t('home.later'), run: () => shift(1) },
  ]);
  const districts = [...new Set(rows?.map(({ district }) => district) ?? [])];
  return (
    <div className="desk-home">
      <div className="desk-home-head">
        <Button onClick={() => shift(-1)}>
          {t('home.earlier')} <kbd>[</kbd>
        </Button>
        <span className="desk-home-day">
          <label htmlFor={dayField} className="desk-unseen">
            {t('home.day')}
          </label>
          <DateField id={dayField} value={day} onChange={(value) => value && go(value)} />
        </span>
        <Button disabled={day >= today} onClick={() => shift(1)}>
          {t('home.later')} <kbd>]</kbd>
        </Button>
        <Summary rows={rows} />
        <span className="desk-spread" />
        <HomeFileButtons file={file} districts={districts} />
      </div>
      <HomeFileNews file={file} />
      <RefusedNotice refused={refused ?? record.refused} />
      <WardGrid<HomeRow>
        name="home"
        label={t('home.title')}
        ref={grid}
        rows={rows}
        columns={columns}
        rowId={(row) => row.stayId}
        onOpen={(row) => openPatient(row.stayId)}
        plain
        exportWord={t('reports.exportShown')}
        rowClassRules={ROW_CLASSES}
        tools={
          <Allowed to="home.record">
            <Button type="primary" disabled={!rows || rows.length === 0} onClick={ask}>
              {t('home.record')} <kbd>H</kbd>
            </Button>
          </Allowed>
        }
        empty={<EmptyState title={t('home.none')} hint={t('home.noneHint')} />}
      />
      <CheckDialog row={open} onSaved={(row) => setOpen(onward(row))} onClose={() => setOpen(null)} />
    </div>
  );
}

const ROW_CLASSES = {
  'desk-row-bad': ({ data }: { data: HomeRow | undefined }) => data?.positiveOn != null,
};

function Summary({ rows }: { rows: readonly HomeRow[] | undefined }) {
  const { t } = useTranslation();
  if (!rows) return <span className="desk-quiet">{t('ui.loading')}</span>;
  return (
    <strong>
      {t('home.summary', {
        count: rows.length,
        open: rows.filter(isToCall).length,
        positive: rows.filter(({ positiveOn }) => positiveOn !== null).length,
      })}
    </strong>
  );
}
