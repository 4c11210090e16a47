import type { Translated } from '../translated.ts';
import type { acts as zh } from '../zh-CN/acts.ts';

export const acts = {
  stays: {
    admit: 'Admitted',
    correct: 'Details corrected',
    linkFamily: 'Family linked',
    assign: 'Bed given',
    move: 'Moved',
    swap: 'Beds swapped',
  },
  beds: {
    close: 'Closed',
    reopen: 'Reopened',
    reserve: 'Bed reserved',
    release: 'Reservation released',
    signOffDisinfection: 'Disinfection signed off',
  },
  allocation: { commit: 'Beds given', run: 'Beds given by the rules' },
  discharges: { commit: 'Discharged' },
  convoys: { expect: 'Convoy announced', arrive: 'Convoy arrived', cancel: 'Convoy taken off' },
  rosters: {
    open: 'Roster taken in',
    setHeadings: 'Headings set',
    editRow: 'Roster row corrected',
    dropRow: 'Roster row put aside',
    commit: 'Roster admitted',
  },
  ward: { changeSettings: 'Settings changed', addOperator: 'Operator added' },
  acts: { undo: 'Undone' },
} as const satisfies Translated<typeof zh>;
