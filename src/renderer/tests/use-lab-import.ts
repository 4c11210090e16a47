import { useState } from 'react';
import type { LabField } from '#shared/contract/lab-row.ts';
import { useAct } from '../act.ts';
import type { Refused } from '../client.ts';
import { language } from '../i18n/index.ts';
import { useLongCall } from '../long-call.ts';
import { readRosterFile } from '../roster/roster-file.ts';

interface Chosen {
  fileName: string;
  base64: string;
  sheet?: string;
  headingRow?: number;
  columns?: { position: number; field: LabField | null }[];
}

/** From a file to its results: read, looked at with its columns, then taken in. */
export function useLabImport() {
  const preview = useLongCall('tests.previewLab');
  const take = useAct('tests.importLab');
  const [file, setFile] = useState<Chosen | null>(null);
  const [unread, setUnread] = useState<Refused | null>(null);

  const look = async (chosen: Chosen) => {
    setFile(chosen);
    await preview.run({ ...chosen, language: language() });
  };
  const read = async (picked: File | undefined) => {
    if (!picked || preview.busy || take.busy) return;
    take.clear();
    setUnread(null);
    const bytes = await readRosterFile(picked);
    if (!bytes.ok) return setUnread(bytes.refused);
    await look({ fileName: bytes.fileName, base64: bytes.base64 });
  };
  const go = async () => {
    if (!file) return;
    const answer = await take.run(
      { ...file, language: language() },
      {
        quiet: true,
        says: (t, { accepted, duplicates, quarantined }) =>
          t('tests.import.done', { file: file.fileName, accepted, duplicates, quarantined }),
      },
    );
    if (answer.ok) setFile(null);
    return answer;
  };
  return {
    file,
    view: file && !preview.busy ? preview.value : null,
    refused: unread ?? take.refused ?? preview.refused,
    reading: preview.busy,
    taking: take.busy,
    progress: take.busy ? take.progress : preview.progress,
    cancel: () => (take.busy ? take.cancel() : preview.cancel()),
    read,
    change: (change: Partial<Chosen>) => file && void look({ ...file, ...change }),
    go,
    putAside: () => {
      setFile(null);
      setUnread(null);
      take.clear();
    },
  };
}

export type LabImport = ReturnType<typeof useLabImport>;
