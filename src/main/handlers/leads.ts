import { listDue } from '../daily-reports/find-due.ts';
import { setFolder, setSchedule, showSchedule } from '../daily-reports/set-schedule.ts';
import { listDaily, showDaily } from '../daily-reports/show-daily.ts';
import { signDaily, withdrawDaily } from '../daily-reports/sign-daily.ts';
import { writeDailyFile } from '../daily-reports/write-daily-file.ts';
import { recordRun, writeDue } from '../daily-reports/write-due.ts';
import { listFigureRows } from '../figures/list-rows.ts';
import { showFlow } from '../figures/show-flow.ts';
import { showRestatements } from '../figures/show-restatements.ts';
import { writeExportFile } from '../figures/write-export-file.ts';
import { giveHandover } from '../handovers/give-handover.ts';
import {
  listHandoverHistory,
  listHandovers,
  listNotes,
  showHandovers,
  showSignedHandover,
} from '../handovers/show-handovers.ts';
import { takeHandover, withdrawHandover } from '../handovers/take-handover.ts';
import { finishNote, writeNote } from '../handovers/write-note.ts';
import type { HandlersOf } from '../ipc/context.ts';
import { showLayer } from '../layers/show-layer.ts';
import { listOverviewRows } from '../overview/list-rows.ts';
import { showForecast } from '../overview/show-forecast.ts';
import { showOverview } from '../overview/show-overview.ts';
import { beginRollCall } from '../roll-calls/begin-roll-call.ts';
import { closeRollCall } from '../roll-calls/close-roll-call.ts';
import { markBeds } from '../roll-calls/mark-beds.ts';
import { mendFinding } from '../roll-calls/mend-finding.ts';
import { listRollCalls, showRollCall } from '../roll-calls/show-roll-call.ts';
import { assignShift, unassignShift } from '../shifts/assign-shift.ts';
import { copyDay } from '../shifts/copy-day.ts';
import { addMembers, endMembers } from '../shifts/members.ts';
import { showLoad } from '../shifts/nurse-load.ts';
import { previewRotation } from '../shifts/plan-rotation.ts';
import { rotateTeams } from '../shifts/rotate-teams.ts';
import { setPattern } from '../shifts/set-pattern.ts';
import { showShiftBoard } from '../shifts/show-board.ts';
import { showOnNow } from '../shifts/show-on-now.ts';
import { showTeams } from '../shifts/show-teams.ts';
import { addTeam, changeTeam, setZones } from '../shifts/teams.ts';

/** What those who lead a shift ask for, sign and hand over. */
export const leads = {
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
} satisfies HandlersOf<'figures' | 'overview' | 'layers' | 'shifts' | 'daily' | 'rollCalls' | 'handovers'>;
