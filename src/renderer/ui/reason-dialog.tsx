import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../client.ts';
import { useDraft } from '../desk/draft.ts';
import { ConfirmConsequences } from './confirm-consequences.tsx';
import { RefusedNotice } from './notices.tsx';

const BLANK = { text: '' };

interface Props {
  open: boolean;
  title: string;
  verb: string;
  /** What will happen to whom. */
  consequences: string[];
  /** A reason as others have given it. */
  example: string;
  /** Under which name what was typed is kept over a reload until the act is done; left out, closing forgets it. */
  draft?: string;
  /** The act on its way: what `useAct` answers. */
  act: { busy: boolean; refused: Refused | null; clear(): void };
  /** Does it for this reason; true once it is done. */
  onGo(reason: string): Promise<boolean>;
  onClose(): void;
}

/** Asks for the reason of an act that needs one, after saying what it does. Enter in the field does it. */
export function ReasonDialog({ open, title, verb, consequences, example, draft, act, onGo, onClose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [kept, keep, drop] = useDraft(`reason:${draft ?? ''}`, BLANK);
  const text = draft === undefined ? typed : kept.text;
  const setText = (next: string) => (draft === undefined ? setTyped(next) : keep({ text: next }));
  const reason = text.trim();
  const close = () => {
    setTyped('');
    act.clear();
    onClose();
  };
  const go = async () => {
    if (open && reason !== '' && (await onGo(reason))) {
      if (draft !== undefined) drop();
      close();
    }
  };
  return (
    <ConfirmConsequences
      open={open}
      title={title}
      verb={verb}
      consequences={consequences}
      busy={act.busy}
      blocked={reason === ''}
      onGo={() => void go()}
      onCancel={close}
    >
      <label htmlFor={id}>{t('ui.reason')}</label>
      <Input
        id={id}
        data-first
        maxLength={300}
        value={text}
        placeholder={example}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && void go()}
      />
      <RefusedNotice refused={act.refused} />
    </ConfirmConsequences>
  );
}
