import { useState } from 'react';
import type { OutputOf } from '#shared/contract/index.ts';
import type { ReleaseListId } from '#shared/contract/values.ts';
import { call, type Refused } from '../client.ts';
import { operatorForAct } from '../desk/operator.ts';
import { language } from '../i18n/index.ts';
import { useLongCall } from '../long-call.ts';

type Written = OutputOf<'releases.districtFile'>['files'];

/** The files for the districts: written by the ward into the export folder, then shown where they are. */
export function useDistrictFiles(listId: ReleaseListId | null) {
  const long = useLongCall('releases.districtFile');
  const [written, setWritten] = useState<{ listId: ReleaseListId; files: Written } | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  const write = async () => {
    if (long.busy || listId === null) return;
    const madeBy = await operatorForAct();
    if (!madeBy) return;
    setWritten(null);
    setRefused(null);
    const answer = await long.run({ listId, language: language(), madeBy: madeBy.id });
    if (!answer.ok) return setRefused(answer);
    setWritten({ listId, files: answer.value.files });
  };
  const mine = written !== null && written.listId === listId ? written.files : null;
  const show = async () => {
    const [first] = mine ?? [];
    if (!first) return;
    const answer = await call('reports.showFile', { file: first.file });
    if (!answer.ok) setRefused(answer);
  };
  const { busy, progress, cancel } = long;
  return { busy, progress, cancel, refused, written: mine, write, show };
}
