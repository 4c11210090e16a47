import { useEffect, useMemo, useState } from 'react';
import type { BedView } from '#shared/contract/beds.ts';
import { DEFAULT_SETTINGS } from '#shared/contract/hospital-settings.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { type StayId, stayId } from '#shared/contract/values.ts';
import { type Refused, useWard } from '../../client.ts';
import { narrow, type Route } from '../../route.ts';
import type { Floor } from '../board/floor.ts';
import { type Look, PLAIN } from '../board/scene.ts';
import { belongsIn, isTarget } from './fits.ts';
import { type CarryAct, type Verdict, verdictOf } from './verdict.ts';

const ACTS: readonly CarryAct[] = ['assign', 'move', 'swap'];
/** Only the bed where somebody stops is asked about. */
const PAUSE_MS = 60;

type Placement = OutputOf<'allocation.propose'>['placed'][number];

export interface Carry {
  act: CarryAct;
  stay: StayRow;
  family: OutputOf<'stays.record'>['family'];
  /** What the rules would choose, with other choices; null while it is being worked out or where there is none. */
  proposal: Placement | null;
  /** Why the rules find no bed at all. */
  unplaced: Placement['reasons'] | null;
  proposing: boolean;
  /** For the bed asked about. */
  verdict: Verdict;
  look: Look;
}

interface Asked {
  stayId: StayId;
  act: CarryAct;
}

/** Who the address says is carried, and for what. */
export function carriedBy({ query }: Route): Asked | null {
  const stay = stayId.safeParse(query.get('stay'));
  const act = ACTS.find((one) => one === query.get('act'));
  return stay.success ? { stayId: stay.data, act: act ?? 'move' } : null;
}

export const putDown = (): void => narrow({ stay: undefined, act: undefined });

/** The patient in hand: which beds are for them, which is proposed, and what speaks against the one asked about. */
export function useCarry(
  asked: Asked | null,
  floor: Floor,
  views: readonly (BedView | undefined)[],
  at: number,
): { carry: Carry | null; refused: Refused | null } {
  const on = asked !== null;
  const who = asked?.stayId ?? NOBODY;
  const record = useWard('stays.record', { stayId: who }, { enabled: on });
  const settings = useWard('ward.settings', {}, { enabled: on });
  const propose = useWard(
    'allocation.propose',
    { stayIds: [who], fixed: [] },
    { enabled: on && asked.act !== 'swap' && record.data !== undefined },
  );
  const stay = record.data?.stay;
  // Somebody who has got a bed meanwhile is moved, somebody who has lost it is given one.
  const act = asked && stay ? actFor(asked.act, stay) : 'move';
  const settled = useSettled(at);
  const bed = floor.beds[settled];
  const view = views[settled];
  const asks =
    on && stay !== undefined && bed !== undefined && verdictOf(act, who, view, undefined).kind === 'asking';
  const check = useWard(
    'allocation.check',
    { stayId: who, bedId: bed?.id ?? NO_BED },
    { enabled: asks && view !== undefined },
  );
  const verdict: Verdict =
    settled === at ? verdictOf(act, who, view, check.data) : verdictOf(act, who, views[at], undefined);
  const childAge = settings.data?.allocation.childAge ?? DEFAULT_SETTINGS.allocation.childAge;
  const placed = propose.data?.placed[0] ?? null;
  const look = useMemo<Look>(
    () => (stay && record.data ? lookOf(floor, views, act, record.data, childAge, placed) : PLAIN),
    [floor, views, act, stay, record.data, childAge, placed],
  );
  if (!asked || !stay || !record.data) return { carry: null, refused: on ? record.refused : null };
  return {
    carry: {
      ...{ act, stay, verdict, look },
      family: record.data.family,
      proposal: placed,
      unplaced: propose.data?.unplaced[0]?.reasons ?? null,
      proposing: propose.isFetching && !propose.data,
    },
    refused: propose.refused,
  };
}

const NOBODY = stayId.parse('00000000-0000-0000-0000-000000000000');
const NO_BED = '00000000-0000-0000-0000-000000000000' as Floor['beds'][number]['id'];

function actFor(asked: CarryAct, { status }: StayRow): CarryAct {
  if (status === 'waiting') return 'assign';
  return asked === 'assign' ? 'move' : asked;
}

function useSettled(at: number): number {
  const [settled, setSettled] = useState(at);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(at), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [at]);
  return settled;
}

function lookOf(
  floor: Floor,
  views: readonly (BedView | undefined)[],
  act: CarryAct,
  { stay, family }: OutputOf<'stays.record'>,
  childAge: number,
  placed: Placement | null,
): Look {
  const indexOfCode = new Map(floor.beds.map(({ code, index }) => [code, index]));
  const kin = family.flatMap(({ bed }) => indexOfCode.get(bed) ?? []);
  const familyZones = new Set(kin.map((index) => floor.beds[index]?.zone));
  const withFamily = family.some(({ age }) => age !== null && age < childAge);
  const belongs = floor.zones.map(
    ({ sexPolicy, index }) =>
      belongsIn(stay, sexPolicy, childAge, withFamily) || (sexPolicy === 'family' && familyZones.has(index)),
  );
  const star = placed ? floor.indexOf.get(placed.bedId) : undefined;
  return {
    ...PLAIN,
    fits: (index) =>
      isTarget(act, stay, views[index]) &&
      (act === 'swap' || belongs[floor.beds[index]?.zone ?? -1] === true),
    star: star ?? null,
    choices: (placed?.alternatives ?? []).slice(0, 3).flatMap(({ bedId }) => floor.indexOf.get(bedId) ?? []),
    from: stay.bed ? (floor.indexOf.get(stay.bed.id) ?? null) : null,
    kin,
  };
}
