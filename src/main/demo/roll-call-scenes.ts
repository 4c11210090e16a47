import { addMinutes } from '#shared/rules/instant.ts';
import type { MovingDesk } from './moving-desk.ts';
import { onDayBeforeEnd, type Scene, type Story } from './story.ts';

/** Yesterday morning one zone was walked, and everybody lay where they are registered. */
export function rollCallScenes(story: Story): Scene[] {
  return [{ at: onDayBeforeEnd(story, 0, 0.1), play: walkFirstZone }];
}

async function walkFirstZone(desk: MovingDesk): Promise<void> {
  const { zones } = await desk.ask('beds.plan', {});
  const zone = zones.toSorted((one, other) => (one.code < other.code ? -1 : 1))[0];
  if (!zone) return;
  const begun = await desk.tryAct('floor', 'rollCalls.begin', { zoneId: zone.id, careUnitId: null });
  if (!begun) return;
  const { rollCallId } = begun;
  const { walk } = await desk.ask('rollCalls.show', { rollCallId });
  for (const beds of Map.groupBy(walk, ({ careUnitId }) => careUnitId).values()) {
    desk.moveTo(addMinutes(desk.now, 2));
    const now = await desk.ask('rollCalls.show', { rollCallId });
    const unit = new Set(beds.map(({ bedId }) => bedId));
    await desk.tryAct('floor', 'rollCalls.mark', {
      rollCallId,
      marks: now.walk
        .filter(({ bedId }) => unit.has(bedId))
        .map(({ bedId, expected }) => ({
          bedId,
          found: expected ? { kind: 'stay', stayId: expected.stayId } : { kind: 'nobody' },
        })),
    });
  }
  desk.moveTo(addMinutes(desk.now, 1));
  await desk.tryAct('floor', 'rollCalls.close', { rollCallId });
}
