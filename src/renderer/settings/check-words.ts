import type { zhCN } from '../i18n/zh-CN/index.ts';

type CheckKey = keyof typeof zhCN.settings.checks;

/**
 * The checks of src/main/ward (verify-*.ts) and src/main/db/integrity.ts, which name themselves in English,
 * by the key of their words. One that has none yet is shown as it names itself.
 */
const KEYS: Readonly<Record<string, CheckKey>> = {
  'two stays never share a bed': 'sharedBed',
  'a stay never has two beds': 'twoBeds',
  'a bed is held within the stay': 'outsideStay',
  'nobody lies in a bed that awaits disinfection': 'notDisinfected',
  'a bed that was left is disinfected before it is used again': 'disinfectionSkipped',
  'a person is in one stay at a time': 'twoStays',
  'every stay that holds has a classification from its arrival': 'noClassification',
  'nothing is superseded before it was recorded': 'order',
  'every act has its answer': 'answers',
  'versions are those of the last act': 'versions',
  'search columns follow the document': 'search',
  'whoever left by a referral has left the ward': 'referralLeft',
  'what was ticked off had been ordered': 'tickedUnordered',
  'whoever is watched at home has left the ward': 'homeNotLeft',
  'a result belongs to a tube that somebody was sampled with': 'resultOfNobody',
  'nobody was sampled before the stay': 'sampledEarly',
  'nobody was sampled or observed after they had left': 'afterLeaving',
  'a labelled tube holds nobody else’s sample': 'othersTube',
  'one protocol holds at a time': 'twoProtocols',
  'whoever was judged for release has left': 'judgedInHouse',
  'a bus home never has more people than seats': 'busOverfull',
  'nobody has a seat on a bus that is not there': 'seatNoBus',
  'whoever left by a list stands on it': 'leftOffList',
  'the tally of days is what the stays add up to': 'tally',
  'nobody is in a zone that is not open': 'inClosedZone',
  'nobody new comes into a zone that was stopped': 'intoStoppedZone',
  'a zone that takes nobody is closed': 'zoneNotClosed',
  'a zone opens by a list that was confirmed': 'zoneWithoutList',
  'nothing was confirmed on a list after the zone had opened by it': 'confirmedAfterOpening',
  'nobody is on duty in two places at once': 'dutyTwice',
  'nobody is in two teams at once': 'teamTwice',
  'a zone has one team at a time': 'zoneTwoTeams',
  'a care unit has one team of its own at a time': 'unitTwoTeams',
  'whoever is on duty is of a team that is there': 'dutyWithoutTeam',
  'people and zones are of teams that exist': 'noSuchTeam',
  'the care units of a duty are of its zone': 'dutyUnitElsewhere',
  'shifts and teams are superseded after they were recorded': 'shiftOrder',
  'a handover adds up, and its lists are as long as its numbers': 'handoverSum',
  'a handover is taken over as it was given, by somebody else': 'handoverSigned',
  'the audit trail is whole': 'audit',
  integrity_check: 'file',
  foreign_key_check: 'links',
};

export const checkKey = (check: string): CheckKey | null => KEYS[check] ?? null;
