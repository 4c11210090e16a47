import { type ReactNode, useEffect, useRef } from 'react';

interface Props {
  className: string;
  children: ReactNode;
  onGo(): void;
}

/** A form at the door. The keyboard is in its first field a frame later, also where it comes up behind a curtain. */
export function DoorForm({ className, children, onGo }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('select, input')?.focus(),
    );
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <form
      ref={form}
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onGo();
      }}
    >
      {children}
    </form>
  );
}
