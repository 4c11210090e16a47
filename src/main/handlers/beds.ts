import { commitAllocation, runAllocation } from '../allocation/commit-allocation.ts';
import { checkChoice, proposeBeds, proposeForPerson } from '../allocation/propose-beds.ts';
import { closePlace, reopenPlace } from '../beds/close-place.ts';
import { releaseBed, reserveBed } from '../beds/reserve-bed.ts';
import { showBedCard, showBoard, showPlan } from '../beds/show-board.ts';
import { signOffDisinfection } from '../beds/sign-off-disinfection.ts';
import { cancelConvoy, convoyArrives, expectConvoy, listConvoys } from '../convoys/convoys.ts';
import type { HandlersOf } from '../ipc/context.ts';
import { commitRoster } from '../roster/commit-roster.ts';
import { dropRow, editRow, setHeadings } from '../roster/correct-roster.ts';
import { openRoster, previewRoster } from '../roster/open-roster.ts';
import { listRosters, viewRoster } from '../roster/view-roster.ts';
import { admitPatient } from '../stays/admit-patient.ts';
import { assignBed } from '../stays/assign-bed.ts';
import { correctStay } from '../stays/correct-stay.ts';
import { findByDocument } from '../stays/find-by-document.ts';
import { linkFamily } from '../stays/link-family.ts';
import { listStays } from '../stays/list-stays.ts';
import { movePatient } from '../stays/move-patient.ts';
import { searchStays } from '../stays/search-stays.ts';
import { showRecord } from '../stays/show-record.ts';
import { swapPatients } from '../stays/swap-patients.ts';
import { closeZone, disinfectZone, drainZone, holdZone, stopAdmissions } from '../zones/close-zone.ts';
import { confirmReadiness, withdrawReadiness } from '../zones/confirm-readiness.ts';
import { moveOut } from '../zones/move-out.ts';
import { openZone, resumeZone } from '../zones/open-zone.ts';
import { proposeMoves } from '../zones/propose-moves.ts';
import { showDrainList } from '../zones/show-drain-list.ts';
import { showReadiness } from '../zones/show-readiness.ts';
import { showZones } from '../zones/show-zones.ts';

/** Who is taken in, who lies where, and the zones. */
export const beds = {
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
} satisfies HandlersOf<'beds' | 'stays' | 'allocation' | 'convoys' | 'rosters' | 'zones'>;
