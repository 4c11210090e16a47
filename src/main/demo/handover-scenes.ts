import type { ZoneId } from '#shared/contract/values.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import { shiftAt, shiftBefore } from '#shared/rules/shift-rules.ts';
import type { MovingDesk } from './moving-desk.ts';
import type { Scene, Story } from './story.ts';

/** What the outgoing shift leaves for the next one: about the zone, and about somebody in it. */
const OF_ZONE = [
  '东侧开水器已报修，先用西侧的',
  '明早 7:30 送餐车走二号通道',
  '备用氧气瓶还剩 3 瓶，已申请补充',
];
const OF_SOMEBODY = ['夜间睡不好，请多看一次', '家属要求每晚 8 点通话', '自带降压药，请督促按时服'];
/** Minutes around the change of shift at which each of it is done. */
const NOTES_AT = -20;
const GIVEN_AT = 4;
const TAKEN_AT = 12;

/** The last two changes of shift: notes are written, every zone is handed over and taken over by somebody else. */
export function handoverScenes(story: Story): Scene[] {
  const last = shiftAt(story.ends, [], story.zone);
  const changes = [shiftBefore(last, [], story.zone).from, last.from];
  return changes.flatMap((change, n): Scene[] => [
    { at: addMinutes(change, NOTES_AT), play: (desk) => leaveNotes(desk, n) },
    { at: addMinutes(change, GIVEN_AT), play: (desk) => handOver(desk) },
    { at: addMinutes(change, TAKEN_AT), play: (desk) => takeOver(desk) },
  ]);
}

async function leaveNotes(desk: MovingDesk, change: number): Promise<void> {
  const { zones } = await desk.ask('handovers.list', {});
  for (const [i, { zoneId, notes }] of zones.entries()) {
    if (notes > 1) await finishOldest(desk, zoneId);
    const text = OF_ZONE[(i + change) % OF_ZONE.length] ?? '';
    if (i % 2 === 0) await desk.tryAct('floor', 'handovers.writeNote', { zoneId, text });
    const { zones: shown } = await desk.ask('handovers.show', { zoneIds: [zoneId] });
    const somebody = shown[0]?.body.closing[i];
    if (!somebody) continue;
    const words = OF_SOMEBODY[(i + change) % OF_SOMEBODY.length] ?? '';
    await desk.tryAct('floor', 'handovers.writeNote', { zoneId, stayId: somebody.stayId, text: words });
  }
}

async function finishOldest(desk: MovingDesk, zoneId: ZoneId): Promise<void> {
  const { open } = await desk.ask('handovers.notes', { zoneId });
  const [oldest] = open;
  if (oldest) await desk.tryAct('floor', 'handovers.finishNote', { noteId: oldest.noteId });
}

async function handOver(desk: MovingDesk): Promise<void> {
  const { zones } = await desk.ask('handovers.list', {});
  const shown = await desk.ask('handovers.show', { zoneIds: zones.map(({ zoneId }) => zoneId) });
  await desk.tryAct('floor', 'handovers.give', {
    to: shown.to,
    zones: shown.zones.map(({ hash, body }) => ({ zoneId: body.zone.id, from: body.from, hash })),
  });
}

async function takeOver(desk: MovingDesk): Promise<void> {
  const { zones } = await desk.ask('handovers.list', {});
  const given = zones.flatMap(({ state, latest }) =>
    state === 'given' && latest ? [{ handoverId: latest.handoverId, hash: latest.hash }] : [],
  );
  if (given.length > 0) await desk.tryAct('door', 'handovers.take', { handovers: given });
}
