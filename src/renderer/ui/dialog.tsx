import { Modal } from 'antd';
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { focusFirst, keepFromCloseButton, owesKeyboard } from './keyboard.ts';

interface Props {
  open: boolean;
  title: ReactNode;
  width?: number;
  /** Left out: with the button at the top that closes it. */
  closable?: boolean;
  /** What is shown is shown this once: nothing but the dialog's own button closes it, no key and no click beside it. */
  insists?: boolean;
  onClose(): void;
  /** Buttons, at the end of what is in the dialog; none where the content has its own. */
  footer?: ReactNode;
  children: ReactNode;
}

/**
 * Who opened the dialog gets the keyboard back, also where the page drops the dialog as a whole: from the body of the
 * page Tab would begin again at the top.
 */
function useKeyboardBack(open: boolean): () => void {
  const opener = useMemo(() => (open ? document.activeElement : null), [open]);
  const back = useRef<() => void>(undefined);
  useLayoutEffect(() => {
    if (open) back.current = owesKeyboard(opener);
  }, [open, opener]);
  const giveBack = useCallback(() => back.current?.(), []);
  useEffect(() => giveBack, [giveBack]);
  return giveBack;
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
    const letGo = body.current && keepFromCloseButton(body.current);
    return () => {
      cancelAnimationFrame(frame);
      letGo?.();
    };
  }, [open, body]);
  return <div ref={body}>{children}</div>;
}

/** A dialog that has a name, takes the keyboard to its first field, and gives it back when it closes. */
export function Dialog(props: Props) {
  const { open, title, width = 560, closable = true, insists = false } = props;
  const { onClose, footer = null, children } = props;
  const giveBack = useKeyboardBack(open);
  const heading = useId();
  const body = useRef<HTMLDivElement>(null);
  return (
    <Modal
      open={open}
      title={<span id={heading}>{title}</span>}
      aria-labelledby={heading}
      width={width}
      closable={closable && !insists}
      keyboard={!insists}
      mask={{ closable: !insists }}
      footer={footer}
      onCancel={onClose}
      destroyOnHidden
      wrapProps={{ 'data-open': open || undefined }}
      // Again when it stands still, for a field that came only then; and after the library has put the keyboard back its own way.
      afterOpenChange={(isOpen) => (isOpen ? focusFirst(body.current) : giveBack())}
    >
      <Body open={open} body={body}>
        {children}
      </Body>
    </Modal>
  );
}
