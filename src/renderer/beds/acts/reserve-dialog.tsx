import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StayId } from '#shared/contract/values.ts';
import { perform } from '../../act.ts';
import { type Refused, useWard } from '../../client.ts';
import { inWaitingOrder } from '../../patients/waiting-order.ts';
import { ActDialog } from '../act-dialog.tsx';
import type { FloorBed } from '../board/floor.ts';

/** Holds a bed, for somebody who waits or for a reason; several beds for a reason. */
export function ReserveDialog({ beds, onDone }: { beds: readonly FloorBed[]; onDone(): void }) {
  const { t } = useTranslation();
  const id = useId();
  const waiting = useWard('stays.list', { scope: 'waiting' });
  const [note, setNote] = useState('');
  const [forWhom, setForWhom] = useState<StayId | null>(null);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const go = async () => {
    setBusy(true);
    for (const { id: bedId } of beds) {
      const answer = await perform(
        'beds.reserve',
        { bedId, stayId: forWhom, note: note.trim() },
        { quiet: true },
      );
      if (!answer.ok) {
        setBusy(false);
        return setRefused(answer);
      }
    }
    onDone();
  };
  const [first] = beds;
  const code = beds.length > 1 ? `${first?.code ?? ''} +${beds.length - 1}` : (first?.code ?? '');
  return (
    <ActDialog
      {...{ busy, refused }}
      title={t('beds.reserve.title', { bed: code })}
      name={t('beds.acts.reserve')}
      verb={t('beds.acts.reserve')}
      onGo={() => void go()}
      onCancel={onDone}
    >
      <label htmlFor={`${id}-note`}>{t('beds.reserve.what')}</label>
      <Input
        id={`${id}-note`}
        value={note}
        maxLength={200}
        placeholder={t('beds.reserve.example')}
        onChange={(event) => setNote(event.target.value)}
      />
      {beds.length === 1 && (
        <>
          <label htmlFor={`${id}-who`}>{t('beds.reserve.who')}</label>
          <Select<StayId>
            id={`${id}-who`}
            showSearch={{ optionFilterProp: 'label' }}
            allowClear
            value={forWhom}
            placeholder={t('ui.optional')}
            options={inWaitingOrder(waiting.data?.rows ?? []).map(({ stayId, name, number }) => ({
              value: stayId,
              label: `${name} ${number}`,
            }))}
            onChange={(chosen) => setForWhom(chosen ?? null)}
          />
        </>
      )}
    </ActDialog>
  );
}
