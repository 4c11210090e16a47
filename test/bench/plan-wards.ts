import { type LayoutFile, layoutFile } from '#shared/contract/layout.ts';
import { localOf } from '#shared/rules/instant.ts';
import { openTestWard, someone, type TestWard, ZONE } from '../fixtures/ward.ts';
import { DAY } from './history.ts';

/** Zones of 200 beds beside and below each other, as many as asked for. */
function hallOf(zones: number): LayoutFile {
  const across = Math.ceil(Math.sqrt(zones * 2));
  return layoutFile.parse({
    schema: 1,
    id: `generated-${zones * 200}`,
    name: { zh: `生成的 ${zones * 200} 床`, en: `${zones * 200} generated beds` },
    floor: { width: across * 31, height: Math.ceil(zones / across) * 61 },
    bedPlace: { width: 2.5, height: 2.4 },
    nearness: { nearNurse: 7, nearToilet: 8, quiet: 9.5 },
    landmarks: [],
    zones: Array.from({ length: zones }, (_, i) => {
      const code = String.fromCharCode(65 + i);
      const x = (i % across) * 31 + 1;
      const y = Math.floor(i / across) * 61 + 1;
      return {
        ...{
          code,
          name: { zh: `${code}区`, en: `Zone ${code}` },
          sexPolicy: 'male',
          x,
          y,
          width: 28,
          height: 58,
        },
        pattern: {
          ...{ columns: 2, rows: 5, bedColumns: 5, bedRows: 4 },
          ...{ gap: { x: 1, y: 1.2 }, margin: { left: 1, top: 2.2 }, equipment: [] },
        },
      };
    }),
  });
}

/** How long ago the first of them came; the layer of days has a colour for each few of these. */
const DAYS = 14;

/** Four beds of five are taken: names are what costs most to draw. One in three of them was seen by a round. */
export async function wardOf(zones: number): Promise<TestWard> {
  const start = Date.now() - DAYS * DAY;
  const local = (millis: number) => localOf(new Date(millis).toISOString() as never, ZONE).replace('T', ' ');
  const ward = await openTestWard(hallOf(zones), local(start).slice(0, 16));
  const { beds } = await ward.call('beds.plan', {});
  for (const [i, { id: bedId }] of beds.entries()) {
    if (i % 5 === 4) continue;
    if (i % 50 === 0) ward.at(local(start + ((DAYS * i) / beds.length) * DAY).slice(0, 16));
    const details = someone({ name: `${'赵钱孙李周吴郑王'[i % 8]}患者`, birthDate: '1985-06-01' as never });
    const { stayId } = await ward.call('stays.admit', { details, bedId, familyOf: null, convoyId: null });
    if (i % 3 === 0) await ward.call('rounds.record', { stayId, signs: signsOf(i), confirmed: [] });
  }
  ward.realTime();
  return ward;
}

/** Some well, some less so: each band of NEWS2 is there. */
const signsOf = (i: number) => ({
  ...{ temperature: 36.5 + (i % 4) * 0.6, pulse: 70 + (i % 7) * 8, respiratoryRate: 15 + (i % 5) * 2 },
  ...{ spo2: 98 - (i % 6), oxygen: 'air' as const, oxygenFlow: null, systolic: 120, diastolic: 80 },
  ...{ consciousness: 'alert' as const, symptoms: [], trend: null, calm: true, note: '' },
});
