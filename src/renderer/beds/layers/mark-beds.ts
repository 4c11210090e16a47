import type { TFunction } from 'i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { type Band, LAYER_BANDS, type Layer, type LayerValue } from '#shared/contract/layers.ts';
import type { Palette } from '../../ui/tokens.ts';
import type { Floor } from '../board/floor.ts';
import type { BedMark } from '../board/scene.ts';
import { lookOf } from './band-looks.ts';

export type ShownLayer = Exclude<Layer, 'state'>;

/** What a layer says of a bed, before it has colours. */
export interface Told {
  band: Band;
  value: number | null;
}

/** Sex and classification stand on the board; the rest was asked for and is told of the same stay only. */
export function tellBeds(
  layer: ShownLayer,
  floor: Floor,
  views: readonly (BedView | undefined)[],
  values: readonly LayerValue[],
): ReadonlyMap<number, Told> {
  const told = new Map<number, Told>();
  if (layer === 'sex' || layer === 'classification') {
    for (const [index, view] of views.entries()) {
      if (view?.occupant) told.set(index, { band: view.occupant[layer], value: null });
    }
    return told;
  }
  for (const { bedId, stayId, band, value } of values) {
    const index = floor.indexOf.get(bedId);
    if (index !== undefined && views[index]?.occupant?.stayId === stayId) told.set(index, { band, value });
  }
  return told;
}

export interface LegendEntry {
  band: Band;
  label: string;
  sign: string;
  count: number;
}

/** Every band of the layer, in its order, with how many beds have it. */
export function legendOf(
  layer: ShownLayer,
  told: ReadonlyMap<number, Told>,
  t: TFunction,
): readonly LegendEntry[] {
  const counts = new Map<Band, number>();
  for (const { band } of told.values()) counts.set(band, (counts.get(band) ?? 0) + 1);
  return LAYER_BANDS[layer].map((band) => ({
    band,
    label: bandLabel(layer, band, t),
    sign: bandSign(layer, band, t),
    count: counts.get(band) ?? 0,
  }));
}

/** Words of a band: the keys of `layers.bands` and `layers.signs` are those of the contract, in every layer. */
const wordOf = (kind: 'bands' | 'signs', layer: ShownLayer, band: Band, t: TFunction): string =>
  t(`layers.${kind}.${layer}.${band}` as never);

const bandLabel = (layer: ShownLayer, band: Band, t: TFunction) => wordOf('bands', layer, band, t);
const bandSign = (layer: ShownLayer, band: Band, t: TFunction) => wordOf('signs', layer, band, t);

/** Bands whose sign says more than a number would. */
const SAID_BY_SIGN: ReadonlySet<Band> = new Set(['retest', 'now', 'none', 'open', 'excluded', 'incomplete']);

/** A number where the layer has one, else the sign of the band. */
function signOf(layer: ShownLayer, { band, value }: Told, t: TFunction): string {
  if (value === null || SAID_BY_SIGN.has(band)) return bandSign(layer, band, t);
  return String(layer === 'load' ? Math.round(value) : value);
}

/** `NEWS2 7 分，7 分及以上`: in the card, on a large bed, and for a screen reader. */
export function layerWords(layer: ShownLayer, { band, value }: Told, t: TFunction): string {
  const label = bandLabel(layer, band, t);
  const isSaid = value === null || SAID_BY_SIGN.has(band);
  return isSaid ? label : t(`layers.value.${layer as 'days'}`, { value });
}

export function marksOf(
  layer: ShownLayer,
  told: ReadonlyMap<number, Told>,
  palette: Palette,
  t: TFunction,
): ReadonlyMap<number, BedMark> {
  return new Map(
    [...told].map(([index, one]) => [
      index,
      {
        look: one.band,
        ...lookOf(one.band, palette),
        sign: signOf(layer, one, t),
        words: layerWords(layer, one, t),
      },
    ]),
  );
}
