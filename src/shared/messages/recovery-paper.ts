/** What stands on the paper with the recovery key. Which hospital it is of is written by hand: a found paper tells nothing. */
export const RECOVERY_PAPER = {
  'zh-CN': {
    title: '恢复密钥 · 方舱床位台',
    what: '在任何电脑上打开病区及其备份：扫描二维码，或按顺序输入各组。大小写、空格和横线不要紧；没有字母 I、L、O、U。',
    apart: '请与电脑分开、上锁保存。拿到这张纸和硬盘或备份的人能读取一切。',
    lost: '加密口令和这张纸都丢失后，数据再也打不开。',
    hospital: '医院与日期（手写）：',
    keeper: '保管人（手写）：',
  },
  en: {
    title: 'Recovery key · Fangcang Desk',
    what: 'Opens the ward and its backups on any PC: scan the code, or type the groups in their order. Capitals, spaces and dashes do not matter; there is no I, L, O or U.',
    apart:
      'Keep it under lock, away from the PC. Whoever has this paper and the disk or a backup can read everything.',
    lost: 'Without the passphrase and without this paper the data are lost.',
    hospital: 'Hospital and date (by hand):',
    keeper: 'Kept by (by hand):',
  },
} as const;
