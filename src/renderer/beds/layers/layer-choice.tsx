import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LAYERS, type Layer } from '#shared/contract/layers.ts';
import { takeKeyboard } from '../../ui/keyboard.ts';
import { useKeys } from '../../ui/keys.ts';

interface Props {
  layer: Layer;
  onChoose(layer: Layer): void;
  onClose(): void;
}

/** What the plan can be coloured by: a digit chooses, arrows walk. */
export function LayerChoice({ layer, onChoose, onClose }: Props) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => takeKeyboard(list.current?.querySelector<HTMLElement>('[aria-checked=true]')), []);
  const step = (by: number) => {
    const next = LAYERS[(LAYERS.indexOf(layer) + by + LAYERS.length) % LAYERS.length];
    const at = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[role=radio]') ?? [])];
    const here = at ? buttons.indexOf(at) : -1;
    const to = here < 0 ? LAYERS.indexOf(next ?? layer) : (here + by + buttons.length) % buttons.length;
    buttons[to]?.focus();
  };
  useKeys(t('layers.choice'), [
    ...LAYERS.map((one, i) => ({ keys: String(i + 1), does: '', run: () => onChoose(one) })),
    { keys: ['ArrowDown', 'ArrowRight'], does: '', run: () => step(1) },
    { keys: ['ArrowUp', 'ArrowLeft'], does: '', run: () => step(-1) },
    { keys: ['Escape', 'L'], does: '', run: onClose },
  ]);
  return (
    <div className="desk-layer-choice" role="radiogroup" aria-label={t('layers.choice')} ref={list}>
      {LAYERS.map((one, i) => (
        // biome-ignore lint/a11y/useSemanticElements: a press chooses and closes at once, which a radio button does not
        <button
          key={one}
          type="button"
          role="radio"
          aria-checked={one === layer}
          tabIndex={one === layer ? 0 : -1}
          onClick={() => onChoose(one)}
        >
          <kbd>{i + 1}</kbd> {t(`layers.names.${one}`)}
        </button>
      ))}
    </div>
  );
}
