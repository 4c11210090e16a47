import type { Sentence } from './fill.ts';

/** Refusals about copies of the ward, and about going back to one. */
export const BACKUP_REFUSALS = {
  'backup-no-space': {
    zh: '磁盘空间不足，未做备份：{{folder}} 只剩 {{free}} MB，需要 {{needed}} MB。请尽快腾出空间。',
    en: 'No backup was made, there is too little room: {{folder}} has {{free}} MB left and {{needed}} MB are needed. Make room soon.',
  },
  'no-copies': {
    zh: '{{folder}} 还没有完好的备份可以试。请先做一份（ward backup），或写明备份文件：ward drill <备份文件>。',
    en: 'There is no sound copy in {{folder}} to try. Make one first (ward backup), or name one: ward drill <copy>.',
  },
  'backup-failed': {
    zh: '备份没有做成（{{problem}}）。医院数据未受影响；请检查磁盘，再试一次。',
    en: 'The backup failed ({{problem}}). The ward itself is as it was. Check the disk and try again.',
  },
  'backup-damaged': {
    zh: '备份 {{file}} 不完整或已损坏（{{problem}}），没有使用。请换另一份备份。',
    en: 'The backup {{file}} is not whole or is damaged ({{problem}}); it was not used. Take another one.',
  },
  'not-a-backup': {
    zh: '{{file}} 不是方舱床位台的备份文件。',
    en: '{{file}} is not a backup of Fangcang Desk.',
  },
  'backup-newer': {
    zh: '备份 {{file}} 由更新版本的程序做成，请先升级本程序。',
    en: 'The backup {{file}} was made by a newer program; please update this one first.',
  },
  'recovery-key-needed': {
    zh: '这份备份已加密，请输入或扫描纸上的恢复密钥。',
    en: 'This backup is encrypted. Type or scan the recovery key from the paper.',
  },
  'backup-key-wrong': {
    zh: '恢复密钥打不开 {{file}}：这份备份用的是另一张密钥，或文件开头已损坏。',
    en: 'The recovery key does not open {{file}}: that backup was sealed to another one, or the head of the file is damaged.',
  },
  'backup-other-ward': {
    zh: '这份备份属于另一家医院或另一次建立的数据，不是现在打开的这一家。确要换用，请再次确认。',
    en: 'This backup is of another ward than the one that is here. If that is meant, confirm it once more.',
  },
  'backup-demonstration': {
    zh: '演示数据和真实数据不能互相替换。',
    en: 'A demonstration and a real ward never take each other’s place.',
  },
  'backup-target-same': {
    zh: '第二个备份位置须在别的磁盘上，不能是数据文件夹本身。',
    en: 'The second target has to be on another disk; it cannot be the data folder itself.',
  },
  'ward-not-backed-up': {
    zh: '升级数据前须先做备份，但没有做成（{{problem}}）。{{file}} 未作改动；请检查磁盘空间和权限后重试。',
    en: 'The ward has to be backed up before it is brought to this version, and that failed ({{problem}}). {{file}} is as it was. Check room and permissions on the disk, then try again.',
  },
} as const satisfies Record<string, Sentence>;
