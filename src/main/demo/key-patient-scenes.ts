import type { ExaminationKind, PatientMark } from '#shared/contract/clinical-vocabulary.ts';
import type { StayRow } from '#shared/contract/stays.ts';
import { addMinutes } from '#shared/rules/instant.ts';
import type { MovingDesk } from './moving-desk.ts';
import type { Scene, Story } from './story.ts';

const HOUR = 60;

/** In the last two days: marks that only a person can give, and the examinations that key patients are due. */
export function keyPatientScenes(story: Story): Scene[] {
  const { ends } = story;
  return [
    { at: addMinutes(ends, -40 * HOUR), play: (desk) => markAndOrder(desk, story) },
    { at: addMinutes(ends, -18 * HOUR), play: (desk) => examine(desk, story) },
    { at: addMinutes(ends, -16 * HOUR), play: (desk) => markAndOrder(desk, story) },
    { at: addMinutes(ends, -90), play: (desk) => examine(desk, story) },
    { at: addMinutes(ends, -20), play: (desk) => takeUpAlerts(desk, story) },
  ];
}

async function markAndOrder(desk: MovingDesk, { random }: Story): Promise<void> {
  const { rows } = await desk.ask('stays.list', { scope: 'present' });
  for (const row of rows.filter(({ bed }) => bed !== null)) {
    for (const [mark, note] of marksFor(row, random.chance(0.02)))
      await desk.tryAct('floor', 'rounds.mark', { stayId: row.stayId, mark, note });
    const kind = examinationFor(row);
    if (kind === null || random.chance(0.15)) continue;
    const { examinations } = await desk.ask('rounds.ofStay', { stayId: row.stayId });
    if (examinations.length > 0) continue;
    const dueAt = addMinutes(desk.now, random.int(6, 22) * HOUR);
    await desk.tryAct('floor', 'rounds.orderExamination', { stayId: row.stayId, kind, dueAt });
  }
}

function marksFor(row: StayRow, anxious: boolean): [PatientMark, string][] {
  const marks: [PatientMark, string][] = [];
  if (row.needs.some((need) => need === 'pregnancy' || need === 'late-pregnancy'))
    marks.push(['pregnant', row.conditions]);
  if (row.age !== null && row.age >= 75 && row.familyId === null) marks.push(['elderly-alone', '']);
  if (row.conditions.includes('慢阻肺')) marks.push(['spo2-scale-2', '家庭氧疗']);
  if (row.conditions.includes('癌')) marks.push(['tumour', row.conditions]);
  if (anxious) marks.push(['anxious', '夜间睡不着，担心家里老人']);
  return marks;
}

function examinationFor({ keyGroups }: StayRow): ExaminationKind | null {
  if (keyGroups.length === 0) return null;
  if (keyGroups.includes('late-pregnancy')) return 'obstetric';
  if (keyGroups.includes('cardiovascular')) return 'ecg';
  if (keyGroups.includes('kidney') || keyGroups.includes('diabetes')) return 'blood';
  return keyGroups.includes('over-60') || keyGroups.includes('lung') ? 'chest-ct' : null;
}

const FINDINGS = [
  '未见明显异常',
  '双肺纹理增多，未见实变',
  '窦性心律',
  '血糖偏高，已告医生',
  '与入院前相比无变化',
];

async function examine(desk: MovingDesk, { random }: Story): Promise<void> {
  const { rows } = await desk.ask('stays.list', { scope: 'present' });
  for (const { stayId, keyGroups } of rows) {
    if (keyGroups.length === 0 || random.chance(0.1)) continue;
    const { examinations } = await desk.ask('rounds.ofStay', { stayId });
    for (const { examinationId } of examinations)
      await desk.tryAct('floor', 'rounds.completeExamination', {
        examinationId,
        finding: random.oneOf(FINDINGS) ?? '',
      });
  }
}

/** Most have been taken up by somebody; the latest and worst and a few more still wait. */
async function takeUpAlerts(desk: MovingDesk, { random }: Story): Promise<void> {
  const { alerts } = await desk.ask('alerts.open', {});
  const [, ...others] = alerts;
  const seen = others.filter(() => random.chance(0.85));
  if (seen.length === 0) return;
  await desk.tryAct('floor', 'alerts.acknowledge', {
    alerts: seen.slice(0, 500).map(({ stayId, kind, since }) => ({ stayId, kind, since })),
    note: '已到床旁，医生在看',
  });
}
