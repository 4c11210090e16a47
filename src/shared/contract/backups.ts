/** Why a copy was taken: on its turn, because somebody asked, or before something that may have to be undone. */
export const BACKUP_REASONS = ['schedule', 'asked', 'migration', 'restore', 'import'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];
