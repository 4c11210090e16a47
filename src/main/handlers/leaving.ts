import { dischargePatients } from '../discharges/discharge-patients.ts';
import { previewDischarges } from '../discharges/preview-discharges.ts';
import { listHome, showHomeOfStay } from '../home/list-home.ts';
import { recordHomeCheck } from '../home/record-home-check.ts';
import { writeHomeFile } from '../home/write-home-file.ts';
import type { HandlersOf } from '../ipc/context.ts';
import { checkCertificate, showPublicKeys } from '../papers/check-certificate.ts';
import { showDailyPages } from '../papers/daily-pages.ts';
import { showHandoverPages } from '../papers/handover-pages.ts';
import { showListPages } from '../papers/list-pages.ts';
import { showPages } from '../papers/pages.ts';
import { preparePapers } from '../papers/prepare-papers.ts';
import { showRollCallPages } from '../papers/roll-call-pages.ts';
import { showPapers } from '../papers/show-papers.ts';
import { assignBuses } from '../releases/assign-buses.ts';
import { addBus, cancelBus, changeBus } from '../releases/change-buses.ts';
import { listForPaper } from '../releases/list-for-paper.ts';
import { openList } from '../releases/open-list.ts';
import { proposeList } from '../releases/propose-list.ts';
import { setMembers } from '../releases/set-members.ts';
import { showList } from '../releases/show-list.ts';
import { signList, withdrawSignature } from '../releases/sign-list.ts';
import { writeDistrictFiles } from '../releases/write-district-files.ts';
import { reportDischarges } from '../reports/report-discharges.ts';
import { writeDischargeFile } from '../reports/write-discharge-file.ts';
import { writeGridFile } from '../reports/write-grid-file.ts';

/** Who leaves, by which list and bus, with what paper, and how they are at home. */
export const leaving = {
  'discharges.preview': previewDischarges,
  'discharges.commit': dischargePatients,
  'releases.propose': proposeList,
  'releases.list': showList,
  'releases.forPaper': listForPaper,
  'releases.districtFile': writeDistrictFiles,
  'releases.open': openList,
  'releases.setMembers': setMembers,
  'releases.addBus': addBus,
  'releases.changeBus': changeBus,
  'releases.cancelBus': cancelBus,
  'releases.assignBuses': assignBuses,
  'releases.sign': signList,
  'releases.withdrawSignature': withdrawSignature,
  'papers.of': showPapers,
  'papers.prepare': preparePapers,
  'papers.pages': showPages,
  'papers.listPages': showListPages,
  'papers.rollCallPages': showRollCallPages,
  'papers.dailyPages': showDailyPages,
  'papers.handoverPages': showHandoverPages,
  'papers.publicKey': showPublicKeys,
  'papers.checkCertificate': checkCertificate,
  'reports.discharges': reportDischarges,
  'reports.dischargeFile': writeDischargeFile,
  'reports.gridFile': writeGridFile,
  'home.list': listHome,
  'home.ofStay': showHomeOfStay,
  'home.record': recordHomeCheck,
  'home.exportFile': writeHomeFile,
} satisfies HandlersOf<'discharges' | 'releases' | 'papers' | 'home' | 'reports'>;
