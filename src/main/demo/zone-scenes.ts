import type { Scene, Story } from './story.ts';

/** Before the first bus each zone was walked through with the list, and opened by it. */
export const zoneScenes = ({ begins }: Story): Scene[] => [
  {
    at: begins,
    play: async (desk) => {
      for (const { zoneId, acts } of await desk.ask('zones.list', {})) {
        if (!acts.includes('hold')) continue;
        await desk.act('floor', 'zones.hold', { zoneId, note: '' });
        const { lines } = await desk.ask('zones.readiness', { zoneId });
        const items = lines.map(({ item }) => item);
        await desk.act('floor', 'zones.confirm', { zoneId, items, note: '现场逐项核对' });
        await desk.act('floor', 'zones.open', { zoneId, note: '具备收治条件' });
      }
    },
  },
];
