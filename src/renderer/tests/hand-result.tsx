import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { Allowed } from '../people/allowed.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital } from '../ui/hospital.tsx';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { nowInstant, readTime } from '../ui/time.ts';

const BLANK = { barcode: '', orf: '', n: '', result: '', reportedAt: '' };

/** A result typed from the laboratory's paper: barcode, two Ct values, the word. Enter saves. */
export function HandResult({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const { timeZone } = useHospital();
  const enter = useAct('tests.enterResult');
  const [draft, change, clear] = useDraft('hand-result', BLANK);
  const reported =
    draft.reportedAt.trim() === '' ? undefined : readTime(draft.reportedAt, nowInstant(), timeZone);
  const close = () => {
    enter.clear();
    onClose();
  };
  const save = async () => {
    if (draft.barcode.trim() === '' || reported === null || enter.busy) return;
    const { barcode, orf, n, result } = draft;
    const answer = await enter.run(
      { barcode: barcode.trim(), orf, n, result, ...(reported ? { reportedAt: reported } : {}) },
      { quiet: true, says: (say) => say('tests.hand.done', { barcode: barcode.trim() }) },
    );
    if (!answer.ok) return;
    clear();
    document.getElementById(`${id}-barcode`)?.focus();
  };
  const field = (name: keyof typeof BLANK, label: string, hint = '') => (
    <div className="desk-solve-field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <Input
        id={`${id}-${name}`}
        value={draft[name]}
        maxLength={40}
        placeholder={hint}
        onChange={(event) => change({ [name]: event.target.value })}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void save()}
      />
    </div>
  );
  return (
    <Dialog
      open={open}
      title={t('tests.hand.title')}
      onClose={close}
      footer={
        <Allowed to="tests.enterResult">
          <Button
            type="primary"
            loading={enter.busy}
            disabled={draft.barcode.trim() === ''}
            onClick={() => void save()}
          >
            {t('tests.hand.save')} <kbd>Enter</kbd>
          </Button>
        </Allowed>
      }
    >
      <div className="desk-solve-fields">
        {field('barcode', t('tests.hand.barcode'))}
        {field('orf', t('tests.fields.orf'))}
        {field('n', t('tests.fields.n'))}
        {field('result', t('tests.fields.result'))}
        {field('reportedAt', t('tests.hand.reported'), t('tests.hand.reportedHint'))}
      </div>
      <FieldError>{reported === null && t('tests.quarantine.timeWrong')}</FieldError>
      <RefusedNotice refused={enter.refused} />
    </Dialog>
  );
}
