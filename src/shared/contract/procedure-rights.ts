import type { Right } from '../rules/rights.ts';
import type { ProcedureName } from './index.ts';

/**
 * The rights that each procedure asks for, all of them at once; a new procedure without a line here does not compile.
 * Where an answer holds whole documents of people in a form that cannot be masked (pages, cells of a file), or an
 * input replaces what was masked, `patients.identity` is asked for as well.
 *
 * `anybody`: answered without a sign-in. `signed-in`: whoever is signed in. `desk`: only the program itself.
 */
export type Needs = readonly Right[] | 'anybody' | 'signed-in' | 'desk';

const WARD = ['ward.read'] as const;
const PATIENTS = ['patients.read'] as const;
const ADMIT = ['patients.admit', 'patients.identity'] as const;
const PRINT = ['papers.print', 'patients.identity'] as const;
const EXPORT = ['reports.export', 'patients.identity'] as const;
const PLACE = ['patients.place'] as const;
const BACKUPS = ['backups.manage'] as const;
const CARE = ['patients.read', 'rounds.write'] as const;

const PROCEDURE_RIGHTS = {
  'setup.status': 'anybody',
  'setup.layouts': 'anybody',
  'setup.readLayout': 'anybody',
  'setup.create': 'anybody',
  // Whoever passes by a ward that asks for sign-in must not lead its nurses into made-up data.
  'setup.createDemonstration': ['settings.change'],
  'setup.unlock': 'anybody',
  // Where there is no ward yet, nobody is asked; nor before somebody can sign in.
  'setup.offerRecoveryKey': ['settings.change'],
  'setup.printRecoveryKey': ['settings.change'],
  'setup.protect': ['settings.change'],
  'setup.replaceRecoveryKey': ['settings.change'],
  'setup.changePassphrase': ['settings.change'],

  'backups.state': 'anybody',
  'backups.list': BACKUPS,
  'backups.take': BACKUPS,
  'backups.setTarget': BACKUPS,
  'backups.chooseTarget': BACKUPS,
  'backups.pick': BACKUPS,
  'backups.drill': BACKUPS,
  'backups.restore': BACKUPS,

  'people.status': 'anybody',
  'people.signIn': 'anybody',
  'people.whose': 'anybody',
  'people.lock': 'anybody',
  'people.signOut': 'anybody',
  'people.firstAdministrator': 'anybody',
  'people.recover': 'anybody',
  'people.prove': 'signed-in',
  'people.setSecret': 'signed-in',
  'people.breakGlass': 'signed-in',
  'people.endBreakGlass': 'signed-in',
  'people.list': ['people.manage'],
  'people.setPerson': ['people.manage'],
  'people.roles': ['people.manage'],
  'people.setRole': ['people.manage'],
  'people.breakGlasses': ['people.oversee'],
  'people.seeBreakGlass': ['people.oversee'],

  'ward.hospital': 'signed-in',
  'ward.operators': 'signed-in',
  'ward.settings': 'signed-in',
  'ward.census': WARD,
  'ward.verify': ['ward.verify'],
  'ward.changeSettings': ['settings.change'],
  'ward.addOperator': ['people.manage'],

  'acts.recent': PATIENTS,
  // Besides, whoever takes an act back needs the rights of that act (acts/undo-act.ts).
  'acts.undo': 'signed-in',

  'alerts.acknowledge': ['alerts.answer'],
  'alerts.count': WARD,
  'alerts.history': PATIENTS,
  'alerts.open': PATIENTS,

  'allocation.check': PATIENTS,
  'allocation.commit': PLACE,
  'allocation.propose': PATIENTS,
  'allocation.proposeForPerson': PATIENTS,
  'allocation.run': PLACE,

  'audit.list': ['audit.read'],
  'audit.exportFile': ['audit.read'],
  'audit.check': ['audit.read'],

  'beds.board': WARD,
  'beds.card': PATIENTS,
  'beds.plan': WARD,
  'beds.close': ['beds.close'],
  'beds.reopen': ['beds.close'],
  'beds.reserve': PLACE,
  'beds.release': PLACE,
  'beds.signOffDisinfection': ['beds.clean'],

  'care.needsLedger': PATIENTS,
  'care.ofStay': PATIENTS,
  'care.standing': WARD,
  'care.today': WARD,
  'care.order': ['care.order'],
  'care.stop': ['care.order'],
  'care.tick': ['care.do'],

  'convoys.list': WARD,
  'convoys.expect': ['patients.admit'],
  'convoys.arrive': ['patients.admit'],
  'convoys.cancel': ['patients.admit'],

  'daily.show': WARD,
  'daily.list': WARD,
  'daily.due': WARD,
  'daily.schedule': WARD,
  'daily.file': ['reports.export'],
  'daily.sign': ['reports.sign'],
  'daily.withdraw': ['reports.sign'],
  'daily.chooseFolder': ['reports.sign'],
  'daily.setFolder': ['reports.sign'],
  'daily.setSchedule': ['reports.sign'],
  'daily.writeDue': 'desk',
  'daily.recordRun': 'desk',

  'discharges.preview': PATIENTS,
  'discharges.commit': ['patients.discharge'],

  'eligibility.list': PATIENTS,
  'eligibility.ofStay': PATIENTS,

  'figures.flow': WARD,
  'figures.restatements': WARD,
  'figures.rows': PATIENTS,
  'figures.exportFile': ['reports.export'],

  'handovers.list': WARD,
  'handovers.show': PATIENTS,
  'handovers.signed': PATIENTS,
  'handovers.history': PATIENTS,
  'handovers.notes': PATIENTS,
  'handovers.writeNote': ['handovers.write'],
  'handovers.finishNote': ['handovers.write'],
  'handovers.give': ['handovers.write'],
  'handovers.take': ['handovers.write'],
  'handovers.withdraw': ['handovers.write'],

  'home.list': PATIENTS,
  'home.ofStay': PATIENTS,
  'home.record': ['home.write'],
  'home.exportFile': EXPORT,

  'layers.show': WARD,

  'overview.show': WARD,
  'overview.forecast': WARD,
  'overview.rows': PATIENTS,

  'papers.checkCertificate': PATIENTS,
  'papers.publicKey': 'signed-in',
  'papers.of': PATIENTS,
  'papers.dailyPages': WARD,
  'papers.handoverPages': PRINT,
  'papers.listPages': PRINT,
  'papers.rollCallPages': PRINT,
  'papers.pages': PRINT,
  'papers.prepare': PRINT,
  'papers.print': ['papers.print'],

  'protocols.inForce': WARD,
  'protocols.list': WARD,
  'protocols.preview': PATIENTS,
  'protocols.choose': ['protocols.change'],
  'protocols.save': ['protocols.change'],

  'referrals.list': PATIENTS,
  'referrals.ofStay': PATIENTS,
  'referrals.summary': PATIENTS,
  'referrals.request': ['referrals.write'],
  'referrals.accept': ['referrals.write'],
  'referrals.sendVehicle': ['referrals.write'],
  'referrals.leave': ['referrals.write'],
  'referrals.arrive': ['referrals.write'],
  'referrals.cancel': ['referrals.write'],

  'releases.list': PATIENTS,
  'releases.propose': PATIENTS,
  'releases.forPaper': PRINT,
  'releases.districtFile': EXPORT,
  'releases.open': ['releases.prepare'],
  'releases.setMembers': ['releases.prepare'],
  'releases.addBus': ['releases.prepare'],
  'releases.changeBus': ['releases.prepare'],
  'releases.cancelBus': ['releases.prepare'],
  'releases.assignBuses': ['releases.prepare'],
  'releases.sign': ['releases.sign'],
  'releases.withdrawSignature': ['releases.sign'],

  'reports.discharges': PATIENTS,
  'reports.dischargeFile': EXPORT,
  // What the screen shows is masked already.
  'reports.gridFile': ['reports.export'],
  'reports.showFile': ['reports.export'],

  'rollCalls.list': WARD,
  'rollCalls.show': PATIENTS,
  'rollCalls.begin': ['roll-calls.walk'],
  'rollCalls.mark': ['roll-calls.walk'],
  'rollCalls.mend': ['roll-calls.walk', 'patients.place'],
  'rollCalls.close': ['roll-calls.walk'],

  'rosters.list': ['patients.admit'],
  'rosters.view': ADMIT,
  'rosters.preview': ADMIT,
  'rosters.open': ADMIT,
  'rosters.setHeadings': ADMIT,
  'rosters.editRow': ADMIT,
  'rosters.dropRow': ADMIT,
  'rosters.commit': ADMIT,

  'rounds.list': PATIENTS,
  'rounds.ofStay': PATIENTS,
  'rounds.units': WARD,
  'rounds.record': CARE,
  'rounds.correct': CARE,
  'rounds.mark': CARE,
  'rounds.unmark': CARE,
  'rounds.orderExamination': CARE,
  'rounds.completeExamination': CARE,
  'rounds.cancelExamination': CARE,

  'shifts.board': WARD,
  'shifts.load': WARD,
  'shifts.onNow': WARD,
  'shifts.teams': WARD,
  'shifts.previewRotation': ['shifts.manage'],
  'shifts.addMembers': ['shifts.manage'],
  'shifts.addTeam': ['shifts.manage'],
  'shifts.assign': ['shifts.manage'],
  'shifts.changeTeam': ['shifts.manage'],
  'shifts.copyDay': ['shifts.manage'],
  'shifts.endMembers': ['shifts.manage'],
  'shifts.rotate': ['shifts.manage'],
  'shifts.setPattern': ['shifts.manage'],
  'shifts.setZones': ['shifts.manage'],
  'shifts.unassign': ['shifts.manage'],

  'stays.list': PATIENTS,
  'stays.record': PATIENTS,
  'stays.search': PATIENTS,
  'stays.byDocument': ADMIT,
  'stays.admit': ADMIT,
  'stays.correct': ADMIT,
  'stays.linkFamily': ['patients.admit'],
  'stays.assign': PLACE,
  'stays.move': PLACE,
  'stays.swap': PLACE,

  'tests.labFile': ['tests.results', 'patients.identity'],
  'tests.labFiles': PATIENTS,
  'tests.previewLab': ['tests.results', 'patients.identity'],
  'tests.quarantine': ['tests.results', 'patients.identity'],
  'tests.ofStay': PATIENTS,
  'tests.samplingList': PATIENTS,
  'tests.resolveScan': PATIENTS,
  'tests.assignLabels': ['tests.sample'],
  'tests.recordSample': ['tests.sample'],
  'tests.enterResult': ['tests.results'],
  'tests.importLab': ['tests.results', 'patients.identity'],
  'tests.rejectRow': ['tests.results'],
  'tests.solveRow': ['tests.results'],

  'zones.list': WARD,
  'zones.readiness': WARD,
  'zones.drainList': PATIENTS,
  'zones.proposeMoves': PATIENTS,
  'zones.confirm': ['zones.manage'],
  'zones.withdraw': ['zones.manage'],
  'zones.hold': ['zones.manage'],
  'zones.open': ['zones.manage'],
  'zones.stopAdmissions': ['zones.manage'],
  'zones.resume': ['zones.manage'],
  'zones.drain': ['zones.manage'],
  'zones.moveOut': ['zones.manage', 'patients.place'],
  'zones.disinfect': ['zones.manage'],
  'zones.close': ['zones.manage'],
} as const satisfies Record<ProcedureName, Needs>;

export const needsOf = (name: ProcedureName): Needs => PROCEDURE_RIGHTS[name];
