import { FolderOpenOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/rules/instant.ts';
import { call, type Refused } from '../client.ts';
import { operatorForAct } from '../desk/operator.ts';
import { language } from '../i18n/index.ts';
import { useLongCall } from '../long-call.ts';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { folderAndName } from '../ui/written-file.ts';

const FORMATS = ['xlsx', 'csv'] as const;
type Format = (typeof FORMATS)[number];
const KEYS: Record<Format, string> = { xlsx: 'Ctrl+S', csv: 'Ctrl+Shift+S' };
const ALL = 'all';

/** The ledger as a file for the communities, of all districts or of one. */
export function useHomeFile(day: LocalDate | undefined) {
  const { t } = useTranslation();
  const long = useLongCall('home.exportFile');
  const [district, setDistrict] = useState(ALL);
  const [written, setWritten] = useState<{ file: string; lines: number } | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const write = async (format: Format) => {
    if (long.busy || !day) return;
    const madeBy = await operatorForAct();
    if (!madeBy) return;
    setWritten(null);
    setRefused(null);
    const answer = await long.run({
      ...{ day, format, language: language(), madeBy: madeBy.id },
      ...(district === ALL ? {} : { district: district.slice(1) }),
    });
    if (answer.ok) setWritten(answer.value);
    else setRefused(answer);
  };
  const show = async () => {
    if (!written) return;
    const answer = await call('reports.showFile', { file: written.file });
    if (!answer.ok) setRefused(answer);
  };
  useKeys(
    t('home.title'),
    FORMATS.map((format) => ({
      keys: KEYS[format],
      does: t(`home.make.${format}`),
      run: () => void write(format),
    })),
  );
  return { long, district, setDistrict, written, refused, write, show };
}

type HomeFile = ReturnType<typeof useHomeFile>;

export function HomeFileButtons({ file, districts }: { file: HomeFile; districts: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        aria-label={t('home.district')}
        style={{ width: 150 }}
        value={file.district}
        onChange={file.setDistrict}
        options={[
          { value: ALL, label: t('home.allDistricts') },
          ...districts.map((one) => ({ value: `=${one}`, label: one || t('home.noDistrict') })),
        ]}
      />
      {FORMATS.map((format) => (
        <Allowed key={format} to="home.exportFile">
          <Button disabled={file.long.busy} onClick={() => void file.write(format)}>
            {t(`home.make.${format}`)} {format === 'xlsx' && <kbd>{KEYS[format]}</kbd>}
          </Button>
        </Allowed>
      ))}
    </>
  );
}

export function HomeFileNews({ file }: { file: HomeFile }) {
  const { t } = useTranslation();
  const { long, written, refused } = file;
  if (long.busy)
    return <LongProgress progress={long.progress} fallback={t('progress.writing')} onCancel={long.cancel} />;
  const [folder, name] = written ? folderAndName(written.file) : ['', ''];
  return (
    <>
      <RefusedNotice refused={refused} />
      {written && (
        <Notice tone="good">
          <strong>{t('home.written', { name, count: written.lines })}</strong>{' '}
          <span className="desk-quiet">
            {t('home.where', { folder })} {t('protection.plainFile')}
          </span>{' '}
          <Button icon={<FolderOpenOutlined />} onClick={() => void file.show()}>
            {t('home.show')}
          </Button>
        </Notice>
      )}
    </>
  );
}
