import { useTranslation } from 'react-i18next';
import type { Protocol } from '#shared/contract/protocol.ts';
import type { News2Score, RoundRow, VitalSigns } from '#shared/contract/rounds.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import { news2 } from '#shared/rules/news2.ts';
import { ageAt, severeSigns } from '#shared/rules/severity.ts';
import { useHospital } from '../ui/hospital.tsx';
import { nowInstant } from '../ui/time.ts';
import { bandOf, Findings, ScoreMark } from './score-mark.tsx';

/** The patient as the rules need them, today. */
export function useJudged(row: RoundRow, signs: VitalSigns, protocol: Protocol) {
  const { timeZone } = useHospital();
  const age = ageAt(row.birthDate, localDateOf(nowInstant(), timeZone));
  const patient = { ageYears: age.years, pregnant: row.pregnant, scale2: row.scale2 };
  return {
    age,
    score: news2(signs, patient, protocol.ages.scoreFrom),
    findings: severeSigns(signs, age, protocol, row.pregnant),
  };
}

interface Props {
  score: News2Score;
  findings: ReturnType<typeof severeSigns>;
  scale2: boolean;
  /** Nothing has been typed yet. */
  blank: boolean;
}

/** Both rules side by side while she types: NEWS2, and the criteria of the protocol. */
export function LiveScore({ score, findings, scale2, blank }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="desk-live" aria-live="polite" aria-label={t('rounds.score.title')}>
      <section>
        <h2>{t('rounds.score.title')}</h2>
        <div className="desk-live-score">
          <ScoreMark score={blank && score.kind !== 'not-applicable' ? null : score} />
          <ScoreWords score={score} blank={blank} />
        </div>
        {scale2 && <p className="desk-quiet">{t('rounds.score.scale2')}</p>}
      </section>
      <section>
        <h2>{t('rounds.protocol.title')}</h2>
        {findings.length === 0 ? (
          <p className="desk-quiet">{t('rounds.protocol.none')}</p>
        ) : (
          <Findings findings={findings} />
        )}
      </section>
    </aside>
  );
}

function ScoreWords({ score, blank }: { score: News2Score; blank: boolean }) {
  const { t } = useTranslation();
  if (score.kind === 'not-applicable') return <span>{t(`rounds.score.${score.why}`)}</span>;
  if (blank) return <span className="desk-quiet">{t('rounds.score.none')}</span>;
  const band = bandOf(score);
  const named = (signs: readonly (keyof typeof score.points)[]) =>
    signs.map((sign) => t(`rounds.sign.${sign}`)).join(t('ui.listComma'));
  return (
    <div>
      {band !== 'none' && <strong>{t(`rounds.score.band.${band}`)}</strong>}
      {score.threes.length > 0 && <p>{t('rounds.score.single', { signs: named(score.threes) })}</p>}
      {score.kind === 'incomplete' && (
        <p className="desk-quiet">{t('rounds.score.incomplete', { missing: named(score.missing) })}</p>
      )}
      {score.ageUnknown && <p className="desk-quiet">{t('rounds.score.ageUnknown')}</p>}
    </div>
  );
}
