import type { Translated } from '../translated.ts';
import type { zhCN } from '../zh-CN/index.ts';
import { acts } from './acts.ts';
import { admit } from './admit.ts';
import { beds } from './beds.ts';
import { bedsGrid } from './beds-grid.ts';
import { convoys } from './convoys.ts';
import { discharge } from './discharge.ts';
import { fields } from './fields.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { patient } from './patient.ts';
import { patients } from './patients.ts';
import { progress } from './progress.ts';
import { reports } from './reports.ts';
import { roster } from './roster.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { ui } from './ui.ts';
import { vocabulary } from './vocabulary.ts';

export const en = {
  acts,
  admit,
  beds,
  bedsGrid,
  convoys,
  discharge,
  fields,
  frame,
  history,
  patient,
  patients,
  progress,
  reports,
  roster,
  settings,
  setup,
  ui,
  vocabulary,
} as const satisfies Translated<typeof zhCN>;
