import { sharedOutcomes } from '../shared-vocabulary.ts';
import type { Translated } from '../translated.ts';
import type { audit as zh } from '../zh-CN/audit.ts';

export const audit = {
  views: { acts: 'Acts', audit: 'Audit trail' },
  viewsLabel: 'Acts or audit trail',
  heading: 'Audit trail',
  hint: 'Every act, refusal, sign-in and sight of sensitive pages, each linked to the one before: whatever is edited or taken out shows.',
  columns: {
    seq: 'No.',
    at: 'Time',
    who: 'Who',
    roles: 'Roles',
    what: 'What',
    outcome: 'Outcome',
    why: 'Why',
    about: 'About',
    changes: 'Before and after',
    reason: 'Reason',
    link: 'Link',
  },
  outcomes: sharedOutcomes('en'),
  filters: {
    about: 'Name, stay number or bed',
    who: 'Who',
    outcome: 'Outcome',
    from: 'From (day)',
    to: 'To (day)',
    day: '20220405',
  },
  found: '{{count}} entries',
  more: '200 more',
  all: 'All shown',
  check: 'Check the whole trail',
  checking: 'Checking the audit trail',
  clean: 'Checked: {{rows}} entries, whole and unaltered. Head {{head}}',
  broken:
    '{{count}} problems, the first at entry {{seq}} ({{at}}). Keep the data file and the backups, and tell whoever is in charge at once.',
  problem: 'Entry {{seq}} {{at}}: {{what}}',
  problems: {
    gap: 'one or more entries are missing',
    link: 'the entry was altered: it does not link to its neighbours',
    'act-changed': 'the content of the act, or what it recorded, was altered',
    'act-missing': 'the act is no longer in the file',
    'act-unrecorded': 'an act has no entry',
    'row-changed':
      'a patient’s data, a person’s rights or a setting were altered after this entry, by no act',
    'head-missing': 'the head on a report or a backup is not in the trail, which may have been cut',
  },
  head: 'Compare with a head from a paper or a backup (optional)',
  exportFile: 'Export every entry that fits',
  exportShown: 'Export the rows shown',
  exported: '{{count}} entries written: {{name}}',
  nothing: 'No entry fits',
  nothingHint: 'Change the filter, or clear it to see everything.',
  nobody: '(nobody signed in)',
} as const satisfies Translated<typeof zh>;
