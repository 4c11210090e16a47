import { type RefObject, useEffect } from 'react';

/**
 * A key that was pressed while nothing at the door had the keyboard: nothing behind the door takes it, no dialog is
 * closed by it; and a sign goes into the field, so that a badge held before the reader is not lost.
 */
export function useStrayKeys(door: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let lastField: HTMLInputElement | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLInputElement && target.form) lastField = target;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const place = door.current;
      if (!place || (event.target instanceof Node && place.contains(event.target))) return;
      event.stopPropagation();
      if (event.key.length !== 1 || event.ctrlKey || event.altKey || event.metaKey) return;
      const field =
        lastField && place.contains(lastField)
          ? lastField
          : place.querySelector<HTMLInputElement>('form input');
      field?.focus();
    };
    addEventListener('focusin', onFocus);
    addEventListener('keydown', onKeyDown, true);
    return () => {
      removeEventListener('focusin', onFocus);
      removeEventListener('keydown', onKeyDown, true);
    };
  }, [door]);
}
