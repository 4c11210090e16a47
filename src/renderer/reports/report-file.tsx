import { FileExcelOutlined, FileTextOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, type Refused } from '../client.ts';
import { lastNote, lastRefusal } from '../desk/last-act.ts';
import { operatorForAct } from '../desk/operator.ts';
import { language } from '../i18n/index.ts';
import { useLongCall } from '../long-call.ts';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { folderAndName } from '../ui/written-file.ts';
import type { Period } from './period.ts';

const FORMATS = ['xlsx', 'csv'] as const;
type Format = (typeof FORMATS)[number];
const KEYS: Record<Format, string> = { xlsx: 'Ctrl+S', csv: 'Ctrl+Shift+S' };

interface Written {
  file: string;
  lines: number;
  period: Period;
}

/** The whole report as a file: written by the ward into the export folder, then shown where it is. */
export function useReportFile(period: Period) {
  const { t } = useTranslation();
  const long = useLongCall('reports.dischargeFile');
  const [written, setWritten] = useState<Written | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  const write = async (format: Format) => {
    if (long.busy) return;
    const madeBy = await operatorForAct();
    if (!madeBy) return;
    setWritten(null);
    setRefused(null);
    const answer = await long.run({ ...period, format, language: language(), madeBy: madeBy.id });
    if (!answer.ok) return setRefused(answer);
    const { file, lines } = answer.value;
    setWritten({ file, lines, period });
    lastRefusal.set(null);
    lastNote.set((say) => say('reports.written', { name: folderAndName(file)[1], count: lines }));
  };
  const show = async () => {
    if (!written) return;
    const answer = await call('reports.showFile', { file: written.file });
    if (!answer.ok) setRefused(answer);
  };
  useKeys(t('reports.title'), [
    ...FORMATS.map((format) => ({
      keys: KEYS[format],
      does: t(`reports.make.${format}`),
      run: () => void write(format),
    })),
    { keys: 'Ctrl+O', does: t('reports.show'), run: () => void show(), when: written !== null },
  ]);
  return { ...{ long, written, refused, write, show } };
}

export type ReportFile = ReturnType<typeof useReportFile>;

export function FileButtons({ file, people }: { file: ReportFile; people: number | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      {people !== undefined && <span className="desk-quiet">{t('reports.whole', { count: people })}</span>}
      <Allowed to="reports.dischargeFile">
        <Button
          type="primary"
          icon={<FileExcelOutlined />}
          disabled={file.long.busy}
          onClick={() => void file.write('xlsx')}
        >
          {t('reports.make.xlsx')} <kbd>{KEYS.xlsx}</kbd>
        </Button>
      </Allowed>
      <Allowed to="reports.dischargeFile">
        <Button icon={<FileTextOutlined />} disabled={file.long.busy} onClick={() => void file.write('csv')}>
          {t('reports.make.csv')}
        </Button>
      </Allowed>
    </>
  );
}

/** How far it has come; then where the file is. */
export function FileNews({ file }: { file: ReportFile }) {
  const { t } = useTranslation();
  const { long, written, refused } = file;
  if (long.busy)
    return <LongProgress progress={long.progress} fallback={t('progress.writing')} onCancel={long.cancel} />;
  return (
    <>
      <RefusedNotice refused={refused} />
      {written && <WrittenNotice written={written} onShow={() => void file.show()} />}
    </>
  );
}

function WrittenNotice({ written, onShow }: { written: Written; onShow(): void }) {
  const { t } = useTranslation();
  const [folder, name] = folderAndName(written.file);
  return (
    <Notice tone="good">
      <div className="desk-written">
        <strong>{t('reports.written', { name, count: written.lines })}</strong>
        <span className="desk-quiet">{t('reports.where', { folder })}</span>
        <span className="desk-quiet">{t('protection.plainFile')}</span>
        <Button autoFocus icon={<FolderOpenOutlined />} onClick={onShow}>
          {t('reports.show')} <kbd>Ctrl+O</kbd>
        </Button>
      </div>
    </Notice>
  );
}
