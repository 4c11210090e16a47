import type { ColDef } from 'ag-grid-community';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayRow } from '#shared/contract/stays.ts';
import { daysBetween, type Instant, localDateOf, type TimeZone } from '#shared/rules/instant.ts';
import { useWard } from '../client.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { numberColumn, textColumn, timeColumn } from '../ui/grid-columns.ts';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState } from '../ui/notices.tsx';
import { useNow } from '../ui/time.ts';
import type { Batch } from './use-batch.ts';

interface Props {
  batch: Batch;
  onDone(): void;
}

/** Days change at midnight; nothing here needs a quicker clock. */
const CLOCK_MS = 600_000;

/** Everybody in house who is not on the list yet: tick, Enter, back. */
export function PickInHouse({ batch, onDone }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useHospital();
  const now = useNow(CLOCK_MS);
  const grid = useRef<WardGridHandle<StayRow>>(null);
  const [ticked, setTicked] = useState(0);
  const { data } = useWard('stays.list', { scope: 'present' });
  const columns = useMemo(() => columnsOf(t, timeZone, now), [t, timeZone, now]);
  const rows = useMemo(
    () => data?.rows.filter(({ stayId }) => !batch.stayIds.includes(stayId)),
    [data, batch.stayIds],
  );
  const add = () => {
    const chosen = grid.current?.chosen() ?? [];
    batch.add(chosen.map(({ stayId }) => stayId));
    grid.current?.clearSelection();
  };
  useKeys(t('discharge.views.pick'), [
    // The grid itself takes Enter (onOpen); it stands here to be told of.
    { keys: 'Enter', does: t('discharge.pick.add'), run: add, when: false },
    { keys: 'Escape', does: t('discharge.pick.back'), run: onDone, inFields: false },
  ]);
  return (
    <WardGrid<StayRow>
      name="discharge-pick"
      label={t('discharge.views.pick')}
      ref={grid}
      rows={rows}
      columns={columns}
      rowId={(row) => row.stayId}
      onOpen={add}
      onChosen={(some) => setTicked(some.length)}
      tools={
        <>
          <Button type="primary" onClick={add}>
            {ticked > 0 ? t('discharge.pick.addTicked', { count: ticked }) : t('discharge.pick.add')}{' '}
            <kbd>Enter</kbd>
          </Button>
          <Button onClick={onDone}>
            {t('discharge.pick.backTo', { people: batch.stayIds.length })} <kbd>Esc</kbd>
          </Button>
        </>
      }
      empty={<EmptyState title={t('discharge.pick.nobody')} hint={t('discharge.pick.nobodyHint')} />}
    />
  );
}

function columnsOf(t: TFunction, zone: TimeZone, now: Instant): ColDef<StayRow>[] {
  const today = localDateOf(now, zone);
  const list = (words: readonly string[]) => words.join(t('ui.listComma'));
  return [
    textColumn({ id: 'name', title: t('fields.name'), width: 130, pinned: 'left' }, (row) => row.name),
    textColumn(
      { id: 'bed', title: t('ui.bed'), width: 120 },
      (row) => row.bed?.code ?? t('discharge.row.noBed'),
    ),
    numberColumn({ id: 'days', title: t('discharge.columns.days'), width: 110 }, (row) =>
      Math.max(0, daysBetween(localDateOf(row.arrivedAt, zone), today)),
    ),
    textColumn({ id: 'classification', title: t('fields.classification'), width: 130 }, (row) =>
      t(`vocabulary.classifications.${row.classification}`),
    ),
    textColumn({ id: 'sex', title: t('fields.sex'), width: 84 }, (row) => t(`vocabulary.sexes.${row.sex}`)),
    numberColumn({ id: 'age', title: t('ui.age'), width: 80 }, (row) => row.age),
    textColumn({ id: 'district', title: t('fields.district'), width: 120 }, (row) => row.district),
    textColumn({ id: 'street', title: t('fields.street'), width: 130 }, (row) => row.street),
    numberColumn({ id: 'number', title: t('ui.number'), width: 100 }, (row) => row.number),
    timeColumn({ id: 'arrivedAt', title: t('discharge.columns.arrived') }, zone, (row) => row.arrivedAt),
    textColumn({ id: 'keyGroups', title: t('discharge.columns.keyGroups'), width: 150 }, (row) =>
      list(row.keyGroups.map((group) => t(`vocabulary.keyGroups.${group}`))),
    ),
    textColumn({ id: 'phone', title: t('fields.phone'), width: 130 }, (row) => row.phone),
  ];
}
