import { showRecentActs } from '../acts/history.ts';
import { undoAct } from '../acts/undo-act.ts';
import { listAudit } from '../audit/list-audit.ts';
import { checkAudit } from '../audit/verify-audit.ts';
import { writeAuditFile } from '../audit/write-audit-file.ts';
import type { HandlersOf } from '../ipc/context.ts';
import { breakGlass, endBreakGlass, listBreakGlasses, seeBreakGlass } from '../people/break-glass.ts';
import { listPeople, setPerson } from '../people/set-person.ts';
import { listRoles, setRole } from '../people/set-role.ts';
import { chooseProtocol } from '../protocols/choose-protocol.ts';
import { previewProtocol } from '../protocols/preview-protocol.ts';
import { saveProtocol } from '../protocols/save-protocol.ts';
import { listProtocols, showProtocolInForce } from '../protocols/show-protocols.ts';
import { changeSettings } from '../ward/change-settings.ts';
import { showHospital, showSettings } from '../ward/hospital.ts';
import { addOperator, listOperators } from '../ward/operators.ts';
import { showCensus } from '../ward/show-census.ts';
import { verifyWard } from '../ward/verify-ward.ts';

/** The hospital and its settings, people, the protocol in force, and what was done. */
export const house = {
  'ward.hospital': showHospital,
  'ward.census': showCensus,
  'ward.verify': verifyWard,
  'ward.settings': showSettings,
  'ward.changeSettings': changeSettings,
  'ward.operators': listOperators,
  'ward.addOperator': addOperator,
  'protocols.list': listProtocols,
  'protocols.inForce': showProtocolInForce,
  'protocols.preview': previewProtocol,
  'protocols.save': saveProtocol,
  'protocols.choose': chooseProtocol,
  'acts.recent': showRecentActs,
  'acts.undo': undoAct,
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
} satisfies HandlersOf<'ward' | 'acts' | 'people' | 'audit' | 'protocols'>;
