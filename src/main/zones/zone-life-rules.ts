import type { ClosureReason, ZoneState } from '#shared/contract/vocabulary.ts';
import type { ZoneAct } from '#shared/contract/zones.ts';

/** From which states each act leads on, and where to. The way back is undo, or the act that is named for it. */
const LIFE: Record<ZoneAct, { from: readonly ZoneState[]; to: ZoneState }> = {
  hold: { from: ['open'], to: 'not-open' },
  open: { from: ['not-open', 'closed'], to: 'open' },
  stopAdmissions: { from: ['open'], to: 'stop-admissions' },
  resume: { from: ['stop-admissions', 'draining'], to: 'open' },
  drain: { from: ['stop-admissions'], to: 'draining' },
  disinfect: { from: ['stop-admissions', 'draining'], to: 'final-disinfection' },
  close: { from: ['final-disinfection'], to: 'closed' },
};

/** The act that lies ahead on the way from opening to closing; an open zone has none. */
const NEXT: Record<ZoneState, ZoneAct | null> = {
  'not-open': 'open',
  open: null,
  'stop-admissions': 'drain',
  draining: 'disinfect',
  'final-disinfection': 'close',
  closed: 'open',
};

/** That a zone takes nobody is a closure of the whole zone: allocation, board and census know it by that. */
const CLOSURE: Record<ZoneState, ClosureReason | null> = {
  'not-open': 'not-open',
  open: null,
  'stop-admissions': 'admissions-stopped',
  draining: 'admissions-stopped',
  'final-disinfection': 'zone-closed',
  closed: 'zone-closed',
};

export const isAllowed = (act: ZoneAct, state: ZoneState): boolean => LIFE[act].from.includes(state);
export const stateAfter = (act: ZoneAct): ZoneState => LIFE[act].to;
export const nextAct = (state: ZoneState): ZoneAct | null => NEXT[state];
export const closureOf = (state: ZoneState): ClosureReason | null => CLOSURE[state];
export const actsOf = (state: ZoneState): ZoneAct[] =>
  (Object.keys(LIFE) as ZoneAct[]).filter((act) => isAllowed(act, state));

/** Closures that the life of a zone makes and ends, and nobody else. */
export const isOfItsLife = (reason: ClosureReason): boolean => Object.values(CLOSURE).includes(reason);

/** Whoever is inside stays, and nobody new comes in. */
export const isStopped = (state: ZoneState): boolean => state === 'stop-admissions' || state === 'draining';

/** The readiness list is worked on before a zone opens, the first time or again. */
export const isBeforeOpening = (state: ZoneState): boolean => isAllowed('open', state);
