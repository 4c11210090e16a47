import { Modal } from 'antd';
import { type ReactNode, useId, useRef } from 'react';

interface Props {
  open: boolean;
  title: string;
  width?: number;
  onClose(): void;
  /** Buttons, at the end of what is in the dialog; none where the content has its own. */
  footer?: ReactNode;
  children: ReactNode;
}

const FIELDS = 'input:not([type=hidden]), textarea, [role=combobox]';

/** Where the keyboard goes: to what is marked `data-first`, else to the first field. */
function focusFirst(body: HTMLElement | null): void {
  const marked = body?.closest('[role=dialog]')?.querySelector('[data-first]');
  const first = marked ?? body?.querySelector(FIELDS);
  if (first instanceof HTMLElement) first.focus();
}

/** A dialog that has a name, takes the keyboard to its first field, and gives it back when it closes. */
export function Dialog({ open, title, width = 560, onClose, footer = null, children }: Props) {
  const heading = useId();
  const body = useRef<HTMLDivElement>(null);
  return (
    <Modal
      open={open}
      title={<span id={heading}>{title}</span>}
      aria-labelledby={heading}
      width={width}
      footer={footer}
      onCancel={onClose}
      destroyOnHidden
      afterOpenChange={(isOpen) => isOpen && focusFirst(body.current)}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
}
