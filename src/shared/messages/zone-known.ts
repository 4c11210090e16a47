import type { Sentence } from './fill.ts';

/** What the program says beside an item of the readiness list that it can judge. */
export const KNOWN_SENTENCES = {
  bedsFine: { zh: '{{of}} 张床，无停用。', en: '{{of}} beds, none out of service.' },
  bedsClosed: { zh: '{{count}} 张床停用：{{beds}}', en: 'Out of service ({{count}}): {{beds}}' },
  disinfected: { zh: '{{of}} 张床都已消毒。', en: 'All {{of}} beds disinfected.' },
  awaitDisinfection: {
    zh: '{{count}} 张床待终末消毒：{{beds}}',
    en: 'Await disinfection ({{count}}): {{beds}}',
  },
  onShift: { zh: '本班在岗 {{count}} 人。', en: 'On shift now: {{count}}.' },
  nobodyOnShift: { zh: '本班没有排人。', en: 'Nobody is on shift now.' },
  oxygenBeds: { zh: '{{of}} 张床中 {{count}} 张有氧气。', en: '{{count}} of {{of}} beds have oxygen.' },
} as const satisfies Record<string, Sentence>;
