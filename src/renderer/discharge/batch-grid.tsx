import type { RowClassRules } from 'ag-grid-community';
import { Button } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import { call } from '../client.ts';
import { lastRefusal } from '../desk/last-act.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { useKeys } from '../ui/keys.ts';
import { EmptyState } from '../ui/notices.tsx';
import { openPatient } from '../ways.ts';
import { batchColumns } from './batch-columns.tsx';
import { type BatchRow, mayLeave } from './batch-draft.ts';
import type { Batch } from './use-batch.ts';

interface Props {
  batch: Batch;
  onTicked(ids: ReadonlySet<StayId>): void;
  onPick(): void;
  ref?: Ref<{ focus(): void }>;
}

/** Those of the family who stay behind, put on the list too. */
async function addFamily(row: BatchRow, batch: Batch): Promise<void> {
  const answer = await call('stays.record', { stayId: row.stayId });
  if (!answer.ok) return lastRefusal.set(answer);
  batch.add(
    answer.value.family.filter(({ name }) => row.familyStaying.includes(name)).map(({ stayId }) => stayId),
  );
}

const BAD_ROWS: RowClassRules<BatchRow> = {
  'desk-row-bad': ({ data }) => data !== undefined && !mayLeave(data),
};

/** Everybody on the list, each with a pass or the reason why not. */
export function BatchGrid({ batch, onTicked, onPick, ref }: Props) {
  const { t } = useTranslation();
  const grid = useRef<WardGridHandle<BatchRow>>(null);
  const { drop, rows } = batch;
  useImperativeHandle(ref, () => ({ focus: () => grid.current?.focus() }), []);
  const failing = rows.filter((row) => !mayLeave(row));
  const latest = useRef(batch);
  useEffect(() => {
    latest.current = batch;
  });

  const columns = useMemo(
    () =>
      batchColumns({
        t,
        onDrop: (row) => latest.current.drop([row.stayId]),
        onFamily: (row) => void addFamily(row, latest.current),
      }),
    [t],
  );

  const idsOf = (some: readonly BatchRow[]) => some.map(({ stayId }) => stayId);
  const dropChosen = () => {
    drop(idsOf(grid.current?.chosen() ?? []));
    grid.current?.focus();
  };
  useKeys(t('discharge.title'), [
    { keys: 'Delete', does: t('discharge.keys.drop'), run: dropChosen, when: rows.length > 0 },
    {
      keys: 'F',
      does: t('discharge.keys.family'),
      when: rows.length > 0,
      run: () => {
        const row = grid.current?.current();
        if (row) void addFamily(row, batch);
      },
    },
  ]);

  return (
    <WardGrid<BatchRow>
      name="discharge"
      label={t('discharge.title')}
      ref={grid}
      rows={batch.judging && rows.length === 0 && !batch.refused ? undefined : rows}
      columns={columns}
      rowId={(row) => row.stayId}
      rowClassRules={BAD_ROWS}
      onOpen={(row) => openPatient(row.stayId)}
      onChosen={(some) => onTicked(new Set(idsOf(some)))}
      tools={
        <>
          {failing.length > 0 && (
            <Button onClick={() => drop(idsOf(failing))}>
              {t('discharge.dropFailing', { count: failing.length })}
            </Button>
          )}
          {batch.stayIds.length > 0 && (
            <Button onClick={() => batch.keepOnly([])}>{t('discharge.dropAll')}</Button>
          )}
          {batch.dropped.length > 0 && (
            <Button onClick={batch.bringBack}>
              {t('discharge.bringBack', { count: batch.dropped.length })}
            </Button>
          )}
        </>
      }
      empty={
        <EmptyState title={t('discharge.empty.title')} hint={t('discharge.empty.hint')}>
          <Button type="primary" onClick={onPick}>
            {t('discharge.empty.pick')} <kbd>Ctrl+2</kbd>
          </Button>
        </EmptyState>
      }
    />
  );
}
