import type { Sentence } from './fill.ts';

/** Refusals about a ward's encryption, its key file, passphrase and recovery key. */
export const KEY_REFUSALS = {
  'ward-locked': {
    zh: '{{file}} 已加密，需要加密口令或恢复密钥才能打开。',
    en: '{{file}} is encrypted. It opens with its passphrase or its recovery key.',
  },
  'ward-wrong-key': {
    zh: '{{file}} 与旁边的密钥文件（ward.keys）不是同一病区的，未作改动。请把原来的密钥文件放回，或从备份还原。',
    en: '{{file}} and the key file beside it (ward.keys) do not belong together; nothing was changed. Put the right key file back, or restore a backup.',
  },
  'ward-keys-missing': {
    zh: '病区已加密，但密钥文件 {{file}} 不见了。请把它放回原处，或用恢复密钥从备份还原。',
    en: 'The ward is encrypted, and its key file {{file}} is missing. Put it back, or restore a backup with the recovery key.',
  },
  'ward-keys-damaged': {
    zh: '密钥文件 {{file}} 已损坏或被改动，未作更改。请放回完好的文件，或用恢复密钥从备份还原。',
    en: 'The key file {{file}} is damaged or was altered; nothing was changed. Put a sound one back, or restore a backup with the recovery key.',
  },
  'ward-protected': { zh: '这个病区已经加密。', en: 'This ward is encrypted already.' },
  'ward-not-protected': {
    zh: '这个病区还没有加密，请先加密。',
    en: 'This ward is not encrypted yet. Protect it first.',
  },
  'ward-in-use': {
    zh: '病区正被其他窗口或程序使用。请全部关闭后再试；本次未作更改。',
    en: 'Another window or program has the ward open. Close them all, then try again; nothing was changed.',
  },
  'protection-of-demonstration': {
    zh: '演示病区里都是虚构的人，不需要加密。',
    en: 'The people of a demonstration are made up; it is not encrypted.',
  },
  'passphrase-wrong': {
    zh: '加密口令不对。请检查大小写和输入法后再试。',
    en: 'That is not the passphrase. Check capitals and the keyboard’s language, then try again.',
  },
  'passphrase-none': {
    zh: '这个病区没有加密口令（在别的电脑上还原之后就是这样），现在只有纸上的恢复密钥能打开：--recovery-key-file <文件>。请随即设置口令：ward passphrase --recovery-key-file <文件> --new-passphrase-file <文件>。',
    en: 'This ward has no passphrase, as after a restore on another PC; only the recovery key on its paper opens it: --recovery-key-file <file>. Then set one at once: ward passphrase --recovery-key-file <file> --new-passphrase-file <file>.',
  },
  'passphrase-short': {
    zh: '加密口令太短：至少 {{least}} 个字符。可以用几个互不相关的词。',
    en: 'The passphrase is too short: at least {{least}} characters. A few unrelated words will do.',
  },
  'passphrase-needed': {
    zh: '这台电脑没有可用的系统钥匙串，请设置加密口令。',
    en: 'This PC has no keyring that could keep the key. Please choose a passphrase.',
  },
  'recovery-key-wrong': {
    zh: '这不是本病区现在的恢复密钥。可能是另一病区的，或已被新的代替。',
    en: 'This is not the ward’s present recovery key. It may be another ward’s, or an older one.',
  },
  'recovery-key-letters': {
    zh: '恢复密钥里有不该出现的字符。只有数字和字母（没有 U）。',
    en: 'There are characters that no recovery key has. It is made of digits and letters (no U).',
  },
  'recovery-key-length': {
    zh: '恢复密钥应为 11 组、每组 5 个字符。请核对有无漏抄。',
    en: 'A recovery key has 11 groups of 5 characters. See whether some are missing.',
  },
  'recovery-key-mistyped': {
    zh: '恢复密钥有抄错的字符。请逐组核对。',
    en: 'Something in the recovery key is mistyped. Compare it group by group.',
  },
  'recovery-key-not-noted': {
    zh: '最后一组与纸上的不符。请看着打印或抄下的纸输入。',
    en: 'That is not the last group. Type it from the paper that you printed or wrote.',
  },
  'recovery-key-gone': {
    zh: '这张恢复密钥已作废，请重新生成。',
    en: 'That recovery key is no longer on offer. Make a new one.',
  },
} as const satisfies Record<string, Sentence>;
