import { acknowledgeAlerts } from '../alerts/acknowledge-alerts.ts';
import { countAlerts, showAlertHistory, showOpenAlerts } from '../alerts/show-alerts.ts';
import { orderCare, stopCare } from '../care/order-care.ts';
import { listStandingOrders, showCareOfStay } from '../care/show-care-of-stay.ts';
import { showNeedsLedger } from '../care/show-needs-ledger.ts';
import { showToday } from '../care/show-today.ts';
import { tickCare } from '../care/tick-care.ts';
import { listEligibility } from '../eligibility/list-eligibility.ts';
import { showEligibilityOfStay } from '../eligibility/show-eligibility-of-stay.ts';
import type { HandlersOf } from '../ipc/context.ts';
import { leaveForHospital } from '../referrals/leave-for-hospital.ts';
import { requestReferral } from '../referrals/request-referral.ts';
import { listReferrals, showReferralsOfStay } from '../referrals/show-referrals.ts';
import { showReferralSummary } from '../referrals/show-summary.ts';
import { acceptReferral, arriveAtHospital, cancelReferral, sendVehicle } from '../referrals/take-step.ts';
import { cancelExamination, completeExamination, orderExamination } from '../rounds/examine-patient.ts';
import { listRound, listRoundUnits } from '../rounds/list-round.ts';
import { markPatient, unmarkPatient } from '../rounds/mark-patient.ts';
import { correctObservation, recordObservation } from '../rounds/record-observation.ts';
import { showRoundsOfStay } from '../rounds/show-rounds-of-stay.ts';
import { assignLabels } from '../tests/assign-labels.ts';
import { enterResult } from '../tests/enter-result.ts';
import { importLab, previewLab } from '../tests/import-lab.ts';
import { listSampling } from '../tests/list-sampling.ts';
import { recordSample, resolveScan } from '../tests/record-sample.ts';
import { listLabFiles, showLabFile, showQuarantine } from '../tests/show-lab-files.ts';
import { showSamplesOfStay } from '../tests/show-samples.ts';
import { rejectRow, solveRow } from '../tests/solve-row.ts';

/** What is known and done of a patient besides the bed. */
export const care = {
  'eligibility.list': listEligibility,
  'eligibility.ofStay': showEligibilityOfStay,
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
} satisfies HandlersOf<'tests' | 'rounds' | 'alerts' | 'eligibility' | 'referrals' | 'care'>;
