import type { BedView } from '#shared/contract/beds.ts';
import type { BedColours, Palette } from '../../ui/tokens.ts';
import type { Floor } from './floor.ts';

/** A person shown in a bed that is not theirs yet: of a proposal, or carried. */
export interface Ghost {
  name: string;
  initials: string;
  /** The one in hand. */
  active: boolean;
  /** Chosen by hand, or something to mind about it. */
  mark: 'hand' | 'warn' | null;
}

/** What a layer says of a bed that somebody is in. */
export interface BedMark {
  /** Beds with one look are painted together. */
  look: string;
  colours: BedColours;
  hatched: boolean;
  /** A letter or a number, so that nothing is told by colour alone. */
  sign: string;
  /** The same in words, where there is room. */
  words: string;
}

/** What a page makes stand out, by index of the bed. */
export interface Look {
  /** False for beds that were not asked for; they are drawn paler. Null: all are. */
  shown: ((index: number) => boolean) | null;
  /** True for beds that may be taken by the one who is carried. */
  fits: ((index: number) => boolean) | null;
  ghosts: ReadonlyMap<number, Ghost>;
  /** A layer other than the state; a bed that it says nothing of is left plain. */
  marks: ReadonlyMap<number, BedMark> | null;
  /** The bed that the proposal names. */
  star: number | null;
  /** Its other choices, for the keys 1, 2, 3. */
  choices: readonly number[];
  /** Where the carried patient lies now, and where the family does. */
  from: number | null;
  kin: readonly number[];
}

export const PLAIN: Look = {
  shown: null,
  fits: null,
  ghosts: new Map(),
  marks: null,
  star: null,
  choices: [],
  from: null,
  kin: [],
};

export interface Words {
  /** Free beds of a zone: 空 12 / 300; without the total where there is little room. */
  free(free: number, total: number | null): string;
  policy(policy: Floor['zones'][number]['sexPolicy']): string;
  /** The best word first; the next one where that does not fit. */
  landmark(kind: string, label: string): readonly string[];
  sex(sex: NonNullable<BedView['occupant']>['sex']): string;
  years(age: number): string;
  classification(word: NonNullable<BedView['occupant']>['classification']): string;
  closure(reason: NonNullable<BedView['closure']>['reason']): string;
  minutes(minutes: number): string;
  ready: string;
  since(ms: number): string;
}

/** Everything that a picture of the ward shows. */
export interface Scene {
  floor: Floor;
  views: readonly (BedView | undefined)[];
  /** Available beds of each zone. */
  free: readonly number[];
  look: Look;
  palette: Palette;
  words: Words;
  /** Initials say more than characters to somebody who reads English. */
  initialsFirst: boolean;
  /** Milliseconds; decides the minutes left. */
  now: number;
}

/** What lies on top: changes with every key and every move of the mouse. */
export interface Over {
  cursor: number | null;
  /** The keyboard is here: the cursor is drawn in full. */
  focused: boolean;
  hover: number | null;
  selected: ReadonlySet<number>;
  /** Being dragged over a bed. */
  target: { index: number; good: boolean } | null;
  /** Corner to corner, in pixels, while several are being chosen with the mouse. */
  frame: { x: number; y: number; width: number; height: number } | null;
}

/** How much of a bed can be read at this size: its state, a surname, a number too, a few lines, a card, all of it. */
export type Detail = 0 | 1 | 2 | 3 | 4 | 5;

export function detailOf(bedWidth: number): Detail {
  if (bedWidth < 13.5) return 0;
  if (bedWidth < 29) return 1;
  if (bedWidth < 47) return 2;
  if (bedWidth < 72) return 3;
  return bedWidth < 136 ? 4 : 5;
}
