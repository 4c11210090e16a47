import { FileExcelOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { LabField } from '#shared/contract/lab-row.ts';
import { useFileDrop } from '../roster/use-file-drop.ts';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { HandResult } from './hand-result.tsx';
import { ImportResult } from './import-result.tsx';
import { LabColumns } from './lab-columns.tsx';
import { LabFiles } from './lab-files.tsx';
import { type LabImport, useLabImport } from './use-lab-import.ts';
import '../roster/roster.css';
import { takeKeyboard } from '../ui/keyboard.ts';

type Result = OutputOf<'tests.importLab'>;

/** A laboratory's file: picked, its columns checked, taken in; and the files taken in before. */
export function ImportView({ onQuarantine }: { onQuarantine(): void }) {
  const { t } = useTranslation();
  const lab = useLabImport();
  const picker = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<Result | null>(null);
  const [byHand, setByHand] = useState(false);
  const read = (file: File | undefined) => {
    setResult(null);
    void lab.read(file);
  };
  const go = async () => {
    const answer = await lab.go();
    if (answer?.ok) setResult(answer.value);
  };
  const dropping = useFileDrop(read);
  const choose = () => picker.current?.click();
  useKeys(t('tests.views.import'), [
    { keys: 'Ctrl+O', does: t('tests.import.pick'), run: choose },
    { keys: 'Ctrl+Enter', does: t('tests.import.go'), run: () => void go(), when: lab.view !== null },
    { keys: 'R', does: t('tests.hand.open'), run: () => setByHand(true) },
  ]);
  return (
    <div className="desk-page-body desk-lab-import">
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('tests.import.pick')}
        accept=".xlsx,.csv,.txt,.tsv,.xls,.ods,.xlsb"
        onChange={(event) => {
          read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {(lab.reading || lab.taking) && (
        <LongProgress progress={lab.progress} fallback={t('progress.reading')} onCancel={lab.cancel} />
      )}
      <RefusedNotice refused={lab.refused} />
      {result && <ImportResult result={result} onQuarantine={onQuarantine} />}
      {lab.view && !lab.taking ? (
        <Look lab={lab} view={lab.view} onGo={() => void go()} />
      ) : (
        !lab.reading &&
        !lab.taking && (
          <Pick
            first={result === null || result.quarantined === 0}
            dropping={dropping}
            onPick={choose}
            onHand={() => setByHand(true)}
          />
        )
      )}
      <LabFiles />
      <HandResult open={byHand} onClose={() => setByHand(false)} />
    </div>
  );
}

interface PickProps {
  /** The keyboard starts here. */
  first: boolean;
  dropping: boolean;
  onPick(): void;
  onHand(): void;
}

function Pick({ first, dropping, onPick, onHand }: PickProps) {
  const { t } = useTranslation();
  const pick = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (first) takeKeyboard(pick.current);
  }, [first]);
  return (
    <div className="desk-roster-drop desk-lab-drop" data-over={dropping}>
      <FileExcelOutlined className="desk-roster-icon" aria-hidden />
      <h2>{t(dropping ? 'tests.import.dropNow' : 'tests.import.drop')}</h2>
      <div className="desk-lab-acts">
        <Button ref={pick} type="primary" size="large" icon={<UploadOutlined />} onClick={onPick}>
          {t('tests.import.pick')} <kbd>Ctrl+O</kbd>
        </Button>
        <Button size="large" onClick={onHand}>
          {t('tests.hand.open')} <kbd>R</kbd>
        </Button>
      </div>
      <p className="desk-quiet">{t('tests.import.kinds')}</p>
    </div>
  );
}

/** Without these every row goes to quarantine. */
const NEEDED = ['barcode', 'name', 'document', 'sampledAt'] as const satisfies readonly LabField[];

function Look({ lab, view, onGo }: { lab: LabImport; view: NonNullable<LabImport['view']>; onGo(): void }) {
  const { t } = useTranslation();
  const on = useRef<HTMLButtonElement>(null);
  useEffect(() => takeKeyboard(on.current), []);
  const meant = new Set(view.columns.map(({ field }) => field));
  const missing = NEEDED.filter((field) => !meant.has(field));
  const { accepted, duplicates, quarantined, corrected } = view;
  return (
    <section className="desk-card" aria-label={t('tests.import.headings')}>
      <div className="desk-lab-head">
        <h2>{lab.file?.fileName}</h2>
        {view.sheets.length > 1 && (
          <Select
            aria-label={t('roster.headings.sheet')}
            style={{ minWidth: 180 }}
            value={view.sheet}
            options={view.sheets.map((name) => ({ value: name, label: name }))}
            onChange={(sheet) => lab.change({ sheet, columns: [] })}
          />
        )}
        <span className="desk-spread" />
        <Button onClick={lab.putAside}>{t('tests.import.other')}</Button>
        <Button ref={on} type="primary" size="large" onClick={onGo}>
          {t('tests.import.go')} <kbd>Ctrl+Enter</kbd>
        </Button>
      </div>
      {view.known ? (
        <Notice tone="warn">{t('tests.import.known')}</Notice>
      ) : (
        <p>
          <strong>{t('tests.import.would', { accepted, duplicates, quarantined })}</strong>{' '}
          {corrected > 0 && t('tests.import.corrected', { count: corrected })}
        </p>
      )}
      {missing.length > 0 && (
        <Notice tone="warn">
          {t('tests.import.missing', {
            fields: missing.map((field) => t(`tests.fields.${field}`)).join(t('ui.listComma')),
          })}
        </Notice>
      )}
      <LabColumns columns={view.columns} busy={lab.reading} onChange={(columns) => lab.change({ columns })} />
    </section>
  );
}
