import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  className: string;
  children: ReactNode;
  onGo(): Promise<void> | void;
}

/**
 * A form at the door. The keyboard is in its first field a frame later, also where it comes up behind a curtain, and in
 * the first one that is wrong when somebody has tried to go on.
 */
export function DoorForm({ className, children, onGo }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('select, input')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  const go = async () => {
    await onGo();
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
  };
  return (
    <form
      ref={form}
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      {children}
    </form>
  );
}
