import { positivesAfterRelease } from '../home/positives-after-release.ts';
import { droppedMembers } from '../releases/dropped-members.ts';
import { quarantinedPositives } from '../tests/quarantined-positives.ts';
import type { AlertSource } from './alert-types.ts';

/** Other features' findings, also about those who have left. A new one is a line here. */
export const ALERT_SOURCES: readonly AlertSource[] = [
  droppedMembers,
  positivesAfterRelease,
  quarantinedPositives,
];
