/**
 * Who may do what. A right is one kind of work of the ward; every procedure of the contract asks for some of them
 * (contract/procedure-rights.ts), and a role is a set of rights that a hospital can change. Source of the division:
 * the groups of people in a makeshift hospital, domain.md; two people sign a discharge list, one of them a doctor.
 */
export const RIGHTS = [
  /** Beds, counts, plans, figures: everything that names no patient, or only by name and bed. */
  'ward.read',
  /** Lists and histories of patients, by name. */
  'patients.read',
  /** Whole document numbers and telephone numbers; without it they are masked before they leave the main process. */
  'patients.identity',
  'patients.admit',
  'patients.place',
  'patients.discharge',
  'beds.close',
  'beds.clean',
  'tests.sample',
  'tests.results',
  'rounds.write',
  'care.order',
  'care.do',
  'alerts.answer',
  'referrals.write',
  'home.write',
  'releases.prepare',
  'releases.sign',
  'papers.print',
  /** Files that leave the program, with patients in them or without. */
  'reports.export',
  'reports.sign',
  'shifts.manage',
  'zones.manage',
  'roll-calls.walk',
  'handovers.write',
  'protocols.change',
  'settings.change',
  'people.manage',
  /** Sees what was done under break-glass, and puts on record that it was looked at. */
  'people.oversee',
  'audit.read',
  'backups.manage',
  'ward.verify',
] as const;
export type Right = (typeof RIGHTS)[number];

export const ROLES = [
  'nurse',
  'team-lead',
  'doctor',
  'pharmacist',
  'logistics',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

const READS = ['ward.read', 'patients.read'] as const satisfies Right[];

const NURSING = [
  ...READS,
  'patients.identity',
  'patients.admit',
  'patients.place',
  'patients.discharge',
  'beds.close',
  'beds.clean',
  'tests.sample',
  'tests.results',
  'rounds.write',
  'care.do',
  'alerts.answer',
  'referrals.write',
  'home.write',
  'releases.prepare',
  'releases.sign',
  'papers.print',
  'roll-calls.walk',
  'handovers.write',
] as const satisfies Right[];

/** What a role may do until the hospital decides otherwise. */
export const DEFAULT_RIGHTS: Record<Role, readonly Right[]> = {
  nurse: NURSING,
  'team-lead': [
    ...NURSING,
    'care.order',
    'reports.export',
    'reports.sign',
    'shifts.manage',
    'zones.manage',
    'people.oversee',
    'ward.verify',
  ],
  doctor: [
    ...READS,
    'patients.identity',
    'patients.place',
    'patients.discharge',
    'tests.sample',
    'tests.results',
    'rounds.write',
    'care.order',
    'care.do',
    'alerts.answer',
    'referrals.write',
    'home.write',
    'releases.prepare',
    'releases.sign',
    'papers.print',
    'handovers.write',
    'protocols.change',
  ],
  pharmacist: [...READS, 'care.do'],
  logistics: ['ward.read', 'beds.close', 'beds.clean', 'care.do'],
  auditor: [...READS, 'audit.read', 'people.oversee', 'ward.verify'],
  administrator: [
    'ward.read',
    'settings.change',
    'people.manage',
    'people.oversee',
    'audit.read',
    'backups.manage',
    'ward.verify',
    'zones.manage',
    'shifts.manage',
  ],
};

/**
 * What somebody may do for a while under break-glass, in every zone: look after a patient whom nobody else is there
 * for. Nothing that changes the house, its rules or its people.
 */
export const BREAK_GLASS_RIGHTS: readonly Right[] = [
  ...READS,
  'patients.identity',
  'patients.place',
  'tests.sample',
  'rounds.write',
  'care.order',
  'care.do',
  'alerts.answer',
  'referrals.write',
];

/** One hospital's deviation from {@link DEFAULT_RIGHTS}. */
export interface RightChange {
  role: Role;
  right: Right;
  granted: boolean;
}

/** The rights of somebody with these roles, by the defaults as the hospital has changed them. */
export function rightsOf(roles: readonly Role[], changes: readonly RightChange[]): Set<Right> {
  const rights = new Set<Right>();
  for (const role of roles) {
    const own = new Set<Right>(DEFAULT_RIGHTS[role]);
    for (const change of changes) {
      if (change.role !== role) continue;
      if (change.granted) own.add(change.right);
      else own.delete(change.right);
    }
    for (const right of own) rights.add(right);
  }
  return rights;
}
