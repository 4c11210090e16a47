import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ZoneAct, ZoneRow } from '#shared/contract/zones.ts';
import { perform } from '../act.ts';
import type { Refused } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { ConfirmConsequences } from '../ui/confirm-consequences.tsx';
import { RefusedNotice } from '../ui/notices.tsx';
import { useHindranceWords } from './hindrances.tsx';

const BLANK = { note: '', reason: '' };

interface Props {
  zone: ZoneRow;
  act: ZoneAct;
  onClose(): void;
}

/** Acts that need a reason, and those that can be done earlier than they should be if there is one. */
const WITH_REASON: ReadonlySet<ZoneAct> = new Set(['resume', 'close']);

/** One step of a zone: what it does to whom, a note, and why where that is asked for. */
export function ActDialog({ zone, act, onClose }: Props) {
  const { t } = useTranslation();
  const ids = { note: useId(), reason: useId() };
  const say = useHindranceWords();
  const [{ note, reason }, change, clear] = useDraft(`zone-${act}-${zone.zoneId}`, BLANK);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const tooEarly = act === 'close' && zone.hindrances.length > 0;
  const asksReason = WITH_REASON.has(act) && (act === 'resume' || tooEarly);
  const blocked = asksReason && reason.trim() === '';
  const go = async () => {
    if (blocked) return;
    setBusy(true);
    const options = { quiet: true, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
    const answer = await perform(`zones.${act}`, { zoneId: zone.zoneId, note: note.trim() }, options);
    setBusy(false);
    if (!answer.ok) return setRefused(answer);
    clear();
    onClose();
  };
  const words = { zone: zone.code, count: zone.inHouse, beds: zone.counts.total };
  return (
    <ConfirmConsequences
      open
      title={`${zone.name} · ${t(`zones.acts.${act}`)}`}
      verb={t(`zones.acts.${act}`)}
      danger={false}
      consequences={[t(`zones.does.${act}`, words), ...(act === 'close' ? zone.hindrances.map(say) : [])]}
      busy={busy}
      blocked={blocked}
      onGo={() => void go()}
      onCancel={onClose}
    >
      {asksReason && (
        <>
          <label htmlFor={ids.reason}>{t('ui.reason')}</label>
          <Input
            id={ids.reason}
            data-first
            maxLength={300}
            value={reason}
            placeholder={t(act === 'resume' ? 'zones.reasonExample.resume' : 'zones.reasonExample.close')}
            onChange={(event) => change({ reason: event.target.value })}
          />
        </>
      )}
      <label htmlFor={ids.note}>{t('zones.note')}</label>
      <Input
        id={ids.note}
        maxLength={200}
        value={note}
        placeholder={t(act === 'disinfect' ? 'zones.noteExample.disinfect' : 'zones.noteExample.other')}
        onChange={(event) => change({ note: event.target.value })}
      />
      <RefusedNotice refused={refused} />
    </ConfirmConsequences>
  );
}
