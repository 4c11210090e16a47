import { Progress as Bar, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Progress } from '#shared/contract/bridge.ts';
import { useProgressWord } from './progress-word.ts';

interface Props {
  progress: Progress | null;
  /** Said before the first step is known. */
  fallback: string;
  /** Left out where something else on the page calls it off. */
  onCancel?: () => void;
}

/** Long work: what is being done, how far it has come, and Cancel. */
export function LongProgress({ progress, fallback, onCancel }: Props) {
  const { t } = useTranslation();
  const wordOf = useProgressWord();
  const word = progress ? wordOf(progress.step) : fallback;
  const known = progress !== null && progress.total > 0;
  return (
    <div className="desk-long" role="status">
      <span>
        {word}
        {known && ` ${progress.done} / ${progress.total}`}
      </span>
      <Bar
        aria-label={word}
        percent={known ? Math.round((100 * progress.done) / progress.total) : 0}
        status="active"
        showInfo={known}
      />
      {onCancel && <Button onClick={onCancel}>{t('ui.cancel')}</Button>}
    </div>
  );
}
