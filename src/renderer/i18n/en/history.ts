import type { Translated } from '../translated.ts';
import type { history as zh } from '../zh-CN/history.ts';

export const history = {
  heading: 'History',
  hint: 'Newest on top. Enter shows an act; what can be taken back is taken back from here.',
  title: 'Act: {{what}}',
  show: 'Show this act',
  undo: 'Undo this act',
  undoUndo: 'Do it again (undo the undo)',
  willUndo: '“{{what}}” is taken back; all is as it was before it.',
  bedTaken: 'Where a bed was taken meanwhile you are asked where to.',
  stays: 'Nothing is erased: the undo is one more act on record.',
  cannot: 'This kind of act cannot be undone.',
  undone: 'undone',
  undoneBy: 'Undone by {{who}} at {{at}}',
  touched: 'Touched',
  more: '100 further back',
  all: 'All shown',
  nothing: 'No acts yet',
  nothingHint: 'Every act is kept here: who, when it happened, when it was written down, and what was done.',
  columns: {
    happened: 'Happened',
    recorded: 'Recorded',
    what: 'Act',
    detail: 'Patient / bed / details',
    who: 'Who',
    reason: 'Reason',
    undone: 'Undo',
    seq: 'No.',
  },
} as const satisfies Translated<typeof zh>;
