import { ClockCircleOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EXAMINATION_KINDS, type ExaminationKind } from '#shared/contract/clinical-vocabulary.ts';
import type { ExaminationRow } from '#shared/contract/rounds.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import { useAct } from '../act.ts';
import { Allowed } from '../people/allowed.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useTimeOf } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { nowInstant } from '../ui/time.ts';

interface Props {
  stay: StayRow;
  examinations: readonly ExaminationRow[];
}

/** Examinations: ordered, done with a finding, or called off with a reason. */
export function StayExaminations({ stay, examinations }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const [ending, setEnding] = useState<{ one: ExaminationRow; how: 'complete' | 'cancel' } | null>(null);
  return (
    <section className="desk-card" aria-label={t('rounds.stay.examinations')}>
      <h2>{t('rounds.stay.examinations')}</h2>
      {examinations.length === 0 && <p className="desk-quiet">{t('rounds.stay.noExaminations')}</p>}
      <ul className="desk-examinations">
        {examinations.map((one) => {
          const isOpen = one.doneAt === null && !one.cancelled;
          return (
            <li key={one.examinationId}>
              <strong>{t(`vocabulary.examinationKinds.${one.kind}`)}</strong>{' '}
              {one.overdue && (
                <span className="desk-flag">
                  <ClockCircleOutlined aria-hidden /> {t('rounds.stay.late')}
                </span>
              )}
              <span className="desk-quiet">
                {one.doneAt
                  ? t('rounds.stay.doneAt', { at: timeOf(one.doneAt) })
                  : one.cancelled
                    ? t('rounds.stay.cancelled')
                    : t('rounds.stay.dueAt', { at: timeOf(one.dueAt) })}
              </span>
              {one.finding !== '' && <div>{one.finding}</div>}
              {isOpen && (
                <div className="desk-mark-new">
                  <Button type="primary" onClick={() => setEnding({ one, how: 'complete' })}>
                    {t('rounds.stay.complete')}
                  </Button>
                  <Button onClick={() => setEnding({ one, how: 'cancel' })}>{t('rounds.stay.cancel')}</Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      {stay.status !== 'left' && <OrderExamination stay={stay} />}
      {ending && <EndDialog key={ending.one.examinationId} {...ending} onClose={() => setEnding(null)} />}
    </section>
  );
}

function OrderExamination({ stay }: { stay: StayRow }) {
  const { t } = useTranslation();
  const order = useAct('rounds.orderExamination');
  const [kind, setKind] = useState<ExaminationKind | null>(null);
  const [hours, setHours] = useState('24');
  const id = useId();
  const within = Number(hours);
  const isReady = kind !== null && Number.isFinite(within) && within > 0 && within <= 24 * 14;
  const put = async () => {
    if (!isReady) return;
    const dueAt = addMinutes(nowInstant(), within * 60);
    const answer = await order.run({ stayId: stay.stayId, kind, dueAt }, { quiet: true });
    if (answer.ok) setKind(null);
  };
  return (
    <div className="desk-mark-new">
      <label htmlFor={`${id}-kind`} className="desk-hidden">
        {t('rounds.stay.kind')}
      </label>
      <Select<ExaminationKind>
        id={`${id}-kind`}
        value={kind}
        placeholder={t('rounds.stay.kind')}
        onChange={setKind}
        options={EXAMINATION_KINDS.map((value) => ({
          value,
          label: t(`vocabulary.examinationKinds.${value}`),
        }))}
      />
      <label htmlFor={`${id}-hours`}>{t('rounds.stay.due')}</label>
      <Input
        id={`${id}-hours`}
        style={{ width: 64 }}
        value={hours}
        maxLength={4}
        onChange={(event) => setHours(event.target.value)}
        onPressEnter={() => void put()}
      />
      <Allowed to="rounds.orderExamination">
        <Button disabled={!isReady} loading={order.busy} onClick={() => void put()}>
          {t('rounds.stay.order')}
        </Button>
      </Allowed>
      <RefusedNotice refused={order.refused} />
    </div>
  );
}

interface EndProps {
  one: ExaminationRow;
  how: 'complete' | 'cancel';
  onClose(): void;
}

function EndDialog({ one, how, onClose }: EndProps) {
  const { t } = useTranslation();
  const complete = useAct('rounds.completeExamination');
  const cancel = useAct('rounds.cancelExamination');
  const [words, setWords] = useState('');
  const id = useId();
  const { examinationId } = one;
  const save = async () => {
    const text = words.trim();
    const answer =
      how === 'complete'
        ? await complete.run({ examinationId, finding: text }, { quiet: true })
        : await cancel.run({ examinationId }, { quiet: true, reason: text || undefined });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      open
      title={`${t(`vocabulary.examinationKinds.${one.kind}`)} · ${t(`rounds.stay.${how}`)}`}
      onClose={onClose}
      footer={
        <div className="desk-dialog-acts">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="primary" loading={complete.busy || cancel.busy} onClick={() => void save()}>
            {t('rounds.stay.save')}
          </Button>
        </div>
      }
    >
      <label htmlFor={id}>{t(how === 'complete' ? 'rounds.stay.finding' : 'rounds.stay.cancelReason')}</label>
      <Input.TextArea
        id={id}
        rows={3}
        value={words}
        maxLength={how === 'complete' ? 2000 : 300}
        onChange={(event) => setWords(event.target.value)}
      />
      <RefusedNotice refused={complete.refused ?? cancel.refused} />
    </Dialog>
  );
}
