import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHeld } from '../desk/kept.ts';
import { Dialog } from './dialog.tsx';
import { type KeyBinding, type KeyGroup, keyGroups, useKeys } from './keys.ts';
import './pieces.css';

/** `?` or F1: what every key does here and now. */
export function KeyHints() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useKeys(t('ui.keys.everywhere'), [
    { keys: ['?', 'F1'], does: t('frame.keys.keys'), run: () => setOpen(true) },
  ]);
  return (
    <Dialog open={open} title={t('ui.keys.title')} width={900} onClose={() => setOpen(false)}>
      <Groups />
    </Dialog>
  );
}

/** The page's own keys first, in the order in which it named them; those of every page last. */
function Groups() {
  const { t } = useTranslation();
  const everywhere = t('ui.keys.everywhere');
  const groups = useHeld(keyGroups);
  const depth = ({ page }: KeyGroup) => (page === everywhere ? 2 : page === t('ui.grid.title') ? 1 : 0);
  const pages = new Map<string, KeyBinding[]>();
  for (const { current } of [...groups].sort((a, b) => depth(a.current) - depth(b.current))) {
    const shown = current.bindings.filter(({ does }) => does !== '');
    if (shown.length > 0) pages.set(current.page, [...(pages.get(current.page) ?? []), ...shown]);
  }
  return (
    <div className="desk-keys">
      {[...pages].map(([page, bindings]) => (
        <section key={page} data-wide={page === everywhere}>
          <h2>{page}</h2>
          <dl>
            {bindings.map(({ keys, does }) => (
              <Line key={`${keys}${does}`} keys={keys} does={does} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Line({ keys, does }: Pick<KeyBinding, 'keys' | 'does'>) {
  const all = typeof keys === 'string' ? [keys] : keys;
  return (
    <>
      <dt>
        {all.map((one) => (
          <kbd key={one}>{one}</kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  );
}
