import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { appearance } from '../../desk/appearance.ts';
import { useHeld } from '../../desk/kept.ts';
import { PALETTES } from '../../ui/tokens.ts';
import { lookOf } from './band-looks.ts';
import type { PlanLayer } from './use-layer.ts';

/** The bands of the layer with how many beds each has; pressed, the others are dimmed. */
export function LayerLegend({ plan, onBack }: { plan: PlanLayer; onBack(): void }) {
  const { t } = useTranslation();
  const palette = PALETTES[useHeld(appearance)];
  if (plan.layer === 'state') return null;
  const walk = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const here = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1 }[
      event.key
    ];
    const next = { Home: 0, End: buttons.length - 1 }[event.key] ?? to;
    if (event.key !== 'Escape' && next === undefined) return;
    // The board walks by the same keys.
    event.stopPropagation();
    event.preventDefault();
    if (event.key === 'Escape') onBack();
    else buttons[((next ?? 0) + buttons.length) % buttons.length]?.focus();
  };
  return (
    <fieldset
      className="desk-beds-legend desk-layer-legend"
      aria-label={t('layers.legend', { layer: t(`layers.names.${plan.layer}`) })}
      aria-busy={plan.isAsking}
      onKeyDown={walk}
    >
      {plan.legend.map(({ band, label, sign, count }) => {
        const { colours, hatched } = lookOf(band, palette);
        return (
          <button
            key={band}
            type="button"
            className="desk-beds-filter"
            aria-pressed={plan.bands.has(band)}
            onClick={() => plan.toggle(band)}
          >
            <span
              className="desk-layer-swatch"
              data-hatched={hatched}
              style={{ backgroundColor: colours.ground, borderColor: colours.edge, color: colours.text }}
              aria-hidden
            >
              {sign}
            </span>
            {label} <strong>{plan.isAsking && count === 0 ? '…' : count}</strong>
          </button>
        );
      })}
    </fieldset>
  );
}
