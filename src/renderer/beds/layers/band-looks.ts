import type { Band } from '#shared/contract/layers.ts';
import type { BedColours, Palette } from '../../ui/tokens.ts';

type Style = 's0' | 's1' | 's2' | 's3' | 's4' | 'kind0' | 'kind1' | 'urgent' | 'blank' | 'hatched';

/**
 * How each band is drawn, the darker (in the dark: the lighter) the more there is to do. What is not known is
 * hatched, what there is nothing to say of is blank. Names that two layers share are drawn the same in both.
 */
const STYLES: Readonly<Record<Band, Style>> = {
  male: 'kind0',
  female: 'kind1',
  unknown: 'hatched',
  asymptomatic: 's0',
  mild: 's1',
  ordinary: 's2',
  severe: 's3',
  critical: 's4',
  upTo3: 's0',
  upTo7: 's1',
  upTo10: 's2',
  upTo14: 's3',
  over14: 's4',
  zero: 's0',
  low: 's1',
  single: 's2',
  medium: 's3',
  high: 's4',
  incomplete: 'hatched',
  notScored: 'blank',
  notSeen: 'hatched',
  retest: 'urgent',
  now: 's4',
  within24: 's2',
  within48: 's1',
  later: 's0',
  none: 'blank',
  today: 's3',
  tomorrow: 's2',
  open: 'hatched',
  excluded: 'blank',
  light: 's0',
  fair: 's1',
  heavy: 's3',
  over: 's4',
  noNurse: 'hatched',
  notKept: 'blank',
};

const STEP_OF = { s0: 0, s1: 1, s2: 2, s3: 3, s4: 4 } as const;

export function lookOf(band: Band, { layers }: Palette): { colours: BedColours; hatched: boolean } {
  const style = STYLES[band];
  if (style === 'blank') return { colours: layers.blank, hatched: false };
  if (style === 'hatched') return { colours: layers.blank, hatched: true };
  if (style === 'urgent') return { colours: layers.steps[4], hatched: true };
  if (style === 'kind0') return { colours: layers.kinds[0], hatched: false };
  if (style === 'kind1') return { colours: layers.kinds[1], hatched: false };
  return { colours: layers.steps[STEP_OF[style]], hatched: false };
}
