import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWard } from '../client.ts';
import { undoAct } from '../desk/undo.ts';
import { useTimeOf } from '../ui/hospital.tsx';

/** The laboratory files that were taken in, and what became of their rows. */
export function LabFiles() {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { data } = useWard('tests.labFiles', {});
  return (
    <section className="desk-card" aria-label={t('tests.import.files')}>
      <h2>{t('tests.import.files')}</h2>
      {data && data.length === 0 && <p className="desk-quiet">{t('tests.import.noFiles')}</p>}
      {data && data.length > 0 && (
        <table className="desk-lab-files">
          <thead>
            <tr>
              <th scope="col">{t('tests.quarantine.columns.file')}</th>
              {(['rows', 'accepted', 'duplicates', 'quarantined'] as const).map((name) => (
                <th key={name} scope="col" className="desk-lab-figure">
                  {t(`tests.import.${name}`)}
                </th>
              ))}
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {data.map((file) => (
              <tr key={file.labFileId} data-undone={file.undone}>
                <th scope="row">
                  {file.fileName}
                  <div className="desk-quiet">
                    {t('tests.import.importedBy', { at: timeOf(file.importedAt), who: file.importedBy })}
                    {file.undone && ` · ${t('tests.import.undone')}`}
                  </div>
                </th>
                <td className="desk-lab-figure">{file.rows}</td>
                <td className="desk-lab-figure">{file.accepted}</td>
                <td className="desk-lab-figure">{file.duplicates}</td>
                <td className="desk-lab-figure">
                  {file.quarantined}
                  {file.solved + file.rejected > 0 && (
                    <div className="desk-quiet">
                      {t('tests.import.solved', { solved: file.solved, rejected: file.rejected })}
                    </div>
                  )}
                </td>
                <td>
                  {!file.undone && (
                    <Button icon={<UndoOutlined />} onClick={() => void undoAct(file.actId)}>
                      {t('tests.import.undo')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
