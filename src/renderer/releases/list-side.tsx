import { FileExcelOutlined, FolderOpenOutlined, LogoutOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '#shared/rules/instant.ts';
import { PrintForList } from '../papers/print-for-list.tsx';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from '../ui/keys.ts';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { BusesPanel } from './buses-panel.tsx';
import { DistrictsPanel } from './districts-panel.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { SignaturesPanel } from './signatures-panel.tsx';
import { useDistrictFiles } from './use-district-files.ts';
import type { ReleaseList } from './use-release-list.ts';

/** What is done with a list: signatures, buses, the districts' files, and at last leaving by it. */
export function ListSide({ release, day }: { release: ReleaseList; day: LocalDate }) {
  const { t } = useTranslation();
  const { list, members } = release;
  const [leaving, setLeaving] = useState(false);
  const files = useDistrictFiles(list?.listId ?? null);
  const going = members.some(({ state }) => state === 'on');
  const signed = list?.state === 'signed';
  const ready = list?.listId !== null && going;
  useKeys(t('releases.title'), [
    { keys: 'Ctrl+S', does: t('releases.keys.files'), run: () => void files.write(), when: ready },
    {
      keys: 'D',
      does: t('releases.keys.leave'),
      run: () => setLeaving(true),
      when: ready && signed,
    },
  ]);
  if (!list?.listId) return null;
  return (
    <aside className="desk-release-side">
      <div className="desk-release-panels">
        <SignaturesPanel list={list} going={going} />
        <BusesPanel list={list} members={members} />
        <DistrictsPanel members={members} />
      </div>
      <div className="desk-release-acts">
        {files.busy && (
          <LongProgress progress={files.progress} fallback={t('progress.writing')} onCancel={files.cancel} />
        )}
        <RefusedNotice refused={files.refused} />
        {files.written && (
          <Notice tone="good">
            {t('releases.filesDone', { count: files.written.length })}{' '}
            <span className="desk-quiet">{t('protection.plainFile')}</span>{' '}
            <Button icon={<FolderOpenOutlined />} onClick={() => void files.show()}>
              {t('releases.show')}
            </Button>
          </Notice>
        )}
        <div className="desk-release-papers">
          <Allowed to="releases.districtFile">
            <Button
              block
              icon={<FileExcelOutlined />}
              disabled={!ready || files.busy}
              onClick={() => void files.write()}
            >
              {t('releases.files')} <kbd>Ctrl+S</kbd>
            </Button>
          </Allowed>
          <PrintForList listId={list.listId} members={members} signed={signed} />
        </div>
        <Allowed to="discharges.commit">
          <Button
            block
            size="large"
            type="primary"
            icon={<LogoutOutlined />}
            disabled={!ready || !signed}
            title={signed ? undefined : t('releases.leave.notSigned')}
            onClick={() => setLeaving(true)}
          >
            {t('releases.leave.open')} <kbd>D</kbd>
          </Button>
        </Allowed>
        {!signed && <span className="desk-quiet">{t('releases.leave.notSigned')}</span>}
      </div>
      <LeaveDialog open={leaving} list={list} day={day} onClose={() => setLeaving(false)} />
    </aside>
  );
}
