import { type ReactNode, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import './door.css';

/**
 * Over everything, dialogs too: what is behind can neither be seen, read aloud, reached nor pressed, but stays as it
 * is, with what was typed and how far it was scrolled.
 */
export function Curtain({ label, children }: { label: string; children: ReactNode }) {
  const [place] = useState(() => {
    const made = document.createElement('div');
    made.className = 'desk-curtain';
    return made;
  });
  useLayoutEffect(() => {
    const before = document.activeElement;
    const body = document.body;
    body.append(place);
    const cover = () => {
      for (const one of body.children)
        if (one !== place && one instanceof HTMLElement && !one.inert) {
          one.inert = true;
          one.dataset.behind = 'true';
        }
    };
    cover();
    // A dialog or a hint that opens while the desk is locked goes behind as well.
    const watching = new MutationObserver(cover);
    watching.observe(body, { childList: true });
    const keep = (event: Event) => event.stopPropagation();
    place.addEventListener('keydown', keep);
    return () => {
      place.removeEventListener('keydown', keep);
      watching.disconnect();
      place.remove();
      for (const one of body.querySelectorAll<HTMLElement>(':scope > [data-behind]')) {
        one.inert = false;
        delete one.dataset.behind;
      }
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [place]);
  return createPortal(
    <div role="dialog" aria-modal aria-label={label} className="desk-door">
      {children}
    </div>,
    place,
  );
}
