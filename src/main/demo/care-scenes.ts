import type { CareKind, Team } from '#shared/contract/clinical-vocabulary.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import type { StayId } from '#shared/contract/values.ts';
import { addMinutes, instantOfLocal, localDateOf } from '#shared/rules/instant.ts';
import { daysBefore } from './calendar.ts';
import type { MovingDesk } from './moving-desk.ts';
import type { Scene, Story } from './story.ts';

const HOUR = 60;
const MEALS = [
  ['早餐、饮用水', '07:30'],
  ['午餐、水果', '11:40'],
  ['晚餐、饮用水', '17:40'],
] as const;
/** The groups' work is told from so many hours before the end: what is older no list shows. */
const TOLD_HOURS = 26;

/** Meals for everybody, medicines and talks for some: ordered, brought and ticked off, but for the last ones. */
export function careScenes(story: Story): Scene[] {
  const { ends } = story;
  return [
    { at: addMinutes(ends, -TOLD_HOURS * HOUR), play: (desk) => orderMeals(desk, story) },
    { at: addMinutes(ends, -(TOLD_HOURS - 1) * HOUR), play: (desk) => orderForSome(desk, story) },
    ...[14, 8, 3].map((hours) => ({
      at: addMinutes(ends, -hours * HOUR),
      play: (desk: MovingDesk) => tickWhatIsDue(desk, story),
    })),
    { at: addMinutes(ends, -2 * HOUR), play: (desk) => callHome(desk, story) },
  ];
}

async function orderMeals(desk: MovingDesk, { zone }: Story): Promise<void> {
  const tomorrow = daysBefore(localDateOf(desk.now, zone), -1);
  for (const [what, hour] of MEALS) {
    const from = instantOfLocal(`${tomorrow}T${hour}`, zone);
    if (from !== null)
      await order(desk, 'logistics', 'supplies', what, { stayIds: null, everyHours: 24, from });
  }
}

interface Given {
  stayIds: StayId[] | null;
  everyHours: number | null;
  from: ReturnType<typeof addMinutes>;
}

async function order(
  desk: MovingDesk,
  team: Team,
  kind: CareKind,
  what: string,
  given: Given,
): Promise<void> {
  if (given.stayIds?.length === 0) return;
  await desk.tryAct('floor', 'care.order', { team, kind, what, note: '', until: null, ...given });
}

async function orderForSome(desk: MovingDesk, { random }: Story): Promise<void> {
  const { rows } = await desk.ask('stays.list', { scope: 'present' });
  const inBed = rows.filter(({ bed }) => bed !== null);
  const from = addMinutes(desk.now, 30);
  const whose = (suits: (row: StayRow) => boolean) => inBed.filter(suits).map(({ stayId }) => stayId);
  const mild = whose(({ classification }) => classification === 'mild' && random.chance(0.4));
  await order(desk, 'pharmacy', 'medicine', '连花清瘟颗粒 1袋 每日三次', {
    stayIds: mild,
    everyHours: 8,
    from,
  });
  const pressure = whose(({ conditions }) => conditions.includes('高血压'));
  await order(desk, 'pharmacy', 'medicine', '氨氯地平 5mg（自备药核对）', {
    stayIds: pressure,
    everyHours: 24,
    from,
  });
  const dialysis = whose(({ needs }) => needs.includes('dialysis'));
  await order(desk, 'medical', 'treatment', '血液透析（定点单元，接送）', {
    stayIds: dialysis,
    everyHours: 48,
    from,
  });
  const wheelchair = whose(({ mobility }) => mobility === 'wheelchair');
  await order(desk, 'nursing', 'need', '协助如厕、翻身', { stayIds: wheelchair, everyHours: 6, from });
  const uneasy = inBed.filter(() => random.chance(0.02)).map(({ stayId }) => stayId);
  await order(desk, 'nursing', 'talk', '夜间焦虑，安抚谈话', { stayIds: uneasy, everyHours: null, from });
}

/** Nearly all of what is due: some were asleep, some did not want it, the last unit is not reached. */
async function tickWhatIsDue(desk: MovingDesk, { random }: Story): Promise<void> {
  for (const team of ['logistics', 'pharmacy', 'nursing', 'medical'] as const) {
    const { turns } = await desk.ask('care.today', { team });
    const due = turns.filter(({ dueAt, answer }) => answer === null && dueAt <= desk.now);
    const reached = due.slice(0, Math.ceil(due.length * 0.94));
    const refused = reached.filter(() => random.chance(0.01));
    const done = reached.filter((turn) => !refused.includes(turn));
    for (const [outcome, some] of [
      ['done', done],
      ['refused', refused],
    ] as const) {
      if (some.length === 0) continue;
      const answered = some.map(({ orderId, stayId, dueAt }) => ({ orderId, stayId, dueAt }));
      await desk.tryAct('floor', 'care.tick', { turns: answered, outcome });
    }
  }
}

/** The community has called most of those who went home; one of them tested positive again. */
async function callHome(desk: MovingDesk, { random, zone }: Story): Promise<void> {
  const day = localDateOf(desk.now, zone);
  const { people } = await desk.ask('home.list', { day });
  let positive = people.length > 20 ? 1 : 0;
  for (const { stayId } of random.shuffled(people).slice(0, 120)) {
    const reached = random.chance(0.94);
    const nat = reached && positive-- > 0 ? 'positive' : reached && random.chance(0.3) ? 'negative' : 'none';
    const temperature = reached ? random.int(361, 369) / 10 : null;
    await desk.tryAct('floor', 'home.record', {
      stayId,
      day,
      reached,
      temperature,
      symptoms: [],
      nat,
      note: '',
    });
  }
}
