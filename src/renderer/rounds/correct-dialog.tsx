import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObservationRow } from '#shared/contract/rounds.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { localDateOf } from '#shared/rules/instant.ts';
import { news2 } from '#shared/rules/news2.ts';
import { ageAt } from '#shared/rules/severity.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useHospital, useTimeOf } from '../ui/hospital.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { confirmedSigns, draftOf, type SignsDraft, signsOf } from './signs-draft.ts';
import { SignsForm, type SignsFormHandle } from './signs-form.tsx';

interface Props {
  stay: StayRow;
  one: ObservationRow;
  onClose(): void;
}

/** What was typed wrongly at a bedside, put right; the moment stays, before and after are kept. */
export function CorrectDialog({ stay, one, onClose }: Props) {
  const { t } = useTranslation();
  const timeOf = useTimeOf();
  const { timeZone } = useHospital();
  const { data } = useWard('rounds.list', { of: 'waiting' });
  const [draft, setDraft] = useState<SignsDraft>(() => draftOf(one));
  const [reason, setReason] = useState('');
  const form = useRef<SignsFormHandle>(null);
  const act = useAct('rounds.correct');
  const id = useId();
  if (!data) return null;
  const age = ageAt(stay.birthDate, localDateOf(one.takenAt, timeZone));
  const signs = signsOf(draft);
  const pregnant = one.score.kind === 'not-applicable' && one.score.why === 'pregnant';
  const score = news2(signs, { ageYears: age.years, pregnant, scale2: false }, data.protocol.ages.scoreFrom);
  const save = async () => {
    if (!form.current?.isReady()) return;
    const answer = await act.run(
      { stayId: stay.stayId, takenAt: one.takenAt, signs, confirmed: confirmedSigns(draft) },
      { quiet: true, reason: reason.trim() || undefined },
    );
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      open
      width={760}
      title={t('rounds.stay.correctTitle', { at: timeOf(one.takenAt) })}
      onClose={onClose}
      footer={
        <div className="desk-dialog-acts">
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button type="primary" loading={act.busy} onClick={() => void save()}>
            {t('rounds.stay.correctSave')}
          </Button>
        </div>
      }
    >
      <SignsForm
        ref={form}
        draft={draft}
        onChange={(more) => setDraft((was) => ({ ...was, ...more }))}
        age={age}
        protocol={data.protocol}
        last={null}
        score={score}
        onEnd={() => document.getElementById(id)?.focus()}
      />
      <label htmlFor={id}>{t('rounds.stay.reason')}</label>
      <Input
        id={id}
        value={reason}
        maxLength={300}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => void save()}
      />
      <RefusedNotice refused={act.refused} />
    </Dialog>
  );
}
