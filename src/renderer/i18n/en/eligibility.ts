import type { Translated } from '../translated.ts';
import type { eligibility as zh } from '../zh-CN/eligibility.ts';

export const eligibility = {
  title: 'May leave?',
  earliest: 'Earliest',
  now: 'now',
  next: 'Next',
  met: 'met',
  notMet: 'not met',
  rules: {
    'belongs-here': 'Belongs here:',
    'not-severe': 'Not severe:',
    'not-referred': 'Not referred:',
    tests: 'Tests:',
    'minimum-stay': 'Days:',
    'fever-free': 'No fever:',
    symptoms: 'Symptoms:',
  },
  by: 'By: {{protocol}}, version {{version}} · {{at}}',
  basis: 'Judged for release by “{{protocol}}”, version {{version}} ({{at}}): {{verdict}}.',
} as const satisfies Translated<typeof zh>;
