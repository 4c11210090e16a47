import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StayId } from '#shared/contract/values.ts';
import { openWalk, type Walk } from './walk.ts';

const PEOPLE = 7;
const BEDS = 10;
const STRANGERS = 3;

/** Where each person is registered (the first beds in order), where they really lie, and in which order one walks. */
const reality = fc.record({
  registered: fc.shuffledSubarray([...Array(BEDS).keys()], { minLength: PEOPLE, maxLength: PEOPLE }),
  waiting: fc.boolean(),
  lying: fc.shuffledSubarray([...Array(BEDS).keys()], {
    minLength: PEOPLE + STRANGERS,
    maxLength: PEOPLE + STRANGERS,
  }),
  stay: fc.array(fc.constantFrom('home', 'home', 'elsewhere', 'gone'), {
    minLength: PEOPLE,
    maxLength: PEOPLE,
  }),
  strangers: fc.integer({ min: 0, max: STRANGERS }),
  /** Beds that somebody left yesterday: nobody has signed off their disinfection. */
  left: fc.subarray([...Array(BEDS).keys()]),
  kept: fc.subarray([...Array(BEDS).keys()]),
  order: fc.shuffledSubarray([...Array(BEDS).keys()], { minLength: BEDS, maxLength: BEDS }),
});

it('loses and doubles nobody, and is clean once everything has been mended', async () => {
  await fc.assert(
    fc.asyncProperty(reality, async (given) => {
      const walk = await openWalk();
      try {
        await live(walk, given);
      } finally {
        await walk.ward.close();
      }
    }),
    { numRuns: Number(process.env.WALKS ?? 40) },
  );
}, 240_000);

async function live(
  walk: Walk,
  given: typeof reality extends fc.Arbitrary<infer T> ? T : never,
): Promise<void> {
  const code = (bed: number) => walk.codes[bed] as string;
  const people: StayId[] = [];
  for (const [index, bed] of given.registered.entries()) {
    const waits = index === 0 && given.waiting;
    people.push(await walk.admit(`人${index}`, waits ? null : code(bed)));
  }
  for (const bed of given.left) await leave(walk, code(bed));
  for (const bed of given.kept)
    await walk.ward.reply('beds.reserve', {
      ...{ bedId: walk.beds.get(code(bed)), stayId: null, note: '留用' },
      act: { key: crypto.randomUUID(), operatorId: walk.ward.operatorId },
    });
  const home = (index: number) => (index === 0 && given.waiting ? null : (given.registered[index] as number));
  const lies = new Map<number, StayId | string>();
  const placeOf = new Map<StayId, number | null>();
  const put = (index: number, bed: number | null | undefined) => {
    const free = bed !== null && bed !== undefined && !lies.has(bed);
    if (free) lies.set(bed, people[index] as StayId);
    placeOf.set(people[index] as StayId, free ? bed : null);
  };
  for (const index of people.keys()) if (given.stay[index] === 'home') put(index, home(index));
  for (const index of people.keys()) if (given.stay[index] === 'elsewhere') put(index, given.lying[index]);
  for (const index of people.keys()) if (given.stay[index] === 'gone') put(index, null);
  for (let n = 0; n < given.strangers; n++) {
    const bed = given.lying[PEOPLE + n] as number;
    if (!lies.has(bed)) lies.set(bed, `生人${n}`);
  }

  walk.ward.at('2022-04-06 09:00');
  const first = await walk.begin();
  for (const [step, bed] of given.order.entries()) {
    walk.ward.at(`2022-04-06 09:${String(step + 1).padStart(2, '0')}`);
    await walk.see(first, { [code(bed)]: lies.get(bed) ?? null });
  }
  const findings = await walk.findings(first);
  const named = findings.flatMap(({ concerned }) =>
    concerned.map(({ person, bed }) => person?.stayId ?? bed.bedId),
  );
  expect(named.length).toBe(new Set(named).size);
  const wrong = people.filter((id, index) => (placeOf.get(id) ?? null) !== home(index));
  const strangers = [...lies].filter(([, who]) => who.toString().startsWith('生人'));
  expect(new Set(named)).toEqual(
    new Set([...wrong, ...strangers.map(([bed]) => walk.beds.get(code(bed)) as string)]),
  );

  await mendAll(walk, first);
  expect((await walk.ward.call('ward.verify', {})).problems).toEqual([]);
  await walk.seeTheRest(first);
  await walk.ward.call('rollCalls.close', { rollCallId: first });

  walk.ward.at('2022-04-06 12:00');
  const second = await walk.begin();
  const registered = new Map((await walk.show(second)).walk.map((bed) => [bed.code, bed.expected]));
  for (const [bed, who] of lies) {
    const now = registered.get(code(bed));
    expect(now?.[who.toString().startsWith('生人') ? 'name' : 'stayId']).toBe(who);
  }
  const newcomers = Object.fromEntries(
    walk.codes
      .slice(0, BEDS)
      .map((one, bed) => [one, lies.has(bed) ? (registered.get(one)?.stayId ?? null) : null]),
  );
  await walk.see(second, newcomers);
  expect(await walk.findings(second)).toEqual([]);
}

/** Somebody has been in the bed, where it was free, and is gone. */
async function leave(walk: Walk, code: string): Promise<void> {
  const board = await walk.ward.call('beds.board', {});
  if (board.beds.find(({ id }) => id === walk.beds.get(code))?.state !== 'available') return;
  walk.ward.at('2022-04-06 08:10');
  const stayId = await walk.admit(`客${code}`, code);
  walk.ward.at('2022-04-06 08:20');
  const leaving = { way: 'against-advice', destination: '', companion: '', note: '' } as const;
  await walk.ward.call('discharges.commit', { stays: [{ stayId }], leaving }, { reason: '要求离院' });
}

/** One after the other, in whatever order they come; a bed with somebody in it is mended by that person first. */
async function mendAll(walk: Walk, rollCallId: Parameters<Walk['show']>[0]): Promise<void> {
  walk.ward.at('2022-04-06 10:00');
  const ways = { ghost: 'take-out', swap: 'rearrange', misplaced: 'rearrange', stranger: 'admit' } as const;
  for (let round = 0; round < 30; round++) {
    const open = (await walk.findings(rollCallId)).filter(({ state }) => state === 'open');
    if (open.length === 0) return;
    let mended = false;
    for (const { kind, key } of open) {
      const input = { rollCallId, kind, key, how: ways[kind] };
      const reply = await walk.ward.reply('rollCalls.mend', {
        ...input,
        act: { key: crypto.randomUUID(), operatorId: walk.ward.operatorId, reason: '核实' },
      });
      if (reply.ok) {
        mended = true;
        break;
      }
      expect(reply).toMatchObject({ refusal: { code: 'somebody-lies-there' } });
    }
    expect(mended).toBe(true);
  }
  throw new Error('still not mended');
}
