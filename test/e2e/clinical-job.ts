import { pickOperator, type Walk } from './clinical/hands.ts';
import { leaveByList, printCertificates, undoWithBedTaken } from './clinical/leave.ts';
import { hearLatePositive, makeList } from './clinical/list.ts';
import { readExplanation, takeInResults } from './clinical/results.ts';
import { acknowledge, refer, walkTheRound } from './clinical/round.ts';
import { type ClinicalWard, NURSE } from './clinical/ward.ts';
import type { Desk } from './fixtures/launch.ts';
import { nurseAt } from './screens/keyboard.ts';

export interface ClinicalJob extends Pick<Walk, 'language' | 'picture'> {
  desk: Desk;
  ward: ClinicalWard;
}

/**
 * Who may go home and who needs help, from the laboratory's file to the certificate and from the bedside to the
 * ambulance, by keyboard alone: the test, the tour and the manual's pictures are this one walk.
 */
export async function clinicalJob({ desk, ward, language, picture }: ClinicalJob): Promise<void> {
  const nurse = nurseAt(desk.window);
  const walk: Walk = { desk, nurse, data: ward.data, language, picture };
  await nurse.sees('.desk-census');
  await pickOperator(nurse, NURSE);
  await takeInResults(walk, ward.labFile);
  await readExplanation(walk);
  await makeList(walk);
  await hearLatePositive(walk);
  const leavers = await leaveByList(walk);
  await printCertificates(walk, leavers);
  await undoWithBedTaken(walk, leavers);
  const ill = await walkTheRound(walk);
  await acknowledge(walk, ill);
  await refer(walk, ill);
}
