import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#shared/contract/index.ts';
import type { RoundRow } from '#shared/contract/rounds.ts';
import type { Refused } from '../client.ts';
import { go } from '../route.ts';
import { Notice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import { bandOf, Findings, ScoreMark } from './score-mark.tsx';

type Recorded = OutputOf<'rounds.record'>;

export interface Worry {
  row: RoundRow;
  said: Recorded;
}

/** Severe, or a score for which somebody comes at once: not to be walked past. */
export const isWorrying = ({ score, findings }: Recorded): boolean =>
  findings.some(({ level }) => level === 'severe') || ['urgent', 'emergency'].includes(bandOf(score));

/** Whoever was just recorded and is ill, until somebody has seen it; the round goes on beside it. */
export function WorryNotice({ row, said, onSeen }: Worry & { onSeen(): void }) {
  const { t } = useTranslation();
  return (
    <Notice>
      <div className="desk-round-worry">
        <strong>
          {row.bed} <bdi>{row.name}</bdi>
        </strong>
        <ScoreMark score={said.score} />
        <Findings findings={said.findings.filter(({ level }) => level === 'severe')} />
        <Button danger onClick={() => go('patients', row.stayId, { view: 'rounds' })}>
          {t('rounds.worry.open')}
        </Button>
        <Button onClick={onSeen}>{t('rounds.worry.seen')}</Button>
      </div>
    </Notice>
  );
}

interface RefusedProps {
  row: RoundRow;
  why: Refused;
  onBack(): void;
}

/** Signs that were not recorded, with the way back to the bed where they still stand. */
export function RefusedLine({ row, why, onBack }: RefusedProps) {
  const { t } = useTranslation();
  const say = useRefusedSentence();
  return (
    <Notice>
      <div className="desk-round-worry">
        <strong>
          {row.bed} <bdi>{row.name}</bdi>
        </strong>
        <span>
          {t('rounds.worry.refused')} {say(why)}
        </span>
        <Button danger onClick={onBack}>
          {t('rounds.worry.back')}
        </Button>
      </div>
    </Notice>
  );
}
