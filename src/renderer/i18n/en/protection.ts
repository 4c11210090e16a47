import type { Translated } from '../translated.ts';
import type { protection as chinese } from '../zh-CN/protection.ts';

export const protection: Translated<typeof chinese> = {
  title: 'Encryption',
  step: 'Encryption',
  passphrase: 'Passphrase',
  again: 'Once more',
  current: 'Present passphrase',
  next: 'Next',
  passphraseHint:
    'At least {{least}} characters; a few unrelated words will do. The program has no spare one: if it is forgotten, only the recovery key opens the ward.',
  faults: {
    short: 'A passphrase has at least {{least}} characters.',
    differs: 'The two are not the same.',
  },
  withKeyring:
    'The ward’s data are kept encrypted. This PC’s keyring keeps the key, so that nothing has to be typed. Next comes a recovery key, to be printed. The passphrase may be left out; with one the ward also opens when the keyring does not.',
  withoutKeyring:
    'The ward’s data are kept encrypted. This PC has no keyring that could keep the key, so the passphrase is asked for whenever the program starts. Next comes a recovery key, to be printed.',
  sealed:
    'The ward’s data are encrypted. A stolen disk shows nothing without one of these, each of which opens it:',
  ways: {
    keyring: 'the keyring of this account on this PC',
    passphrase: 'the passphrase',
    recovery: 'the recovery key on paper',
  },
  open: 'The ward’s data are not encrypted: whoever has this disk can read about its patients. Protect it before real patients come.',
  demo: 'The people of a demonstration are made up; it is not encrypted.',
  acts: { protect: 'Protect this ward', change: 'Change the passphrase', replace: 'New recovery key' },
  before: {
    protect:
      'Close other windows and programs that use the ward. An encrypted copy is made and checked before it takes the file’s place; a power cut loses nothing.',
    change: 'The passphrase until now opens the ward no more, nor wards that were set aside on this PC.',
    replace:
      'Close other windows and programs first. The ward is encrypted anew: the paper until now opens neither it nor wards that were set aside on this PC. Backups made until now still open with that paper, and with it alone: keep it while you may need them. If it was lost or stolen, destroy those backups, here and wherever they were carried.',
  },
  done: {
    protect:
      'Encrypted; the plain file was overwritten and removed. Earlier backups on this PC and wards that were set aside are being encrypted now (see the status bar). An SSD may keep old blocks, and exports and backups that were carried away are as they were.',
    change: 'The passphrase was changed.',
    replace:
      'The recovery key was changed and the ward encrypted anew; a backup for the new key is being made (see the status bar).',
  },
  plainFile: 'The file is not encrypted and names patients: delete it from this PC once it has been sent.',
  paper: {
    title: 'Recovery key',
    what: 'It opens this ward, and each of its backups, on any PC. Print it, or copy it on paper.',
    qr: 'The recovery key as a QR code',
    once: 'It is shown this once; the program does not keep it.',
    apart: 'Keep it away from this PC, under lock. Paper and disk together show everything.',
    lost: 'Without the passphrase (or keyring) and without this paper the data are lost; there is no other way.',
    print: 'Print',
    printed: 'Print this file now; it is overwritten and removed when you go on:',
    typeBack: 'Type the last group (number {{number}}) from the paper',
    wrong: 'That is not the last group. Look at the paper and type it again.',
    anew: 'Make another one',
  },
  unlock: {
    title: 'The ward is encrypted',
    why: 'This PC’s keyring does not have its key.',
    otherKeyring: 'This PC’s keyring does not open it: perhaps another account or another PC.',
    either: 'Passphrase, or recovery key',
    paper: 'Recovery key',
    hint: 'The QR code on the paper can be scanned. Typed by hand, capitals, spaces and dashes do not matter.',
    open: 'Open',
  },
};
