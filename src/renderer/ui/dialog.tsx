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

const FIRST = '[data-first], input:not([type=hidden]), textarea, [role=combobox]';

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
      afterOpenChange={(isOpen) => {
        const first = isOpen ? body.current?.querySelector(FIRST) : null;
        if (first instanceof HTMLElement) first.focus();
      }}
    >
      <div ref={body}>{children}</div>
    </Modal>
  );
}
