import type { z } from 'zod';
import { acts } from './acts.ts';
import { alerts } from './alerts.ts';
import { allocation } from './allocation.ts';
import { audit } from './audit.ts';
import { backups } from './backups.ts';
import { beds } from './beds.ts';
import { care } from './care.ts';
import { convoys } from './convoys.ts';
import { dailyReports } from './daily-reports.ts';
import { discharges } from './discharges.ts';
import { eligibility } from './eligibility.ts';
import { figures } from './figures.ts';
import { handovers } from './handovers.ts';
import { home } from './home.ts';
import { layers } from './layers.ts';
import { overview } from './overview.ts';
import { paperPages } from './paper-pages.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import type { Procedure } from './procedure.ts';
import { protocols } from './protocols.ts';
import { referrals } from './referrals.ts';
import { releases } from './releases.ts';
import { reliefTeams } from './relief-teams.ts';
import { reports } from './reports.ts';
import { rollCalls } from './roll-calls.ts';
import { rosters } from './rosters.ts';
import { rounds } from './rounds.ts';
import { setup } from './setup.ts';
import { shifts } from './shifts.ts';
import { stays } from './stays.ts';
import { tests } from './tests.ts';
import { ward } from './ward.ts';
import { zones } from './zones.ts';

/** Everything that crosses the process border: the window, the terminal and the tests call nothing else. */
export const contract = {
  ...setup,
  ...backups,
  ...ward,
  ...beds,
  ...stays,
  ...allocation,
  ...discharges,
  ...convoys,
  ...rosters,
  ...acts,
  ...rounds,
  ...alerts,
  ...releases,
  ...papers,
  ...paperPages,
  ...reports,
  ...eligibility,
  ...protocols,
  ...referrals,
  ...care,
  ...home,
  ...tests,
  ...figures,
  ...dailyReports,
  ...overview,
  ...layers,
  ...shifts,
  ...reliefTeams,
  ...rollCalls,
  ...handovers,
  ...zones,
  ...people,
  ...audit,
} as const satisfies Record<string, Procedure>;

type Contract = typeof contract;
export type ProcedureName = keyof Contract;
/** What a caller gives (defaults may be left out), and what a handler gets. */
export type InputOf<N extends ProcedureName> = z.input<Contract[N]['input']>;
export type ParsedInputOf<N extends ProcedureName> = z.output<Contract[N]['input']>;
export type OutputOf<N extends ProcedureName> = z.output<Contract[N]['output']>;

type NamesOf<Kind extends Procedure['kind']> = {
  [N in ProcedureName]: Contract[N]['kind'] extends Kind ? N : never;
}[ProcedureName];
export type QueryName = NamesOf<'query'>;
export type CommandName = NamesOf<'command'>;

export const PROCEDURE_NAMES = Object.keys(contract).sort() as ProcedureName[];

export const isProcedureName = (name: string): name is ProcedureName => Object.hasOwn(contract, name);
