import { Modal } from 'antd';
import { type ReactNode, type RefObject, useEffect, useId, useMemo, useRef } from 'react';

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
/** Whoever types here already goes on; that the library put the keyboard on the button that closes says nothing. */
const TYPED_IN = `${FIELDS}, [data-first]`;

/** Where the keyboard goes: to what is marked `data-first`, else to the first field. */
function focusFirst(body: HTMLElement | null): void {
  const dialog = body?.closest('[role=dialog]');
  const isTaken = dialog?.contains(document.activeElement) && document.activeElement?.matches(TYPED_IN);
  if (isTaken) return;
  const marked = dialog?.querySelector('[data-first]');
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

/**
 * What is in the dialog. It takes the keyboard in its first frame, for whoever opens it types on at once; a frame
 * later than the key that opened it, which would else be typed into its field.
 */
function Body({
  open,
  body,
  children,
}: Pick<Props, 'open' | 'children'> & { body: RefObject<HTMLDivElement | null> }) {
  useEffect(() => {
    if (!open) return;
    const frame = requestAnimationFrame(() => focusFirst(body.current));
    return () => cancelAnimationFrame(frame);
  }, [open, body]);
  return <div ref={body}>{children}</div>;
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
      // Again when it stands still, for a field that came only then.
      afterOpenChange={(isOpen) => isOpen && focusFirst(body.current)}
    >
      <Body open={open} body={body}>
        {children}
      </Body>
    </Modal>
  );
}
