import { Button, Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { zoneSettings } from '#shared/contract/zone-settings.ts';
import type { ReadinessLine } from '#shared/contract/zones.ts';
import { useAct } from '../act.ts';
import { useWard } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FieldError, RefusedNotice } from '../ui/notices.tsx';
import { readItemLines } from './item-lines.ts';

/** Empty: as it is kept. */
const BLANK = { text: '', minutes: '' };

interface Props {
  lines: readonly ReadinessLine[];
  onClose(): void;
}

/** What this hospital wants to have confirmed, as text: a line is an item. */
export function ListEditor({ lines, onClose }: Props) {
  const { t } = useTranslation();
  const ids = { text: useId(), minutes: useId() };
  const { data: settings } = useWard('ward.settings', {});
  const save = useAct('ward.changeSettings');
  const [draft, change, clear] = useDraft('zone-list', BLANK);
  const text = draft.text || lines.map(({ zh, en }) => `${zh} | ${en}`).join('\n');
  const minutes = draft.minutes || String(settings?.zones.finalDisinfectionMinutes ?? '');
  const read = zoneSettings.safeParse({
    finalDisinfectionMinutes: minutes.trim() === '' ? Number.NaN : Number(minutes),
    readiness: readItemLines(text, lines),
  });
  const discard = () => {
    clear();
    onClose();
  };
  const go = async (readiness: 'typed' | 'shipped') => {
    if (!read.success) return;
    const zones = readiness === 'typed' ? read.data : { ...read.data, readiness: null };
    if ((await save.run({ settings: { zones } }, { quiet: true })).ok) discard();
  };
  return (
    <Dialog
      open
      title={t('zones.readiness.editTitle')}
      width={760}
      onClose={onClose}
      footer={[
        <Button key="shipped" onClick={() => void go('shipped')}>
          {t('zones.readiness.editShipped')}
        </Button>,
        <Button key="no" onClick={discard}>
          {t('ui.cancel')}
        </Button>,
        <Button
          key="go"
          type="primary"
          disabled={!read.success}
          loading={save.busy}
          onClick={() => void go('typed')}
        >
          {t('ui.save')}
        </Button>,
      ]}
    >
      <label htmlFor={ids.text}>{t('zones.readiness.editHint')}</label>
      <Input.TextArea
        id={ids.text}
        rows={12}
        value={text}
        onChange={(event) => change({ text: event.target.value || ' ' })}
      />
      <label htmlFor={ids.minutes}>{t('zones.readiness.editMinutes')}</label>
      <Input
        id={ids.minutes}
        inputMode="numeric"
        value={minutes}
        onChange={(event) => change({ minutes: event.target.value || ' ' })}
      />
      <FieldError>{settings && !read.success && t('zones.readiness.editWrong')}</FieldError>
      <RefusedNotice refused={save.refused} />
    </Dialog>
  );
}
