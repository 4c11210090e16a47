import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#shared/contract/stays.ts';
import type { LabRow } from '#shared/contract/tests.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { language } from '../i18n/index.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { useKeys } from '../ui/keys.ts';
import { FieldError, Notice, RefusedNotice } from '../ui/notices.tsx';
import { FindPatient } from './find-patient.tsx';
import { idOf, reasonOf } from './quarantine-view.tsx';
import { changedOf, looksLike, type SolveDraft, sampledAtOf, solveDraftOf } from './solve-rules.ts';

/** Decides on one row in quarantine: whose it is, what it should say, and how one knows. */
export function SolveDialog({ row, onClose }: { row: LabRow; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const { timeZone } = useHospital();
  const solve = useAct('tests.solveRow');
  const reject = useAct('tests.rejectRow');
  const [initial] = useState(() => solveDraftOf(row, timeZone));
  const [draft, change, clear] = useDraft(`quarantine ${idOf(row)}`, initial);
  const [person, setPerson] = useState<SearchHit | null>(null);
  const [asked, setAsked] = useState<'match' | 'reject' | null>(null);
  const at = sampledAtOf(draft, row, timeZone);
  const { labFileId } = row;
  const reason = draft.reason.trim();
  const close = (done: boolean) => {
    if (done) clear();
    onClose();
  };
  const match = async () => {
    setAsked('match');
    if (!person?.stayId || reason === '' || (at === null && draft.sampledAt.trim() !== '')) return;
    const answer = await solve.run(
      {
        ...{ labFileId, row: row.row, stayId: person.stayId, pooled: draft.pooled, ...changedOf(draft, row) },
        // Only a time that was typed: the file's own comes after that of the bedside.
        ...(at === null || at === row.sampledAt ? {} : { sampledAt: at }),
      },
      {
        reason,
        quiet: true,
        says: (say) => say('tests.quarantine.done', { row: row.row, name: person.name }),
      },
    );
    if (answer.ok) close(true);
  };
  const setAside = async () => {
    setAsked('reject');
    if (reason === '') return;
    const answer = await reject.run(
      { labFileId, row: row.row },
      { reason, quiet: true, says: (say) => say('tests.quarantine.rejected', { row: row.row }) },
    );
    if (answer.ok) close(true);
  };
  useKeys(
    t('tests.quarantine.title'),
    [{ keys: 'Ctrl+Enter', does: t('tests.quarantine.match'), run: () => void match() }],
    true,
  );
  const field = (name: 'barcode' | 'sampledAt' | 'orf' | 'n' | 'result', label: string) => (
    <div className="desk-solve-field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input
        id={`${id}-${name}`}
        value={draft[name]}
        maxLength={40}
        onChange={(event) => change({ [name]: event.target.value } as Partial<SolveDraft>)}
      />
    </div>
  );
  return (
    <Dialog
      open
      width={720}
      title={t('tests.quarantine.solveTitle', { row: row.row, file: row.fileName })}
      onClose={() => close(false)}
      footer={
        <>
          <Button danger loading={reject.busy} onClick={() => void setAside()}>
            {t('tests.quarantine.reject')}
          </Button>
          <Button type="primary" loading={solve.busy} onClick={() => void match()}>
            {t('tests.quarantine.match')} <kbd>Ctrl+Enter</kbd>
          </Button>
        </>
      }
    >
      <Notice tone="warn">{reasonOf(row, language())}</Notice>
      <dl className="desk-solve-file" aria-label={t('tests.quarantine.inFile')}>
        {(['name', 'document', 'barcode', 'sampled'] as const).map((name) => (
          <div key={name}>
            <dt>{t(`tests.quarantine.columns.${name}`)}</dt>
            <dd>{row[name] || '—'}</dd>
          </div>
        ))}
      </dl>
      <FindPatient chosen={person} start={row.document || row.name} onChoose={setPerson} />
      {person && !looksLike(person, row) && (
        <Notice>
          {t('tests.quarantine.another', { name: person.name, written: row.name || row.document || '—' })}
        </Notice>
      )}
      <FieldError>{asked === 'match' && !person && t('tests.quarantine.choose')}</FieldError>
      <div className="desk-solve-fields">
        {field('sampledAt', t('tests.quarantine.sampledAt'))}
        {field('orf', t('tests.fields.orf'))}
        {field('n', t('tests.fields.n'))}
        {field('result', t('tests.fields.result'))}
        {field('barcode', t('tests.fields.barcode'))}
      </div>
      <Checkbox checked={draft.pooled} onChange={(event) => change({ pooled: event.target.checked })}>
        {t('tests.quarantine.pooled')}
      </Checkbox>
      <FieldError>{asked === 'match' && at === null && t('tests.quarantine.timeWrong')}</FieldError>
      <div className="desk-solve-field">
        <label htmlFor={`${id}-reason`}>{t('tests.quarantine.reason')}</label>
        <Input
          id={`${id}-reason`}
          value={draft.reason}
          maxLength={300}
          placeholder={t('tests.quarantine.reasonExample')}
          onChange={(event) => change({ reason: event.target.value })}
          onPressEnter={(event) => !event.nativeEvent.isComposing && !event.ctrlKey && void match()}
        />
      </div>
      <FieldError>{asked !== null && reason === '' && t('tests.quarantine.reasonNeeded')}</FieldError>
      <RefusedNotice refused={solve.refused ?? reject.refused} />
    </Dialog>
  );
}
