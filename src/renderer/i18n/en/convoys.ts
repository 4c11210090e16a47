import type { Translated } from '../translated.ts';
import type { convoys as zh } from '../zh-CN/convoys.ts';

export const convoys = {
  title: 'Buses',
  expect: 'Announce a bus',
  expectTitle: 'A bus that is expected',
  toList: 'To the buses',
  none: 'No bus is expected',
  arrive: 'Arrived',
  cancelOf: 'Call off {{plate}}',
  choose: 'Admit from this bus',
  letGo: 'No longer admit from this bus',
  admittedOf: '{{admitted}} of {{people}} in',
  admitted: '{{admitted}} in',
  arrived: 'arrived {{ago}}',
  expected: '{{at}} (in {{span}})',
  overdue: '{{at}} ({{span}} late)',
  reading: '{{at}}, in {{span}}',
  expectedExample: 'e.g. 40 (minutes from now), 1430, 4-5 14:30',
  fields: {
    plate: 'Plate',
    people: 'People',
    origin: 'From',
    expectedAt: 'Expected at',
    note: 'Note',
  },
  wrong: {
    plate: 'Give the plate, or a name such as “bus 3”.',
    people: 'A number from 0 to 500; leave it empty if nobody knows.',
    expectedAt: 'This is not a time. Write 40 (minutes from now), 14:30 or 4-5 14:30.',
  },
  cancel: {
    title: 'Call off a bus',
    verb: 'Call it off',
    what: '{{bus}} ({{people}}) is taken off the list.',
    reasonExample: 'e.g. sent to another hospital',
  },
} as const satisfies Translated<typeof zh>;
