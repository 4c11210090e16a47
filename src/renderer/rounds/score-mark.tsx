import { useTranslation } from 'react-i18next';
import type { Finding, News2Score } from '#shared/contract/rounds.ts';
import './score.css';

/** How a score reads on its own: the band of the RCP's chart, by letter, number and edge. */
export type Band = 'none' | 'low' | 'some' | 'single' | 'urgent' | 'emergency';

export function bandOf(score: News2Score): Band {
  if (score.kind === 'not-applicable') return 'none';
  const points = score.kind === 'complete' ? score.total : score.atLeast;
  if (points >= 7) return 'emergency';
  if (points >= 5) return 'urgent';
  if (score.threes.length > 0) return 'single';
  if (points >= 1) return 'some';
  return score.kind === 'complete' ? 'low' : 'none';
}

/** The score in a box: `7`, `≥ 5` where it is incomplete, `–` where it does not apply. */
export function ScoreMark({ score }: { score: News2Score | null }) {
  const { t } = useTranslation();
  if (score === null) return null;
  const text =
    score.kind === 'complete'
      ? String(score.total)
      : score.kind === 'incomplete'
        ? score.atLeast > 0
          ? `≥ ${score.atLeast}`
          : '…'
        : '–';
  const label =
    score.kind === 'complete'
      ? t('rounds.score.total', { total: score.total })
      : score.kind === 'incomplete'
        ? t('rounds.score.atLeast', { points: score.atLeast })
        : t(`rounds.score.${score.why}`);
  return (
    <span className="desk-score" data-band={bandOf(score)} role="img" aria-label={label} title={label}>
      {text}
    </span>
  );
}

/** What the protocol says, each with its level in words. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  if (findings.length === 0) return null;
  return (
    <ul className="desk-findings">
      {findings.map(({ level, criterion, sentence }) => (
        <li key={`${level} ${criterion}`} data-level={level}>
          <strong>{t(`rounds.protocol.${level}`)}</strong> {sentence[language]}
        </li>
      ))}
    </ul>
  );
}
