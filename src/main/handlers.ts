import { showRecentActs } from './acts/history.ts';
import { undoAct } from './acts/undo-act.ts';
import { commitAllocation, runAllocation } from './allocation/commit-allocation.ts';
import { checkChoice, proposeBeds, proposeForPerson } from './allocation/propose-beds.ts';
import { closePlace, reopenPlace } from './beds/close-place.ts';
import { releaseBed, reserveBed } from './beds/reserve-bed.ts';
import { showBedCard, showBoard, showPlan } from './beds/show-board.ts';
import { signOffDisinfection } from './beds/sign-off-disinfection.ts';
import { cancelConvoy, convoyArrives, expectConvoy, listConvoys } from './convoys/convoys.ts';
import { dischargePatients } from './discharges/discharge-patients.ts';
import { previewDischarges } from './discharges/preview-discharges.ts';
import type { Handlers } from './ipc/context.ts';
import { reportDischarges } from './reports/report-discharges.ts';
import { writeDischargeFile } from './reports/write-discharge-file.ts';
import { commitRoster } from './roster/commit-roster.ts';
import { dropRow, editRow, setHeadings } from './roster/correct-roster.ts';
import { openRoster, previewRoster } from './roster/open-roster.ts';
import { listRosters, viewRoster } from './roster/view-roster.ts';
import { admitPatient } from './stays/admit-patient.ts';
import { assignBed } from './stays/assign-bed.ts';
import { correctStay } from './stays/correct-stay.ts';
import { findByDocument } from './stays/find-by-document.ts';
import { linkFamily } from './stays/link-family.ts';
import { listStays } from './stays/list-stays.ts';
import { movePatient } from './stays/move-patient.ts';
import { searchStays } from './stays/search-stays.ts';
import { showRecord } from './stays/show-record.ts';
import { swapPatients } from './stays/swap-patients.ts';
import { changeSettings } from './ward/change-settings.ts';
import { showHospital, showSettings } from './ward/hospital.ts';
import { addOperator, listOperators } from './ward/operators.ts';
import { showCensus } from './ward/show-census.ts';
import { verifyWard } from './ward/verify-ward.ts';

/** Who answers what. Set-up and the window's own procedures are answered before a call gets here. */
export const handlers: Handlers = {
  'ward.hospital': showHospital,
  'ward.census': showCensus,
  'ward.verify': verifyWard,
  'ward.settings': showSettings,
  'ward.changeSettings': changeSettings,
  'ward.operators': listOperators,
  'ward.addOperator': addOperator,
  'beds.plan': showPlan,
  'beds.board': showBoard,
  'beds.card': showBedCard,
  'beds.close': closePlace,
  'beds.reopen': reopenPlace,
  'beds.reserve': reserveBed,
  'beds.release': releaseBed,
  'beds.signOffDisinfection': signOffDisinfection,
  'stays.list': listStays,
  'stays.record': showRecord,
  'stays.search': searchStays,
  'stays.byDocument': findByDocument,
  'stays.admit': admitPatient,
  'stays.correct': correctStay,
  'stays.linkFamily': linkFamily,
  'stays.assign': assignBed,
  'stays.move': movePatient,
  'stays.swap': swapPatients,
  'allocation.propose': proposeBeds,
  'allocation.proposeForPerson': proposeForPerson,
  'allocation.check': checkChoice,
  'allocation.commit': commitAllocation,
  'allocation.run': runAllocation,
  'discharges.preview': previewDischarges,
  'discharges.commit': dischargePatients,
  'convoys.list': listConvoys,
  'convoys.expect': expectConvoy,
  'convoys.arrive': convoyArrives,
  'convoys.cancel': cancelConvoy,
  'rosters.preview': previewRoster,
  'rosters.open': openRoster,
  'rosters.list': listRosters,
  'rosters.view': viewRoster,
  'rosters.setHeadings': setHeadings,
  'rosters.editRow': editRow,
  'rosters.dropRow': dropRow,
  'rosters.commit': commitRoster,
  'reports.discharges': reportDischarges,
  'reports.dischargeFile': writeDischargeFile,
  'acts.recent': showRecentActs,
  'acts.undo': undoAct,
};
