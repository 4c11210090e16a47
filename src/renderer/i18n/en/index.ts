import type { Translated } from '../translated.ts';
import type { zhCN } from '../zh-CN/index.ts';
import { acts } from './acts.ts';
import { admit } from './admit.ts';
import { alerts } from './alerts.ts';
import { beds } from './beds.ts';
import { bedsGrid } from './beds-grid.ts';
import { care } from './care.ts';
import { convoys } from './convoys.ts';
import { discharge } from './discharge.ts';
import { eligibility } from './eligibility.ts';
import { fields } from './fields.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { papers } from './papers.ts';
import { patient } from './patient.ts';
import { patients } from './patients.ts';
import { progress } from './progress.ts';
import { protocols } from './protocols.ts';
import { releases } from './releases.ts';
import { reports } from './reports.ts';
import { roster } from './roster.ts';
import { rounds } from './rounds.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { tests } from './tests.ts';
import { today } from './today.ts';
import { ui } from './ui.ts';
import { vocabulary } from './vocabulary.ts';

export const en = {
  acts,
  admit,
  alerts,
  beds,
  bedsGrid,
  care,
  convoys,
  discharge,
  eligibility,
  fields,
  frame,
  history,
  home,
  papers,
  patient,
  patients,
  progress,
  protocols,
  releases,
  reports,
  roster,
  rounds,
  settings,
  setup,
  tests,
  today,
  ui,
  vocabulary,
} as const satisfies Translated<typeof zhCN>;
