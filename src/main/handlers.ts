import { showRecentActs } from './acts/history.ts';
import { undoAct } from './acts/undo-act.ts';
import { acknowledgeAlerts } from './alerts/acknowledge-alerts.ts';
import { countAlerts, showAlertHistory, showOpenAlerts } from './alerts/show-alerts.ts';
import { commitAllocation, runAllocation } from './allocation/commit-allocation.ts';
import { checkChoice, proposeBeds, proposeForPerson } from './allocation/propose-beds.ts';
import { listAudit } from './audit/list-audit.ts';
import { checkAudit } from './audit/verify-audit.ts';
import { writeAuditFile } from './audit/write-audit-file.ts';
import { closePlace, reopenPlace } from './beds/close-place.ts';
import { releaseBed, reserveBed } from './beds/reserve-bed.ts';
import { showBedCard, showBoard, showPlan } from './beds/show-board.ts';
import { signOffDisinfection } from './beds/sign-off-disinfection.ts';
import { orderCare, stopCare } from './care/order-care.ts';
import { listStandingOrders, showCareOfStay } from './care/show-care-of-stay.ts';
import { showNeedsLedger } from './care/show-needs-ledger.ts';
import { showToday } from './care/show-today.ts';
import { tickCare } from './care/tick-care.ts';
import { cancelConvoy, convoyArrives, expectConvoy, listConvoys } from './convoys/convoys.ts';
import { listDue } from './daily-reports/find-due.ts';
import { setFolder, setSchedule, showSchedule } from './daily-reports/set-schedule.ts';
import { listDaily, showDaily } from './daily-reports/show-daily.ts';
import { signDaily, withdrawDaily } from './daily-reports/sign-daily.ts';
import { writeDailyFile } from './daily-reports/write-daily-file.ts';
import { recordRun, writeDue } from './daily-reports/write-due.ts';
import { dischargePatients } from './discharges/discharge-patients.ts';
import { previewDischarges } from './discharges/preview-discharges.ts';
import { listEligibility } from './eligibility/list-eligibility.ts';
import { showEligibilityOfStay } from './eligibility/show-eligibility-of-stay.ts';
import { listFigureRows } from './figures/list-rows.ts';
import { showFlow } from './figures/show-flow.ts';
import { showRestatements } from './figures/show-restatements.ts';
import { writeExportFile } from './figures/write-export-file.ts';
import { giveHandover } from './handovers/give-handover.ts';
import {
  listHandoverHistory,
  listHandovers,
  listNotes,
  showHandovers,
  showSignedHandover,
} from './handovers/show-handovers.ts';
import { takeHandover, withdrawHandover } from './handovers/take-handover.ts';
import { finishNote, writeNote } from './handovers/write-note.ts';
import { listHome, showHomeOfStay } from './home/list-home.ts';
import { recordHomeCheck } from './home/record-home-check.ts';
import { writeHomeFile } from './home/write-home-file.ts';
import type { Handlers } from './ipc/context.ts';
import { showLayer } from './layers/show-layer.ts';
import { listOverviewRows } from './overview/list-rows.ts';
import { showForecast } from './overview/show-forecast.ts';
import { showOverview } from './overview/show-overview.ts';
import { checkCertificate, showPublicKeys } from './papers/check-certificate.ts';
import { showDailyPages } from './papers/daily-pages.ts';
import { showHandoverPages } from './papers/handover-pages.ts';
import { showListPages } from './papers/list-pages.ts';
import { showPages } from './papers/pages.ts';
import { preparePapers } from './papers/prepare-papers.ts';
import { showRollCallPages } from './papers/roll-call-pages.ts';
import { showPapers } from './papers/show-papers.ts';
import { breakGlass, endBreakGlass, listBreakGlasses, seeBreakGlass } from './people/break-glass.ts';
import { listPeople, setPerson } from './people/set-person.ts';
import { listRoles, setRole } from './people/set-role.ts';
import { chooseProtocol } from './protocols/choose-protocol.ts';
import { previewProtocol } from './protocols/preview-protocol.ts';
import { saveProtocol } from './protocols/save-protocol.ts';
import { listProtocols, showProtocolInForce } from './protocols/show-protocols.ts';
import { leaveForHospital } from './referrals/leave-for-hospital.ts';
import { requestReferral } from './referrals/request-referral.ts';
import { listReferrals, showReferralsOfStay } from './referrals/show-referrals.ts';
import { showReferralSummary } from './referrals/show-summary.ts';
import { acceptReferral, arriveAtHospital, cancelReferral, sendVehicle } from './referrals/take-step.ts';
import { assignBuses } from './releases/assign-buses.ts';
import { addBus, cancelBus, changeBus } from './releases/change-buses.ts';
import { listForPaper } from './releases/list-for-paper.ts';
import { openList } from './releases/open-list.ts';
import { proposeList } from './releases/propose-list.ts';
import { setMembers } from './releases/set-members.ts';
import { showList } from './releases/show-list.ts';
import { signList, withdrawSignature } from './releases/sign-list.ts';
import { writeDistrictFiles } from './releases/write-district-files.ts';
import { reportDischarges } from './reports/report-discharges.ts';
import { writeDischargeFile } from './reports/write-discharge-file.ts';
import { writeGridFile } from './reports/write-grid-file.ts';
import { beginRollCall } from './roll-calls/begin-roll-call.ts';
import { closeRollCall } from './roll-calls/close-roll-call.ts';
import { markBeds } from './roll-calls/mark-beds.ts';
import { mendFinding } from './roll-calls/mend-finding.ts';
import { listRollCalls, showRollCall } from './roll-calls/show-roll-call.ts';
import { commitRoster } from './roster/commit-roster.ts';
import { dropRow, editRow, setHeadings } from './roster/correct-roster.ts';
import { openRoster, previewRoster } from './roster/open-roster.ts';
import { listRosters, viewRoster } from './roster/view-roster.ts';
import { cancelExamination, completeExamination, orderExamination } from './rounds/examine-patient.ts';
import { listRound, listRoundUnits } from './rounds/list-round.ts';
import { markPatient, unmarkPatient } from './rounds/mark-patient.ts';
import { correctObservation, recordObservation } from './rounds/record-observation.ts';
import { showRoundsOfStay } from './rounds/show-rounds-of-stay.ts';
import { assignShift, unassignShift } from './shifts/assign-shift.ts';
import { copyDay } from './shifts/copy-day.ts';
import { addMembers, endMembers } from './shifts/members.ts';
import { showLoad } from './shifts/nurse-load.ts';
import { previewRotation } from './shifts/plan-rotation.ts';
import { rotateTeams } from './shifts/rotate-teams.ts';
import { setPattern } from './shifts/set-pattern.ts';
import { showShiftBoard } from './shifts/show-board.ts';
import { showOnNow } from './shifts/show-on-now.ts';
import { showTeams } from './shifts/show-teams.ts';
import { addTeam, changeTeam, setZones } from './shifts/teams.ts';
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
import { assignLabels } from './tests/assign-labels.ts';
import { enterResult } from './tests/enter-result.ts';
import { importLab, previewLab } from './tests/import-lab.ts';
import { listSampling } from './tests/list-sampling.ts';
import { recordSample, resolveScan } from './tests/record-sample.ts';
import { listLabFiles, showLabFile, showQuarantine } from './tests/show-lab-files.ts';
import { showSamplesOfStay } from './tests/show-samples.ts';
import { rejectRow, solveRow } from './tests/solve-row.ts';
import { changeSettings } from './ward/change-settings.ts';
import { showHospital, showSettings } from './ward/hospital.ts';
import { addOperator, listOperators } from './ward/operators.ts';
import { showCensus } from './ward/show-census.ts';
import { verifyWard } from './ward/verify-ward.ts';
import { closeZone, disinfectZone, drainZone, holdZone, stopAdmissions } from './zones/close-zone.ts';
import { confirmReadiness, withdrawReadiness } from './zones/confirm-readiness.ts';
import { moveOut } from './zones/move-out.ts';
import { openZone, resumeZone } from './zones/open-zone.ts';
import { proposeMoves } from './zones/propose-moves.ts';
import { showDrainList } from './zones/show-drain-list.ts';
import { showReadiness } from './zones/show-readiness.ts';
import { showZones } from './zones/show-zones.ts';

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
  'eligibility.list': listEligibility,
  'eligibility.ofStay': showEligibilityOfStay,
  'protocols.list': listProtocols,
  'protocols.inForce': showProtocolInForce,
  'protocols.preview': previewProtocol,
  'protocols.save': saveProtocol,
  'protocols.choose': chooseProtocol,
  'reports.discharges': reportDischarges,
  'reports.dischargeFile': writeDischargeFile,
  'reports.gridFile': writeGridFile,
  'rounds.units': listRoundUnits,
  'rounds.list': listRound,
  'rounds.ofStay': showRoundsOfStay,
  'rounds.record': recordObservation,
  'rounds.correct': correctObservation,
  'rounds.mark': markPatient,
  'rounds.unmark': unmarkPatient,
  'rounds.orderExamination': orderExamination,
  'rounds.completeExamination': completeExamination,
  'rounds.cancelExamination': cancelExamination,
  'alerts.open': showOpenAlerts,
  'alerts.count': countAlerts,
  'alerts.history': showAlertHistory,
  'alerts.acknowledge': acknowledgeAlerts,
  'referrals.list': listReferrals,
  'referrals.ofStay': showReferralsOfStay,
  'referrals.summary': showReferralSummary,
  'referrals.request': requestReferral,
  'referrals.accept': acceptReferral,
  'referrals.sendVehicle': sendVehicle,
  'referrals.leave': leaveForHospital,
  'referrals.arrive': arriveAtHospital,
  'referrals.cancel': cancelReferral,
  'care.today': showToday,
  'care.standing': listStandingOrders,
  'care.ofStay': showCareOfStay,
  'care.needsLedger': showNeedsLedger,
  'care.order': orderCare,
  'care.stop': stopCare,
  'care.tick': tickCare,
  'home.list': listHome,
  'home.ofStay': showHomeOfStay,
  'home.record': recordHomeCheck,
  'home.exportFile': writeHomeFile,
  'tests.previewLab': previewLab,
  'tests.importLab': importLab,
  'tests.labFiles': listLabFiles,
  'tests.labFile': showLabFile,
  'tests.quarantine': showQuarantine,
  'tests.solveRow': solveRow,
  'tests.rejectRow': rejectRow,
  'tests.samplingList': listSampling,
  'tests.assignLabels': assignLabels,
  'tests.resolveScan': resolveScan,
  'tests.recordSample': recordSample,
  'tests.enterResult': enterResult,
  'tests.ofStay': showSamplesOfStay,
  'figures.flow': showFlow,
  'figures.rows': listFigureRows,
  'figures.restatements': showRestatements,
  'figures.exportFile': writeExportFile,
  'shifts.teams': showTeams,
  'shifts.board': showShiftBoard,
  'shifts.onNow': showOnNow,
  'shifts.load': showLoad,
  'shifts.setPattern': setPattern,
  'shifts.addTeam': addTeam,
  'shifts.changeTeam': changeTeam,
  'shifts.setZones': setZones,
  'shifts.addMembers': addMembers,
  'shifts.endMembers': endMembers,
  'shifts.assign': assignShift,
  'shifts.unassign': unassignShift,
  'shifts.copyDay': copyDay,
  'shifts.previewRotation': previewRotation,
  'shifts.rotate': rotateTeams,
  'overview.show': showOverview,
  'overview.rows': listOverviewRows,
  'overview.forecast': showForecast,
  'layers.show': showLayer,
  'zones.list': showZones,
  'zones.readiness': showReadiness,
  'zones.confirm': confirmReadiness,
  'zones.withdraw': withdrawReadiness,
  'zones.hold': holdZone,
  'zones.open': openZone,
  'zones.stopAdmissions': stopAdmissions,
  'zones.resume': resumeZone,
  'zones.drain': drainZone,
  'zones.drainList': showDrainList,
  'zones.proposeMoves': proposeMoves,
  'zones.moveOut': moveOut,
  'zones.disinfect': disinfectZone,
  'zones.close': closeZone,
  'daily.show': showDaily,
  'daily.list': listDaily,
  'daily.sign': signDaily,
  'daily.withdraw': withdrawDaily,
  'daily.file': writeDailyFile,
  'daily.schedule': showSchedule,
  'daily.setSchedule': setSchedule,
  'daily.setFolder': setFolder,
  'daily.due': listDue,
  'daily.writeDue': writeDue,
  'daily.recordRun': recordRun,
  'acts.recent': showRecentActs,
  'acts.undo': undoAct,
  'rollCalls.list': listRollCalls,
  'rollCalls.show': showRollCall,
  'rollCalls.begin': beginRollCall,
  'rollCalls.mark': markBeds,
  'rollCalls.mend': mendFinding,
  'rollCalls.close': closeRollCall,
  'handovers.list': listHandovers,
  'handovers.show': showHandovers,
  'handovers.signed': showSignedHandover,
  'handovers.history': listHandoverHistory,
  'handovers.notes': listNotes,
  'handovers.writeNote': writeNote,
  'handovers.finishNote': finishNote,
  'handovers.give': giveHandover,
  'handovers.take': takeHandover,
  'handovers.withdraw': withdrawHandover,
  'audit.list': listAudit,
  'audit.exportFile': writeAuditFile,
  'audit.check': checkAudit,
  'people.list': listPeople,
  'people.setPerson': setPerson,
  'people.roles': listRoles,
  'people.setRole': setRole,
  'people.breakGlass': breakGlass,
  'people.endBreakGlass': endBreakGlass,
  'people.breakGlasses': listBreakGlasses,
  'people.seeBreakGlass': seeBreakGlass,
};
