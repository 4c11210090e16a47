import type { ColDef } from 'ag-grid-community';
import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabRow } from '#shared/contract/tests.ts';
import { fill, type Language } from '#shared/messages/fill.ts';
import { LAB_PROBLEM_SENTENCES } from '#shared/messages/lab-problems.ts';
import { useWard } from '../client.ts';
import { language } from '../i18n/index.ts';
import { WardGrid, type WardGridHandle } from '../ui/grid.tsx';
import { numberColumn, textColumn } from '../ui/grid-columns.ts';
import { takeKeyboardNext } from '../ui/keyboard.ts';
import { useKeys } from '../ui/keys.ts';
import { EmptyState, RefusedNotice } from '../ui/notices.tsx';
import { SolveDialog } from './solve-dialog.tsx';

export const idOf = (row: Pick<LabRow, 'labFileId' | 'row'>): string => `${row.labFileId} ${row.row}`;

/** Why a row waits, as a sentence. */
export const reasonOf = (row: LabRow, spoken: Language): string =>
  row.problem === null
    ? ''
    : fill(LAB_PROBLEM_SENTENCES[row.problem], spoken, { barcode: row.barcode, ...row.params });

/** Rows of laboratory files that wait for somebody to decide: Enter opens one. */
export function QuarantineView() {
  const { t } = useTranslation();
  const spoken = language();
  const { data, refused } = useWard('tests.quarantine', {});
  const grid = useRef<WardGridHandle<LabRow>>(null);
  const [open, setOpen] = useState<LabRow | null>(null);
  const columns = useMemo(() => columnsOf(t, spoken), [t, spoken]);
  const show = () => {
    const row = grid.current?.current();
    if (row) setOpen(row);
  };
  // The grid itself takes Enter (onOpen); it stands here to be told of.
  useKeys(t('tests.quarantine.title'), [
    { keys: 'Enter', does: t('tests.quarantine.open'), run: show, when: false },
  ]);
  return (
    <div className="desk-quarantine">
      <RefusedNotice refused={refused} />
      <WardGrid<LabRow>
        name="quarantine"
        label={t('tests.quarantine.title')}
        ref={grid}
        plain
        rows={data}
        columns={columns}
        rowId={idOf}
        onOpen={setOpen}
        tools={
          <Button type="primary" disabled={!data || data.length === 0} onClick={show}>
            {t('tests.quarantine.open')} <kbd>Enter</kbd>
          </Button>
        }
        empty={<EmptyState title={t('tests.quarantine.none')} hint={t('tests.quarantine.noneHint')} />}
      />
      {open && (
        <SolveDialog
          key={idOf(open)}
          row={open}
          onClose={() => {
            setOpen(null);
            takeKeyboardNext(() => grid.current?.focus());
          }}
        />
      )}
    </div>
  );
}

function columnsOf(t: TFunction, spoken: Language): ColDef<LabRow>[] {
  const title = (
    name: 'reason' | 'name' | 'document' | 'barcode' | 'sampled' | 'orf' | 'n' | 'result' | 'file' | 'row',
  ) => t(`tests.quarantine.columns.${name}`);
  return [
    textColumn({ id: 'name', title: title('name'), width: 110, pinned: 'left' }, (row) => row.name),
    textColumn(
      { id: 'reason', title: title('reason'), flex: 1, minWidth: 380, wrapText: true, autoHeight: true },
      (row) => reasonOf(row, spoken),
    ),
    textColumn({ id: 'sampled', title: title('sampled'), width: 160 }, (row) => row.sampled),
    textColumn({ id: 'orf', title: title('orf'), width: 90 }, (row) => row.orf),
    textColumn({ id: 'n', title: title('n'), width: 80 }, (row) => row.n),
    textColumn({ id: 'result', title: title('result'), width: 90 }, (row) => row.result),
    textColumn({ id: 'barcode', title: title('barcode'), width: 160 }, (row) => row.barcode),
    textColumn({ id: 'document', title: title('document'), width: 190 }, (row) => row.document),
    textColumn({ id: 'file', title: title('file'), width: 200 }, (row) => row.fileName),
    numberColumn({ id: 'row', title: title('row'), width: 80 }, (row) => row.row),
  ];
}
