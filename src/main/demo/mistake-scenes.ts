import type { OutputOf } from '#shared/contract/index.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import { emptyBed, type Floor, movable, readBoard } from './floor.ts';
import type { MovingDesk } from './moving-desk.ts';
import { onDayBeforeEnd, type Scene, type Story } from './story.ts';

type ActId = OutputOf<'beds.release'>['actId'];

/** Slips, found out minutes later and taken back: the wrong person sent home, the wrong bed, the wrong note. */
export function mistakeScenes(story: Story, floor: Floor): Scene[] {
  const middle = Math.floor(story.days / 2);
  return [
    ...takenBack(story, middle, 0.62, '核对腕带时发现点错了人', (desk) =>
      dischargeTheWrongOne(desk, story, floor),
    ),
    ...takenBack(story, 0, 0.45, '床号看错一排', (desk) => moveToTheWrongBed(desk, story, floor)),
    ...takenBack(story, Math.min(1, story.days - 1), 0.5, '预留了不该预留的床', (desk) =>
      holdTheWrongBed(desk, story, floor),
    ),
  ];
}

function takenBack(
  story: Story,
  day: number,
  share: number,
  reason: string,
  slip: (desk: MovingDesk) => Promise<ActId | null>,
): Scene[] {
  const at = onDayBeforeEnd(story, day, share);
  let made: ActId | null = null;
  return [
    {
      at,
      play: async (desk) => {
        made = await slip(desk);
      },
    },
    {
      at: addMinutes(at, story.random.int(4, 11)),
      play: async (desk) => {
        if (made !== null) await desk.tryAct('floor', 'acts.undo', { actId: made }, { reason });
      },
    },
  ];
}

async function dischargeTheWrongOne(
  desk: MovingDesk,
  { random }: Story,
  floor: Floor,
): Promise<ActId | null> {
  const who = random.oneOf(movable(floor, await readBoard(desk), desk))?.occupant;
  if (!who) return null;
  const leaving = { way: 'on-order' as const, destination: '', companion: '', note: '' };
  const done = await desk.tryAct('floor', 'discharges.commit', {
    stays: [{ stayId: who.stayId, expectedVersion: who.version }],
    leaving,
  });
  return done?.actId ?? null;
}

async function moveToTheWrongBed(desk: MovingDesk, { random }: Story, floor: Floor): Promise<ActId | null> {
  const board = await readBoard(desk);
  const who = random.oneOf(movable(floor, board, desk))?.occupant;
  const bed = who && emptyBed(random, floor, board, who.sex === 'unknown' ? 'family' : who.sex);
  if (!who || !bed) return null;
  const done = await desk.tryAct(
    'floor',
    'stays.move',
    { stayId: who.stayId, bedId: bed.id, because: 'request' },
    { reason: '患者要求' },
  );
  return done?.actId ?? null;
}

async function holdTheWrongBed(desk: MovingDesk, { random }: Story, floor: Floor): Promise<ActId | null> {
  const bed = emptyBed(random, floor, await readBoard(desk), undefined);
  if (!bed) return null;
  const done = await desk.tryAct('floor', 'beds.reserve', { bedId: bed.id, stayId: null, note: '本院职工' });
  return done?.actId ?? null;
}
