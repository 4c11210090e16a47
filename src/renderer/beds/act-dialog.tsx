import { Button, Modal } from 'antd';
import { type FormEvent, type ReactNode, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refused } from '../client.ts';
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
  const heading = useId();
  const form = useId();
  const fields = useRef<HTMLFormElement>(null);
  const go = () => {
    if (ready && !busy) props.onGo();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    go();
  };
  return (
    <Modal
      open
      title={<span id={heading}>{props.title}</span>}
      aria-labelledby={heading}
      width={600}
      closable={false}
      onCancel={onCancel}
      afterOpenChange={(open) => open && focusFirst(fields.current)}
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
      <form ref={fields} id={form} className="desk-beds-form" onSubmit={onSubmit}>
        {props.children}
        <RefusedNotice refused={props.refused ?? null} />
      </form>
    </Modal>
  );
}

/** The field that has to be filled in, else what is chosen already, else the first. */
function focusFirst(form: HTMLElement | null): void {
  const fields = ['[data-first]', 'input[type=radio]:checked', 'input', '[tabindex]'];
  const first = fields.map((which) => form?.querySelector<HTMLElement>(which)).find((field) => field);
  first?.focus();
}

function DialogKeys({ name, verb, go }: { name: string; verb: string; go(): void }) {
  useKeys(name, [{ keys: ['Enter', 'Ctrl+Enter'], does: verb, run: go }], true);
  return null;
}
