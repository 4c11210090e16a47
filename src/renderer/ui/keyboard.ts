interface Focusable {
  focus(): void;
}

const FIELDS = 'input:not([type=hidden]), textarea, [role=combobox]';
/** Whoever types here already goes on; that the library put the keyboard on the button that closes says nothing. */
const TYPED_IN = `${FIELDS}, [data-first]`;
/** One that is closing is still on the page for a moment, without `data-open` (dialog.tsx). */
const OPEN_DIALOGS = '.ant-modal-wrap[data-open], .desk-curtain';

/** A dialog is open, or the desk is locked: whatever is behind that has no claim to the keyboard. */
export const isDialogOpen = (): boolean => document.querySelector(OPEN_DIALOGS) !== null;

const isBehindDialog = (to: Focusable): boolean =>
  isDialogOpen() && !(to instanceof Element && to.closest(OPEN_DIALOGS));

/**
 * The keyboard goes where it is wanted, but never out of a dialog that has opened meanwhile. For whatever happens
 * later than the key that asked for it (a page that has loaded, a timer, an answer): between the two somebody may have
 * opened a dialog, and the library would put a keyboard that strays from there on the button that closes it.
 */
export function takeKeyboard(to: Focusable | null | undefined): void {
  if (to && !isBehindDialog(to)) to.focus();
}

/** Dialogs that have not given the keyboard back yet, each with who opened it. */
const owing = new Set<{ opener: Element | null }>();
let next: (() => void) | null = null;

/** Whoever carries on after a dialog gets the keyboard when that has gone, in place of who opened it. */
export function takeKeyboardNext(go: () => void): void {
  if (owing.size > 0) next = go;
  else go();
}

/** A dialog has opened; what it returns is called once it has gone, and a second time does nothing. */
export function owesKeyboard(opener: Element | null): () => void {
  const debt = { opener };
  owing.add(debt);
  return () => {
    if (!owing.delete(debt)) return;
    const go = next;
    next = null;
    if (isDialogOpen()) return;
    if (go) return go();
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
}

/** Of several choices the one that is made already: an arrow key goes on from there. */
function chosenOf(field: Element | null | undefined, body: Element | null): Element | null | undefined {
  if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return field;
  const group = [...(body?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
  return group.find((one) => one.name === field.name && one.checked) ?? field;
}

/** Where the keyboard goes in a dialog: to what is marked `data-first`, else to the first field. */
export function focusFirst(body: HTMLElement | null): void {
  const dialog = body?.closest('[role=dialog]');
  const isTaken = dialog?.contains(document.activeElement) && document.activeElement?.matches(TYPED_IN);
  if (isTaken) return;
  const first =
    dialog?.querySelector('[data-first]:not(:disabled)') ?? chosenOf(body?.querySelector(FIELDS), body);
  if (first instanceof HTMLElement) first.focus();
}

/**
 * The library sends a keyboard that strays from a dialog to the first thing in it, the button that closes it, where
 * keys go nowhere. Whoever walks there with Tab or the mouse stays; everybody else is sent on to the first field.
 */
export function keepFromCloseButton(body: HTMLElement): () => void {
  const dialog = body.closest<HTMLElement>('[role=dialog]');
  let isByHand = false;
  const onHand = (event: Event) => {
    isByHand = !(event instanceof KeyboardEvent) || event.key === 'Tab';
  };
  const onFocus = ({ target }: FocusEvent) => {
    if (!isByHand && target instanceof Element && target.matches('.ant-modal-close')) focusFirst(body);
  };
  dialog?.addEventListener('focusin', onFocus);
  for (const kind of ['keydown', 'pointerdown']) addEventListener(kind, onHand, true);
  return () => {
    dialog?.removeEventListener('focusin', onFocus);
    for (const kind of ['keydown', 'pointerdown']) removeEventListener(kind, onHand, true);
  };
}
