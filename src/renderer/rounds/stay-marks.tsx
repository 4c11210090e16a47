import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PATIENT_MARKS, type PatientMark } from '#shared/contract/clinical-vocabulary.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { useAct } from '../act.ts';
import { useTimeOf } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { keyReasonWords } from './key-words.ts';

interface Props {
  stay: StayRow;
  data: OutputOf<'rounds.ofStay'>;
}

/** What a doctor or nurse has marked, and why somebody is a key patient. */
export function StayMarks({ stay, data }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const mark = useAct('rounds.mark');
  const unmark = useAct('rounds.unmark');
  const id = useId();
  const free = PATIENT_MARKS.filter((one) => !data.marks.some((marked) => marked.mark === one));
  const [wanted, setWanted] = useState<PatientMark | null>(null);
  const { stayId } = stay;
  const put = async () => {
    if (wanted === null) return;
    const answer = await mark.run({ stayId, mark: wanted }, { quiet: true });
    if (answer.ok) setWanted(null);
  };
  return (
    <section className="desk-card" aria-label={t('rounds.stay.marks')}>
      <h2>{t('rounds.stay.marks')}</h2>
      <p className={data.keyReasons.length > 0 ? '' : 'desk-quiet'}>
        {data.keyReasons.length > 0
          ? t('rounds.stay.keyReasons', { reasons: keyReasonWords(data.keyReasons, t) })
          : t('rounds.stay.notKey')}
      </p>
      <ul className="desk-lines">
        {data.marks.map(({ mark: word, since, who, note }) => (
          <li key={word}>
            <span>
              {t(`vocabulary.patientMarks.${word}`)}
              <span className="desk-quiet">
                {' '}
                {t('rounds.stay.markedSince', { since: timeOf(since), who })} {note}
              </span>
            </span>
            <Button onClick={() => void unmark.run({ stayId, mark: word })}>{t('rounds.stay.unmark')}</Button>
          </li>
        ))}
      </ul>
      {stay.status !== 'left' && free.length > 0 && (
        <div className="desk-mark-new">
          <label htmlFor={id} className="desk-hidden">
            {t('rounds.stay.mark')}
          </label>
          <Select<PatientMark>
            id={id}
            value={wanted}
            placeholder={t('rounds.stay.mark')}
            onChange={setWanted}
            options={free.map((value) => ({ value, label: t(`vocabulary.patientMarks.${value}`) }))}
          />
          <Button disabled={wanted === null} loading={mark.busy} onClick={() => void put()}>
            {t('rounds.stay.save')}
          </Button>
        </div>
      )}
      <RefusedNotice refused={mark.refused} />
    </section>
  );
}
