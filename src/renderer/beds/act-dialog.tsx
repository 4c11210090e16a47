import { Button } from 'antd';
import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../client.ts';
import { Dialog } from '../ui/dialog.tsx';
import { useKeys } from '../ui/keys.ts';
import { RefusedNotice } from '../ui/notices.tsx';
import './act-dialog.css';

interface Props {
  title: ReactNode;
  /** For the list of keys. */
  name: string;
  verb: string;
  danger?: boolean;
  ready?: boolean;
  busy?: boolean;
  refused?: Refused | null;
  children: ReactNode;
  onGo(): void;
  onCancel(): void;
}

/** A few questions before an act. Enter does it, from any field; Escape leaves everything as it is. */
export function ActDialog(props: Props) {
  const { t } = useTranslation();
  const { verb, ready = true, busy = false, danger = false, onCancel } = props;
  const form = useId();
  const go = () => {
    if (ready && !busy) props.onGo();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    go();
  };
  return (
    <Dialog
      open
      title={props.title}
      width={600}
      closable={false}
      onClose={onCancel}
      footer={[
        <Button key="no" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>,
        <Button
          key="go"
          type="primary"
          htmlType="submit"
          form={form}
          danger={danger}
          loading={busy}
          disabled={!ready}
        >
          {verb} <kbd>Enter</kbd>
        </Button>,
      ]}
    >
      <DialogKeys name={props.name} verb={verb} go={go} />
      <form id={form} className="desk-beds-form" onSubmit={onSubmit}>
        {props.children}
        <RefusedNotice refused={props.refused ?? null} />
      </form>
    </Dialog>
  );
}

function DialogKeys({ name, verb, go }: { name: string; verb: string; go(): void }) {
  useKeys(name, [{ keys: ['Enter', 'Ctrl+Enter'], does: verb, run: go }], true);
  return null;
}
