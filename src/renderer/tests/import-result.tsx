import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import { takeKeyboard } from '../ui/keyboard.ts';
import { Notice } from '../ui/notices.tsx';

/** Notes shown below the counts; the rest are in the file's rows. */
const NOTES_SHOWN = 20;

interface Props {
  result: OutputOf<'tests.importLab'>;
  onQuarantine(): void;
}

/** What an import came to: how many count, repeat, wait; and which reports were corrected. */
export function ImportResult({ result, onQuarantine }: Props) {
  const { t } = useTranslation();
  const on = useRef<HTMLButtonElement>(null);
  useEffect(() => takeKeyboard(on.current), []);
  const counts = [
    ['rows', result.rows],
    ['accepted', result.accepted],
    ['correctedCount', result.corrected],
    ['duplicates', result.duplicates],
    ['quarantined', result.quarantined],
  ] as const;
  const notes = result.issues.filter(({ severity }) => severity === 'warning');
  return (
    <section className="desk-card" aria-label={t('tests.import.result')}>
      <div className="desk-lab-head">
        <h2>{t('tests.import.result')}</h2>
        <span className="desk-spread" />
        {result.quarantined > 0 && (
          <Button ref={on} type="primary" onClick={onQuarantine}>
            {t('tests.import.toQuarantine')} <kbd>Ctrl+3</kbd>
          </Button>
        )}
      </div>
      <dl className="desk-lab-counts">
        {counts.map(([name, count]) => (
          <div key={name} data-name={name}>
            <dt>{t(`tests.import.${name}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {notes.length > 0 && (
        <Notice tone="warn">
          <ul className="desk-lab-notes">
            {notes.slice(0, NOTES_SHOWN).map(({ row, message }) => (
              <li key={row}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
