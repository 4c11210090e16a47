import type { Right } from '#shared/rules/rights.ts';
import { PAGES, type PageName } from '../pages.ts';
import { hasRight, type Session, type SignedIn } from './session.ts';

/** What a page is of no use without. Within a page each act is judged by itself. */
const NEEDS: Record<PageName, readonly Right[]> = {
  admit: ['patients.admit', 'patients.identity'],
  roster: ['patients.admit', 'patients.identity'],
  beds: ['ward.read'],
  tests: ['patients.read'],
  patients: ['patients.read'],
  rounds: ['patients.read'],
  discharge: ['patients.read'],
  reports: ['ward.read'],
  acts: ['patients.read'],
  today: ['patients.read'],
  alerts: ['patients.read'],
  overview: ['ward.read'],
  shifts: ['ward.read'],
  rollCall: ['ward.read'],
  zones: ['ward.read'],
  handovers: ['patients.read'],
  settings: [],
};

/** The audit trail stands beside the history: who may see it needs no patients. */
const OPENS_TOO: Partial<Record<PageName, Right>> = { acts: 'audit.read' };

/** The first right that keeps somebody from a page; null where it opens. */
export function missingForPage(page: PageName, now: Session): Right | null {
  const also = OPENS_TOO[page];
  if (also !== undefined && hasRight(now, also)) return null;
  return NEEDS[page].find((right) => !hasRight(now, right)) ?? null;
}

/** Pages of the team leads stand first for those whose work they are. */
export const leadsFirst = (person: SignedIn | null): boolean =>
  person?.roles.some((role) => role === 'team-lead' || role === 'administrator') ?? false;

/** Where somebody begins: leads with the overview, the others with the beds or whatever opens to them. */
export function firstPage(now: Session): PageName {
  const wished: PageName[] = leadsFirst(now.person) ? ['overview', 'beds'] : ['beds'];
  const all = [...wished, ...PAGES.map(({ name }) => name)];
  return all.find((page) => missingForPage(page, now) === null) ?? 'settings';
}
