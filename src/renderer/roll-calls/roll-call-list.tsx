import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RollCallHead } from '#shared/contract/roll-calls.ts';
import type { CareUnitId, ZoneId } from '#shared/contract/values.ts';
import { millisOf } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { go, hrefOf } from '../route.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { useSpans } from '../ui/time.ts';

const WARD = 'ward';

/** Those under way, what earlier ones found, and where to begin one. */
export function RollCallList() {
  const { t } = useTranslation();
  const id = useId();
  const { data, refused } = useWard('rollCalls.list', {}, { keep: true });
  const plan = useWard('beds.plan', {}).data;
  const [where, setWhere] = useState(WARD);
  const begin = useAct('rollCalls.begin');
  const zones = plan?.zones ?? [];
  const options = [
    { value: WARD, label: t('rollCalls.wholeWard') },
    ...zones.flatMap((zone) => [
      { value: `zone ${zone.id}`, label: t('rollCalls.zoneOption', { zone: zone.code }) },
      ...(plan?.careUnits ?? [])
        .filter(({ zoneId }) => zoneId === zone.id)
        .map((unit) => ({
          value: `unit ${unit.id}`,
          label: t('rollCalls.unitOption', { zone: zone.code, unit: unit.code }),
        })),
    ]),
  ];
  const start = async () => {
    const [kind, chosen] = where.split(' ');
    const answer = await begin.run(
      {
        zoneId: kind === 'zone' ? (chosen as ZoneId) : null,
        careUnitId: kind === 'unit' ? (chosen as CareUnitId) : null,
      },
      { quiet: true },
    );
    if (answer.ok) go('rollCall', answer.value.rollCallId);
  };
  useKeys(t('rollCalls.title'), [
    { keys: 'Ctrl+Enter', does: t('rollCalls.begin'), run: () => void start() },
  ]);
  const rows = data?.rollCalls ?? [];
  const open = rows.filter(({ closedAt }) => closedAt === null);
  const closed = rows.filter(({ closedAt }) => closedAt !== null);
  return (
    <div className="desk-page">
      <div className="desk-page-head">
        <h1>{t('rollCalls.title')}</h1>
        <span className="desk-spread" />
        <label htmlFor={id}>{t('rollCalls.beginWhere')}</label>
        <Select
          id={id}
          autoFocus
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 240 }}
          value={where}
          options={options}
          onChange={setWhere}
        />
        <Allowed to="rollCalls.begin">
          <Button type="primary" loading={begin.busy} onClick={() => void start()}>
            {t('rollCalls.begin')} <kbd>Ctrl+Enter</kbd>
          </Button>
        </Allowed>
      </div>
      <div className="desk-page-body">
        <RefusedNotice refused={begin.refused ?? refused} />
        {!data && !refused && <p className="desk-loading">{t('ui.loading')}</p>}
        {data && rows.length === 0 && (
          <EmptyState title={t('rollCalls.none')} hint={t('rollCalls.noneHint')} />
        )}
        <Rows title={t('rollCalls.underWay')} rows={open} />
        <Rows title={t('rollCalls.past')} rows={closed} />
      </div>
    </div>
  );
}

const COUNTS = ['expected', 'found', 'ghosts', 'swaps', 'misplaced', 'strangers', 'open'] as const;

const isCount = (column: string): boolean => (COUNTS as readonly string[]).includes(column);

function Rows({ title, rows }: { title: string; rows: readonly RollCallHead[] }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const spans = useSpans();
  if (rows.length === 0) return null;
  return (
    <section className="desk-roll-past" aria-label={title}>
      <h2>{title}</h2>
      <table>
        <thead>
          <tr>
            {(['place', 'begun', 'by', 'duration', ...COUNTS, 'note'] as const).map((one) => (
              <th key={one} scope="col" className={isCount(one) ? 'desk-roll-number' : undefined}>
                {t(`rollCalls.columns.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.rollCallId}>
              <th scope="row">
                <a href={hrefOf('rollCall', row.rollCallId)}>{row.place || t('rollCalls.wholeWard')}</a>
              </th>
              <td>{timeOf(row.begunAt)}</td>
              <td>{row.begunBy}</td>
              <td>
                {row.closedAt
                  ? spans.span(millisOf(row.closedAt) - millisOf(row.begunAt))
                  : t('rollCalls.progress', { walked: row.result.walked, beds: row.result.beds })}
              </td>
              {COUNTS.map((one) => (
                <td key={one} className="desk-roll-number">
                  {row.result[one]}
                </td>
              ))}
              <td>{row.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
