import { rmSync } from 'node:fs';
import type { CommandName, InputOf, OutputOf } from '#shared/contract/index.ts';
import type { BedId, StayId } from '#shared/contract/values.ts';
import { type Figure, noTimes, type Part, type Times, timed, together } from './figures.ts';
import { copyOf, type OldWard } from './old-ward.ts';
import { ActReader, PlainWriter } from './plain-acts.ts';

const WARM_UP = 15;
const ROUNDS = 120;
const AIM = 'p99 < 5 ms';
const REASON = { reason: '测试' };
const LEAVING = { way: 'on-order', destination: '', companion: '', note: '' } as const;

/** Both sides of one command. */
interface Pair {
  ours: Times;
  plain: Times;
}

/**
 * Days at the desk, one command after the other through the router; each act's rows are then written again,
 * plainly, into a copy of the ward.
 */
export async function measureCommands(oldWard: () => Promise<OldWard>): Promise<Part> {
  const old = await oldWard();
  const copy = copyOf(old.ward.file);
  const reader = new ActReader(old.ward.file);
  const plain = new PlainWriter(copy.file);
  const pairs = new Map<string, Pair>();
  let counted = false;

  async function act<N extends CommandName>(
    line: string,
    name: N,
    input: Omit<InputOf<N>, 'act'>,
    header: { reason?: string } = {},
  ): Promise<OutputOf<N>> {
    old.pass(1);
    const pair = pairs.get(line) ?? { ours: noTimes(), plain: noTimes() };
    if (counted) pairs.set(line, pair);
    const value = await timed(pair.ours, () => old.ward.call(name, input as never, header));
    const written = reader.next();
    await timed(pair.plain, () => plain.write(written));
    return value;
  }

  try {
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      counted = round >= WARM_UP;
      await oneRound(old, act);
    }
  } finally {
    reader.close();
    plain.close();
    rmSync(copy.folder, { recursive: true });
  }
  const admit = pairs.get('admit');
  const assign = pairs.get('assign a bed');
  const lines: [string, Pair][] = [...pairs];
  if (admit && assign) {
    const both = { ours: together(admit.ours, assign.ours), plain: together(admit.plain, assign.plain) };
    lines.unshift(['admit + assign', both]);
  }
  return {
    about:
      'one command at a time through the router at 26,462 stays, against its very rows by prepared statements',
    figures: lines.map(
      ([what, { ours, plain }]): Figure => ({
        what,
        ours,
        reference: plain,
        ...(what === 'admit + assign' ? {} : { aim: AIM }),
      }),
    ),
  };
}

type Act = <N extends CommandName>(
  line: string,
  name: N,
  input: Omit<InputOf<N>, 'act'>,
  header?: { reason?: string },
) => Promise<OutputOf<N>>;

/** Two people come, get beds, change them, and leave. At the end every bed is free again. */
async function oneRound(old: OldWard, act: Act): Promise<void> {
  const { newcomers, free, ward } = old;
  const first = newcomers.pop();
  const second = newcomers.findLast(({ sex }) => sex === first?.sex);
  if (!first || !second || first.sex === 'unknown') throw new Error('there is nobody left to come');
  newcomers.splice(newcomers.indexOf(second), 1);
  const beds = free[first.sex];
  const [one, two, three] = beds.splice(0, 3);
  if (!one || !two || !three) throw new Error('there is no free bed');
  beds.push(one, two, three);

  const admit = (details: typeof first, bedId: BedId | null, line: string) =>
    act(line, 'stays.admit', { details, bedId, familyOf: null, convoyId: null });
  const signOff = (bedId: BedId) =>
    act('sign off a disinfection', 'beds.signOffDisinfection', { bedIds: [bedId] }, REASON);
  const discharge = (stayId: StayId) =>
    act('discharge', 'discharges.commit', { stays: [{ stayId }], leaving: LEAVING });

  const { stayId } = await admit(first, null, 'admit');
  await act('assign a bed', 'stays.assign', { stayId, bedId: one, override: false });
  await act('move', 'stays.move', { stayId, bedId: two, because: 'request', override: false });
  await signOff(one);
  const { stayId: other } = await admit(second, one, 'admit with a bed');
  const pair = { first: { stayId }, second: { stayId: other }, because: 'request' } as const;
  await act('swap two patients', 'stays.swap', { ...pair, override: false });
  await act('correct', 'stays.correct', { stayId, details: { phone: '15400000000', conditions: '高血压' } });
  await act('link a family', 'stays.linkFamily', { stayIds: [stayId, other] });
  await act('reserve a bed', 'beds.reserve', { bedId: three, stayId: null, note: '转运' });
  await act('release a bed', 'beds.release', { bedId: three });
  const place = { kind: 'bed', id: three } as const;
  await act('close a bed', 'beds.close', { place, reason: 'broken', note: '' });
  await act('reopen a bed', 'beds.reopen', { place });
  const { actId } = await discharge(stayId);
  await act('undo a discharge', 'acts.undo', { actId, beds: [] });
  await discharge(stayId);
  await discharge(other);
  for (const bedId of [one, two]) await signOff(bedId);
  if (ward.defects.length > 0) throw ward.defects[0];
}
