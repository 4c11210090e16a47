import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BedView } from '#shared/contract/beds.ts';
import { type Band, LAYERS, type Layer } from '#shared/contract/layers.ts';
import type { Instant } from '#shared/rules/instant.ts';
import { type Refused, useWard } from '../../client.ts';
import { appearance } from '../../desk/appearance.ts';
import { type Held, kept, useHeld } from '../../desk/kept.ts';
import { useHospital } from '../../ui/hospital.tsx';
import { useEveryMinute } from '../../ui/time.ts';
import { PALETTES } from '../../ui/tokens.ts';
import type { Floor } from '../board/floor.ts';
import type { BedMark } from '../board/scene.ts';
import { type LegendEntry, layerWords, legendOf, marksOf, type ShownLayer, tellBeds } from './mark-beds.ts';

const chosen = new Map<string, Held<Layer>>();

/** The layer chosen last, kept over reload and restart, by hospital. */
function layerOf(wardId: string): Held<Layer> {
  const known = chosen.get(wardId);
  if (known) return known;
  const made = kept<Layer>(
    `desk:${wardId}:plan-layer`,
    'state',
    (stored) => LAYERS.find((layer) => layer === stored) ?? null,
  );
  chosen.set(wardId, made);
  return made;
}

export interface PlanLayer {
  layer: Layer;
  choose(layer: Layer): void;
  /** Null for the state, which the board draws itself. */
  marks: ReadonlyMap<number, BedMark> | null;
  legend: readonly LegendEntry[];
  /** The bands that are not dimmed; empty: none is. */
  bands: ReadonlySet<Band>;
  toggle(band: Band): void;
  clear(): void;
  isShown: ((index: number) => boolean) | null;
  /** What the layer says of a bed; '' where nothing. */
  words(index: number): string;
  refused: Refused | null;
  /** Values are being asked for; what is seen may be a moment older. */
  isAsking: boolean;
}

const NONE: ReadonlySet<Band> = new Set();

/** The layer of the plan with its legend and filter, at a past instant or (null) now. */
export function usePlanLayer(
  floor: Floor,
  views: readonly (BedView | undefined)[],
  at: Instant | null,
): PlanLayer {
  const { t } = useTranslation();
  const { wardId } = useHospital();
  const memory = layerOf(wardId);
  const layer = useHeld(memory);
  const palette = PALETTES[useHeld(appearance)];
  const [bands, setBands] = useState(NONE);
  const shown: ShownLayer | null = layer === 'state' ? null : layer;
  const asked = shown === null || shown === 'sex' || shown === 'classification' ? null : shown;
  const answer = useWard(
    'layers.show',
    { layer: asked ?? 'days', ...(at === null ? {} : { at }) },
    { enabled: asked !== null, keep: true, seldom: at === null, brief: at !== null },
  );
  useEveryMinute(() => {
    if (asked !== null && at === null) answer.refetch();
  });
  const values = asked !== null && answer.data?.layer === asked ? answer.data.values : null;
  const told = useMemo(
    () => (shown === null ? null : tellBeds(shown, floor, views, values ?? [])),
    [shown, floor, views, values],
  );
  const marks = useMemo(
    () => (shown === null || told === null ? null : marksOf(shown, told, palette, t)),
    [shown, told, palette, t],
  );
  const legend = useMemo(
    () => (shown === null || told === null ? [] : legendOf(shown, told, t)),
    [shown, told, t],
  );
  const isShown = useMemo(() => {
    if (told === null || bands.size === 0) return null;
    return (index: number) => {
      const one = told.get(index);
      return one !== undefined && bands.has(one.band);
    };
  }, [told, bands]);
  const words = useCallback(
    (index: number) => {
      const one = told?.get(index);
      return shown !== null && one
        ? `${t(`layers.names.${shown}`)}${t('layers.colon')}${layerWords(shown, one, t)}`
        : '';
    },
    [shown, told, t],
  );
  return {
    ...{ layer, marks, legend, bands, isShown, words },
    choose: (next) => {
      if (next !== layer) setBands(NONE);
      memory.set(next);
    },
    toggle: (band) => setBands((was) => toggled(was, band)),
    clear: () => setBands(NONE),
    refused: asked === null ? null : answer.refused,
    isAsking: asked !== null && answer.refused === null && (values === null || answer.isFormer),
  };
}

function toggled(was: ReadonlySet<Band>, band: Band): ReadonlySet<Band> {
  const next = new Set(was);
  if (!next.delete(band)) next.add(band);
  return next;
}
