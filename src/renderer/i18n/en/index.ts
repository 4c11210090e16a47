import type { Translated } from '../translated.ts';
import type { zhCN } from '../zh-CN/index.ts';
import { accounts } from './accounts.ts';
import { acts } from './acts.ts';
import { admit } from './admit.ts';
import { alerts } from './alerts.ts';
import { audit } from './audit.ts';
import { backups } from './backups.ts';
import { beds } from './beds.ts';
import { bedsGrid } from './beds-grid.ts';
import { care } from './care.ts';
import { convoys } from './convoys.ts';
import { daily } from './daily.ts';
import { discharge } from './discharge.ts';
import { eligibility } from './eligibility.ts';
import { fields } from './fields.ts';
import { frame } from './frame.ts';
import { handovers } from './handovers.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { layers } from './layers.ts';
import { overview } from './overview.ts';
import { papers } from './papers.ts';
import { patient } from './patient.ts';
import { patients } from './patients.ts';
import { people } from './people.ts';
import { progress } from './progress.ts';
import { protection } from './protection.ts';
import { protocols } from './protocols.ts';
import { releases } from './releases.ts';
import { reports } from './reports.ts';
import { rollCalls } from './roll-calls.ts';
import { roster } from './roster.ts';
import { rounds } from './rounds.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { shifts } from './shifts.ts';
import { tests } from './tests.ts';
import { today } from './today.ts';
import { ui } from './ui.ts';
import { vocabulary } from './vocabulary.ts';
import { zones } from './zones.ts';

export const en = {
  accounts,
  acts,
  admit,
  alerts,
  audit,
  backups,
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
  people,
  progress,
  protection,
  protocols,
  releases,
  reports,
  roster,
  rounds,
  settings,
  setup,
  tests,
  today,
  overview,
  daily,
  layers,
  shifts,
  rollCalls,
  handovers,
  zones,
  ui,
  vocabulary,
} as const satisfies Translated<typeof zhCN>;
