import type { Translated } from '../translated.ts';
import type { bedsGrid as zh } from '../zh-CN/beds-grid.ts';

export const bedsGrid = {
  label: 'Table of beds',
  code: 'Bed',
  zone: 'Zone',
  zoneName: 'Zone name',
  unit: 'Care unit',
  policy: 'Takes',
  state: 'State',
  occupant: 'Patient',
  since: 'Since',
  note: 'Note',
  attributes: 'Equipment',
  ready: '{{minutes}} min left',
  readyNow: 'may be signed off',
  free: 'nobody',
  empty: 'No bed is in this state',
  emptyHint: 'Choose another state, or show all beds.',
  fullHint: 'The next free beds: {{dirty}} to disinfect, {{reserved}} reserved, {{closed}} closed.',
} as const satisfies Translated<typeof zh>;
