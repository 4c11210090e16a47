import { describe, expect, it } from 'vitest';
import { PALETTES, SIZES } from '#renderer/ui/tokens.ts';

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => channel(Number.parseInt(hex.slice(i, i + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s palette', (mode) => {
  const p = PALETTES[mode];
  const layered = [...p.layers.steps, ...p.layers.kinds, p.layers.blank];

  it('can be read: 4.5 to 1 for every text on every ground that it stands on', () => {
    const pairs = [
      ...[p.ground, p.surface, p.raised].flatMap((ground) =>
        [p.text, p.quiet, p.link].map((text) => [text, ground]),
      ),
      [p.accentText, p.accent],
      [p.text, p.accentSoft],
      [p.danger, p.ground],
      [p.danger, p.surface],
      [p.danger, p.dangerSoft],
      [p.text, p.dangerSoft],
      [p.warn, p.warnSoft],
      [p.text, p.warnSoft],
      [p.good, p.goodSoft],
      [p.demoText, p.demo],
      ...[...Object.values(p.beds), ...layered].map(({ text, ground }) => [text, ground]),
    ] as const;
    for (const [text = '', ground = ''] of pairs) {
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('goes from little to much by lightness alone, for whoever cannot tell the hues', () => {
    const onGround = p.layers.steps.map(({ ground }) => contrast(ground, p.ground));
    expect(onGround).toEqual([...onGround].sort((a, b) => a - b));
    for (const [i, { ground }] of p.layers.steps.slice(1).entries())
      expect(contrast(ground, p.layers.steps[i]?.ground ?? ''), ground).toBeGreaterThanOrEqual(1.3);
    expect(contrast(p.layers.kinds[0].ground, p.layers.kinds[1].ground)).toBeGreaterThanOrEqual(3);
  });

  it('shows edges, alerts and the focus: 3 to 1', () => {
    for (const sign of [p.edge, p.alert, p.focus, p.accent]) {
      expect(contrast(sign, p.ground), sign).toBeGreaterThanOrEqual(3);
    }
    for (const { edge, ground } of [...Object.values(p.beds), ...layered]) {
      expect(contrast(edge, p.ground), `${edge} around ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('sizes', () => {
  it('suit gloves and a visor', () => {
    expect(SIZES.target).toBeGreaterThanOrEqual(32);
    expect(SIZES.text).toBeGreaterThanOrEqual(15);
  });
});
