import type { Translated } from '../translated.ts';
import type { progress as zh } from '../zh-CN/progress.ts';

export const progress = {
  working: 'Working',
  reading: 'Reading the file',
  'checking-audit': 'Checking the audit trail',
  checking: 'Checking',
  judging: 'Checking row by row',
  placing: 'Giving beds',
  matching: 'Matching the columns',
  admitting: 'Admitting',
  discharging: 'Discharging',
  proposing: 'Looking for beds',
  saving: 'Saving',
  writing: 'Writing the file',
  certificates: 'Issuing certificates',
  papers: 'Setting the pages',
  printing: 'Making the PDF',
  'judging-list': 'Judging everybody',
  seating: 'Assigning seats',
  people: 'Making up people',
  history: 'Making up their history',
} as const satisfies Translated<typeof zh>;
