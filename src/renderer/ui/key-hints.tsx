import { Modal } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHeld } from '../desk/kept.ts';
import { type KeyBinding, keyGroups, useKeys } from './keys.ts';
import './pieces.css';

/** `?` or F1: what every key does here and now. */
export function KeyHints() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const heading = useId();
  useKeys(t('ui.keys.everywhere'), [
    { keys: ['?', 'F1'], does: t('frame.keys.keys'), run: () => setOpen(true) },
  ]);
  return (
    <Modal
      open={open}
      title={<span id={heading}>{t('ui.keys.title')}</span>}
      aria-labelledby={heading}
      footer={null}
      width={860}
      onCancel={() => setOpen(false)}
      destroyOnHidden
    >
      <Groups />
    </Modal>
  );
}

function Groups() {
  const groups = useHeld(keyGroups);
  const pages = new Map<string, KeyBinding[]>();
  for (const { current } of [...groups].reverse()) {
    const shown = current.bindings.filter(({ does }) => does !== '');
    if (shown.length > 0) pages.set(current.page, [...(pages.get(current.page) ?? []), ...shown]);
  }
  return (
    <div className="desk-keys">
      {[...pages].map(([page, bindings]) => (
        <section key={page}>
          <h3>{page}</h3>
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
