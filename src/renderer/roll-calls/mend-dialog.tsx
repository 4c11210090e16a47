import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MendWay, RollCallFinding } from '#shared/contract/roll-call-findings.ts';
import type { SearchHit } from '#shared/contract/stays.ts';
import type { RollCallId } from '#shared/contract/values.ts';
import { useAct } from '../act.ts';
import { useDraft } from '../desk/draft.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { FindPerson } from './find-person.tsx';
import { useFindingWords } from './finding-words.ts';

interface Props {
  rollCallId: RollCallId;
  finding: RollCallFinding;
  onClose(): void;
}

const BLANK = { reason: '' };

/** By these somebody is registered where they were found, whatever that bed was meant for. */
const REGISTERS: ReadonlySet<MendWay> = new Set(['rearrange', 'admit', 'match']);

/** Mends one finding in one step: how, and why. */
export function MendDialog({ rollCallId, finding, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const say = useFindingWords();
  const { ways } = finding;
  const [how, setHow] = useState<MendWay>(ways[0] ?? 'accounted');
  const [who, setWho] = useState<SearchHit | null>(null);
  const [draft, change, clear] = useDraft(`roll-call-mend-${finding.key}`, BLANK);
  const act = useAct('rollCalls.mend');
  const reason = draft.reason.trim();
  const blocked = reason === '' || (how === 'match' && who === null);
  const putAside = REGISTERS.has(how)
    ? finding.concerned.flatMap(({ bed, state }) =>
        state === 'available' || state === 'occupied'
          ? []
          : [t(`rollCalls.mend.putAside.${state}`, { bed: bed.code })],
      )
    : [];
  const go = async () => {
    if (blocked) return;
    const { kind, key } = finding;
    const stayId = how === 'match' ? (who?.stayId ?? null) : null;
    const says = () => `${t('rollCalls.mend.done')}: ${say(finding)}`;
    const answer = await act.run({ rollCallId, kind, key, how, stayId }, { reason, says, quiet: true });
    if (!answer.ok) return;
    clear();
    onClose();
  };
  return (
    <ConfirmConsequences
      open
      danger={false}
      title={t(`rollCalls.findings.kinds.${finding.kind}`)}
      verb={t('rollCalls.findings.mend')}
      consequences={[say(finding), t(`rollCalls.mend.hint.${how}`), ...putAside]}
      busy={act.busy}
      blocked={blocked}
      onGo={() => void go()}
      onCancel={onClose}
    >
      <div className="desk-roll-form">
        <span id={`${id}-how`}>{t('rollCalls.mend.how')}</span>
        <Radio.Group
          className="desk-roll-ways"
          aria-labelledby={`${id}-how`}
          value={how}
          onChange={(event) => setHow(event.target.value as MendWay)}
          options={ways.map((value) => ({ value, label: t(`rollCalls.mend.ways.${value}`) }))}
        />
        {how === 'match' && (
          <FindPerson label={t('rollCalls.mend.who')} waiting chosen={who} onChoose={setWho} />
        )}
        <label htmlFor={id}>{t('ui.reason')}</label>
        <Input
          id={id}
          data-first
          maxLength={300}
          value={draft.reason}
          placeholder={t('rollCalls.mend.reasonExample')}
          onChange={(event) => change({ reason: event.target.value })}
          onPressEnter={(event) => !event.nativeEvent.isComposing && void go()}
        />
      </div>
      <RefusedNotice refused={act.refused} />
    </ConfirmConsequences>
  );
}
