import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ObservationRow } from '#shared/contract/rounds.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { LateMark } from '../ui/late-entry.tsx';
import { lastValue, symptomWords } from './last-value.ts';
import { Findings, ScoreMark } from './score-mark.tsx';

const COLUMNS = [
  'temperature',
  'pulse',
  'respiratoryRate',
  'spo2',
  'oxygen',
  'pressure',
  'consciousness',
] as const;

interface Props {
  observations: readonly ObservationRow[];
  onCorrect(one: ObservationRow): void;
}

/** Every observation, latest first: the signs with their score, and under them what the protocol says. */
export function ObservationTable({ observations, onCorrect }: Props) {
  const { t } = useTranslation();
  return (
    <div className="desk-observations">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rounds.stay.when')}</th>
            <th scope="col">{t('rounds.stay.score')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`rounds.fields.${column}`)}
              </th>
            ))}
            <th scope="col">{t('rounds.stay.who')}</th>
            <td />
          </tr>
        </thead>
        {observations.map((one) => (
          <OneObservation key={one.takenAt} one={one} onCorrect={onCorrect} />
        ))}
      </table>
    </div>
  );
}

function OneObservation({ one, onCorrect }: { one: ObservationRow; onCorrect(one: ObservationRow): void }) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const asked = [
    one.symptoms === null ? '' : symptomWords(one.symptoms, t),
    one.trend === null ? '' : t(`vocabulary.symptomTrends.${one.trend}`),
    one.note,
  ].filter((words) => words !== '');
  return (
    <tbody>
      <tr>
        <th scope="row">
          {timeOf(one.takenAt).slice(5)}{' '}
          {one.late && <LateMark happenedAt={one.takenAt} recordedAt={one.recordedAt} />}
        </th>
        <td>
          <ScoreMark score={one.score} />
        </td>
        {COLUMNS.map((column) => (
          <td key={column}>{lastValue(column, one, t) || '–'}</td>
        ))}
        <td>{one.who}</td>
        <td>
          <Button size="small" className="desk-observation-correct" onClick={() => onCorrect(one)}>
            {t('rounds.stay.correct')}
          </Button>
        </td>
      </tr>
      {(asked.length > 0 || one.findings.length > 0) && (
        <tr>
          <td />
          <td colSpan={COLUMNS.length + 3}>
            <div className="desk-observation-says">
              <Findings findings={one.findings} />
              {asked.length > 0 && <span className="desk-quiet">{asked.join(' · ')}</span>}
            </div>
          </td>
        </tr>
      )}
    </tbody>
  );
}
