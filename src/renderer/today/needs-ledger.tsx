import { Button, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SPECIAL_GROUPS, type SpecialGroup } from '#shared/contract/care.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { TimeZone } from '#shared/rules/instant.ts';
import { type ForWhom, OrderDialog } from '../care/order-dialog.tsx';
import { useWard } from '../client.ts';
import { Allowed } from '../people/allowed.tsx';
import { narrow, useRoute } from '../route.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { numberColumn, textColumn } from '../ui/grid-columns.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { timeOf } from '../ui/time.ts';
import { openPatient } from '../ways.ts';

type Row = OutputOf<'care.needsLedger'>[number];

/** 送饭到床：完成 04-06 08:10（下次 04-07 08:00） */
function workOf(row: Row, t: TFunction, zone: TimeZone): string {
  if (row.orders.length === 0) return t('care.needs.nothing');
  return row.orders
    .map(({ what, last, next }) => {
      const done = last
        ? `${t(`today.outcome.${last.outcome}`)} ${timeOf(last.at, zone).slice(5)}`
        : t('care.needs.notYet');
      const line = t('care.needs.line', { what, last: done });
      return next ? `${line} · ${t('care.needs.next', { at: timeOf(next, zone).slice(5) })}` : line;
    })
    .join('; ');
}

const columnsOf = (t: TFunction, zone: TimeZone) => [
  textColumn<Row>({ id: 'bed', title: t('today.columns.bed'), width: 120, pinned: 'left' }, (row) => row.bed),
  textColumn<Row>({ id: 'name', title: t('today.columns.name'), width: 130 }, (row) => row.name),
  numberColumn<Row>({ id: 'age', title: t('ui.age'), width: 80 }, (row) => row.age),
  textColumn<Row>({ id: 'groups', title: t('care.needs.columns.groups'), width: 220 }, (row) =>
    row.groups.map((group) => t(`care.groups.${group}`)).join(t('ui.listComma')),
  ),
  textColumn<Row>(
    {
      id: 'work',
      title: t('care.needs.columns.work'),
      flex: 1,
      minWidth: 300,
      wrapText: true,
      autoHeight: true,
      cellStyle: { lineHeight: '22px', paddingBlock: 6 },
    },
    (row) => workOf(row, t, zone),
  ),
];

/** Special groups as a ledger: who, which group, what is ordered and what was done. */
export function NeedsLedger() {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const { query } = useRoute();
  const group = SPECIAL_GROUPS.find((one) => one === query.get('group'));
  const { data, refused } = useWard('care.needsLedger', group ? { group } : {}, { keep: true });
  const grid = useRef<WardGridHandle<Row>>(null);
  const [whom, setWhom] = useState<ForWhom>(null);
  const [chosen, setChosen] = useState(0);
  const columns = useMemo(() => columnsOf(t, timeZone), [t, timeZone]);
  const order = () => {
    const rows = grid.current?.chosen() ?? [];
    if (rows.length > 0) setWhom({ stayIds: rows.map(({ stayId }) => stayId), name: rows[0]?.name ?? '' });
  };
  useKeys(t('care.needs.title'), [{ keys: 'O', does: t('care.keys.order'), run: order }]);
  return (
    <div className="desk-today">
      <RefusedNotice refused={refused} />
      <WardGrid<Row>
        name="needs"
        label={t('care.needs.title')}
        ref={grid}
        rows={data}
        columns={columns}
        rowId={(row) => row.stayId}
        onOpen={(row) => openPatient(row.stayId)}
        onChosen={(rows) => setChosen(rows.length)}
        tools={
          <>
            <Select<SpecialGroup | ''>
              aria-label={t('care.needs.columns.groups')}
              style={{ width: 190 }}
              value={group ?? ''}
              onChange={(one) => narrow({ group: one || undefined })}
              options={[
                { value: '', label: t('care.needs.all') },
                ...SPECIAL_GROUPS.map((one) => ({ value: one, label: t(`care.groups.${one}`) })),
              ]}
            />
            <Allowed to="care.order">
              <Button disabled={!data || data.length === 0} onClick={order}>
                {chosen > 1 ? t('care.orders.addFor', { count: chosen }) : t('care.orders.add')} <kbd>O</kbd>
              </Button>
            </Allowed>
          </>
        }
        empty={<EmptyState title={t('care.needs.none')} hint={t('care.needs.noneHint')} />}
      />
      <OrderDialog open={whom !== null} whom={whom} team="nursing" onClose={() => setWhom(null)} />
    </div>
  );
}
