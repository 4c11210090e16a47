import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';
import { useKeys } from './keys.ts';
import './pieces.css';

interface Props {
  open: boolean;
  /** What is about to be done: 出舱 3 人. */
  title: string;
  /** One line for each person or bed: what will happen to whom. */
  consequences: readonly ReactNode[];
  /** The verb on the button; never just "OK". */
  verb: string;
  /** Red, for what cannot simply be done again. */
  danger?: boolean;
  busy?: boolean;
  /** What still keeps it from being done. */
  blocked?: boolean;
  children?: ReactNode;
  onGo(): void;
  onCancel(): void;
}

const SHOWN = 60;

/** Before something that is hard to take back: who and which beds, not "Are you sure?". Ctrl+Enter does it. */
export function ConfirmConsequences(props: Props) {
  const { t } = useTranslation();
  const { consequences, danger = true } = props;
  const more = consequences.length - SHOWN;
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={props.onCancel}
      width={640}
      footer={[
        <Button key="no" data-first={danger || undefined} onClick={props.onCancel}>
          {t('ui.cancel')}
        </Button>,
        <Button
          key="go"
          data-first={!danger || undefined}
          type="primary"
          danger={danger}
          loading={props.busy ?? false}
          disabled={props.blocked ?? false}
          onClick={props.onGo}
        >
          {props.verb} <kbd>Ctrl+Enter</kbd>
        </Button>,
      ]}
    >
      {props.open && <GoKey {...props} />}
      <h2>{t('ui.consequences.title')}</h2>
      <ul className="desk-consequences">
        {consequences.slice(0, SHOWN).map((line, index) => (
          // The list is shown once and never reordered.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index}>{line}</li>
        ))}
        {more > 0 && <li>{t('ui.consequences.more', { count: more })}</li>}
      </ul>
      {props.children}
    </Dialog>
  );
}

function GoKey({ title, verb, blocked, busy, onGo }: Props) {
  const ready = !blocked && !busy;
  useKeys(title, [{ keys: 'Ctrl+Enter', does: verb, run: onGo, when: ready, inFields: true }], true);
  return null;
}
