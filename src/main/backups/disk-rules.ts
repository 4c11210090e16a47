import type { DiskLevel } from '#shared/contract/backups.ts';

const MB = 2 ** 20;

/**
 * How urgent the room on the disk is. `low` comes early, weeks before anything fails: copies of two months take some
 * ninety times the ward. `critical`: the next copies or an import may not fit any more.
 */
export function diskLevel(free: number, wardBytes: number): DiskLevel {
  if (free < Math.max(500 * MB, 4 * wardBytes)) return 'critical';
  if (free < Math.max(3000 * MB, 20 * wardBytes)) return 'low';
  return 'plenty';
}
