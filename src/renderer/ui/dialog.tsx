import { Modal } from 'antd';
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';

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

/**
 * Who opened the dialog gets the keyboard back, also where the page drops the dialog as a whole: from the body of the
 * page Tab would begin again at the top.
 */
function useKeyboardBack(open: boolean): void {
  const opener = useMemo(() => (open ? document.activeElement : null), [open]);
  useEffect(
    () => () => {
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    },
    [opener],
  );
}

/** A dialog that has a name, takes the keyboard to its first field, and gives it back when it closes. */
export function Dialog({ open, title, width = 560, onClose, footer = null, children }: Props) {
  useKeyboardBack(open);
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
