import type { TFunction } from 'i18next';
import { type BedFigure, MOVEMENTS, type Movement, type Overview } from '#shared/contract/overview.ts';
import type { Palette } from '../ui/tokens.ts';
import type { Series } from './stack-chart.tsx';

/** The parts of a zone's beds, from what is used to what is not: together they are all its beds. */
export const BED_PARTS = [
  'occupied',
  'usable',
  'emptyOnly',
  'reserved',
  'awaitingDisinfection',
  'outOfService',
] as const satisfies readonly BedFigure[];

const BED_COLOURS: Record<(typeof BED_PARTS)[number], (palette: Palette) => string> = {
  occupied: ({ beds }) => beds.occupied.ground,
  usable: ({ beds }) => beds.available.edge,
  emptyOnly: ({ goodSoft }) => goodSoft,
  reserved: ({ beds }) => beds.reserved.edge,
  awaitingDisinfection: ({ beds }) => beds.awaitingDisinfection.edge,
  outOfService: ({ beds }) => beds.outOfService.edge,
};

const MOVEMENT_COLOURS: Record<Movement, (palette: Palette) => string> = {
  admitted: ({ accent }) => accent,
  discharged: ({ good }) => good,
  referred: ({ warn }) => warn,
  otherwise: ({ beds }) => beds.awaitingDisinfection.edge,
  died: ({ quiet }) => quiet,
};

export const zoneSeries = (zones: Overview['zones'], t: TFunction): Series[] =>
  BED_PARTS.map((part) => ({
    name: t(`overview.figures.${part}`),
    colour: BED_COLOURS[part],
    values: zones.map(({ beds }) => beds[part]),
  }));

export const daySeries = (hours: Overview['today']['hours'], t: TFunction): Series[] =>
  MOVEMENTS.map((movement) => ({
    name: t(`overview.figures.${movement}`),
    colour: MOVEMENT_COLOURS[movement],
    values: hours.map(({ counts }) => counts[movement]),
  }));

export const hourWord = (hour: number): string => String(hour).padStart(2, '0');
