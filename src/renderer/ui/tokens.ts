import type { BedState } from '#shared/contract/vocabulary.ts';

export type Appearance = 'light' | 'dark';

export interface BedColours {
  ground: string;
  edge: string;
  text: string;
}

/**
 * The one place where colours and sizes stand. Ant Design, AG Grid, the canvas of the bed board and the
 * custom properties of every style sheet (`--desk-…`) are all set from here. Text meets 4.5 : 1 on its ground
 * (a test measures it); no state is told by colour alone.
 */
export interface Palette {
  ground: string;
  surface: string;
  raised: string;
  text: string;
  quiet: string;
  line: string;
  edge: string;
  accent: string;
  accentText: string;
  accentSoft: string;
  danger: string;
  dangerSoft: string;
  warn: string;
  warnSoft: string;
  good: string;
  goodSoft: string;
  alert: string;
  demo: string;
  demoText: string;
  focus: string;
  link: string;
  beds: Record<BedState, BedColours>;
  layers: LayerColours;
}

/** What the plan is coloured by, besides the state: told apart by lightness too, so by whoever cannot tell the hues. */
interface LayerColours {
  /** From little to much. The last stands out most on this ground. */
  steps: readonly [BedColours, BedColours, BedColours, BedColours, BedColours];
  /** Two kinds of which neither is more. */
  kinds: readonly [BedColours, BedColours];
  /** Nothing to tell. */
  blank: BedColours;
}

const light: Palette = {
  ground: '#ffffff',
  surface: '#f3f5f8',
  raised: '#ffffff',
  text: '#16202b',
  quiet: '#4a5765',
  line: '#d5dbe2',
  edge: '#79879a',
  accent: '#0b5cad',
  accentText: '#ffffff',
  accentSoft: '#e3effb',
  danger: '#b3191f',
  dangerSoft: '#fdebea',
  warn: '#7a4700',
  warnSoft: '#fff1d0',
  good: '#17663e',
  goodSoft: '#e3f5ea',
  alert: '#c8102e',
  demo: '#7b1fa2',
  demoText: '#ffffff',
  focus: '#0b5cad',
  link: '#0b5cad',
  beds: {
    available: { ground: '#ffffff', edge: '#1f7a4d', text: '#14532d' },
    reserved: { ground: '#ffe7ae', edge: '#a15c00', text: '#5c3600' },
    occupied: { ground: '#4f6479', edge: '#384a5c', text: '#ffffff' },
    awaitingDisinfection: { ground: '#e4daff', edge: '#6a46c4', text: '#3c2380' },
    outOfService: { ground: '#d3d8de', edge: '#6f7a87', text: '#38414b' },
  },
  layers: {
    steps: [
      { ground: '#fbf6c8', edge: '#82793a', text: '#3a3512' },
      { ground: '#b4dfb9', edge: '#4b8757', text: '#123d1c' },
      { ground: '#63bdc6', edge: '#277983', text: '#062b30' },
      { ground: '#226a9e', edge: '#15476c', text: '#ffffff' },
      { ground: '#1b2466', edge: '#0c1240', text: '#ffffff' },
    ],
    kinds: [
      { ground: '#1f5f99', edge: '#123f69', text: '#ffffff' },
      { ground: '#f7c58c', edge: '#a0621b', text: '#4a2800' },
    ],
    blank: { ground: '#e6eaef', edge: '#79879a', text: '#38414b' },
  },
};

const dark: Palette = {
  ground: '#11161c',
  surface: '#181f27',
  raised: '#222b35',
  text: '#eef2f6',
  quiet: '#b3bfcb',
  line: '#36424f',
  edge: '#7d8b9a',
  accent: '#1f73cc',
  accentText: '#ffffff',
  accentSoft: '#17304a',
  danger: '#ff9a94',
  dangerSoft: '#4a1b1d',
  warn: '#ffd27a',
  warnSoft: '#463100',
  good: '#7fdcab',
  goodSoft: '#123a28',
  alert: '#ff5a6e',
  demo: '#d9a7f5',
  demoText: '#2a0d38',
  focus: '#7ab8ff',
  link: '#7ab8ff',
  beds: {
    available: { ground: '#11161c', edge: '#4cc38a', text: '#a9ecca' },
    reserved: { ground: '#5a4206', edge: '#f0b73e', text: '#ffe3a3' },
    occupied: { ground: '#93a7bb', edge: '#c3d0dd', text: '#0e141a' },
    awaitingDisinfection: { ground: '#3d2f6b', edge: '#b39dff', text: '#e6dcff' },
    outOfService: { ground: '#343c46', edge: '#8993a0', text: '#d3dae1' },
  },
  layers: {
    steps: [
      { ground: '#1d2760', edge: '#6f7ed0', text: '#dfe4ff' },
      { ground: '#1c567f', edge: '#5fa3d3', text: '#ffffff' },
      { ground: '#3f9aa3', edge: '#8fd3da', text: '#02191c' },
      { ground: '#a3d8a9', edge: '#d2f0d5', text: '#0d2e14' },
      { ground: '#fbf3b0', edge: '#fffbe0', text: '#332d05' },
    ],
    kinds: [
      { ground: '#2b6cab', edge: '#86b9ea', text: '#ffffff' },
      { ground: '#f2b877', edge: '#ffe0b8', text: '#3b2000' },
    ],
    blank: { ground: '#2b333d', edge: '#8993a0', text: '#d3dae1' },
  },
};

export const PALETTES: Readonly<Record<Appearance, Palette>> = { light, dark };

export const SIZES = {
  text: 15,
  small: 13,
  large: 18,
  /** Least height of anything to press: gloves. */
  target: 32,
  control: 36,
  row: 36,
  radius: 6,
} as const;

export const FONT =
  "'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei UI', 'Microsoft YaHei', system-ui, sans-serif";

/** `--desk-<name>` for every colour of the palette, `--desk-bed-<state>-ground|edge|text` for the bed states. */
export function customProperties(palette: Palette): Record<string, string> {
  const { beds, layers: _onCanvasOnly, ...plain } = palette;
  const properties: Record<string, string> = {};
  for (const [name, value] of Object.entries(plain)) properties[`--desk-${name}`] = value;
  for (const [state, colours] of Object.entries(beds)) {
    for (const [part, value] of Object.entries(colours)) {
      properties[`--desk-bed-${state}-${part}`] = value;
    }
  }
  for (const [name, value] of Object.entries(SIZES)) properties[`--desk-size-${name}`] = `${value}px`;
  properties['--desk-font'] = FONT;
  return properties;
}
