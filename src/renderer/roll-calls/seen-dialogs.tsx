import { Button, Input, Segmented } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Found } from '#shared/contract/roll-calls.ts';
import { SEXES, type Sex } from '#shared/contract/vocabulary.ts';
import type { Refused } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import { FindPerson } from './find-person.tsx';

interface Props {
  bed: string;
  refused: Refused | null;
  onSeen(found: Found): Promise<boolean>;
  onClose(): void;
}

/** Somebody registered elsewhere lies here: who? */
export function OtherDialog({ bed, refused, onSeen, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog open title={t('rollCalls.other.title', { bed })} onClose={onClose}>
      <FindPerson
        label={t('rollCalls.other.find')}
        chosen={null}
        onChoose={async ({ stayId }) => {
          if (stayId && (await onSeen({ kind: 'stay', stayId }))) onClose();
        }}
      />
      <RefusedNotice refused={refused} />
    </Dialog>
  );
}

const BLANK: { name: string; sex: Sex } = { name: '', sex: 'unknown' };

/** Somebody whom nobody registered: a name, or what they look like. */
export function StrangerDialog({ bed, refused, onSeen, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [draft, change, clear] = useDraft(`roll-call-stranger-${bed}`, BLANK);
  const name = draft.name.trim();
  const go = async () => {
    if (name === '' || !(await onSeen({ kind: 'stranger', name, sex: draft.sex }))) return;
    clear();
    onClose();
  };
  const title = t('rollCalls.stranger.title', { bed });
  useKeys(title, [{ keys: 'Ctrl+Enter', does: t('rollCalls.stranger.take'), run: () => void go() }], true);
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <Button type="primary" disabled={name === ''} onClick={() => void go()}>
          {t('rollCalls.stranger.take')} <kbd>Ctrl+Enter</kbd>
        </Button>
      }
    >
      <div className="desk-roll-form">
        <label htmlFor={id}>{t('rollCalls.stranger.name')}</label>
        <Input
          id={id}
          data-first
          maxLength={80}
          value={draft.name}
          placeholder={t('rollCalls.stranger.example')}
          onChange={(event) => change({ name: event.target.value })}
          onPressEnter={(event) => !event.nativeEvent.isComposing && void go()}
        />
        <span id={`${id}-sex`}>{t('rollCalls.stranger.sex')}</span>
        <Segmented<Sex>
          aria-labelledby={`${id}-sex`}
          value={draft.sex}
          options={SEXES.map((value) => ({ value, label: t(`vocabulary.sexes.${value}`) }))}
          onChange={(sex) => change({ sex })}
        />
      </div>
      <RefusedNotice refused={refused} />
    </Dialog>
  );
}
