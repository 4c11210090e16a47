/** Why a file cannot be read as a spreadsheet at all, whatever list it was to be. */
export const SPREADSHEET_FAULTS = [
  'empty',
  'too-large',
  'unpacks-too-large',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  'too-many-merges',
  'damaged',
  'encrypted',
  'old-excel',
  'binary-excel',
  'open-document',
  'web-page',
  'picture',
  'pdf',
  'archive',
  'not-a-spreadsheet',
  'encoding-unknown',
  'quote-not-closed',
] as const;
export type SpreadsheetFault = (typeof SPREADSHEET_FAULTS)[number];
