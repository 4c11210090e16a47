import { SaxesParser } from 'saxes';

/** An element as it was read: its local name, its text, what is in it. */
export interface Element {
  name: string;
  space: string;
  text: string;
  inside: Element[];
}

export function readXml(text: string): Element {
  const root: Element = { name: '', space: '', text: '', inside: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri }) => {
    const element = { name: local, space: uri, text: '', inside: [] };
    open.at(-1)?.inside.push(element);
    open.push(element);
  });
  parser.on('text', (more) => {
    const element = open.at(-1);
    if (element) element.text += more;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.inside[0] as Element;
}

export const HAVE = 'urn:oasis:names:tc:emergency:EDXL:HAVE:1.0';
const XNL = 'urn:oasis:names:tc:ciq:xnl:3';

/**
 * The part of EDXL-HAVE 1.0 that we write, as the published bindings to its schema have it: which elements follow
 * each other in which order, and the words that are allowed. `?` may be missing, `*` may come often. The schema
 * itself could not be had.
 */
const CONTENT: Record<string, string[]> = {
  HospitalStatus: ['Hospital*'],
  Hospital: [
    'Organization',
    'EmergencyDepartmentStatus?',
    'HospitalBedCapacityStatus?',
    'ServiceCoverageStatus?',
    'HospitalFacilityStatus?',
    'HospitalResourcesStatus?',
    'LastUpdateTime',
  ],
  Organization: ['OrganizationInformation', 'OrganizationGeoLocation?', 'CommentText*'],
  HospitalBedCapacityStatus: ['BedCapacity*'],
  BedCapacity: ['BedType*', 'SubCategoryBedType*', 'Capacity*', 'CommentText*'],
  Capacity: [
    'CapacityStatus?',
    'AvailableCount?',
    'BaselineCount?',
    'AdditionalCapacityCount24Hr?',
    'AdditionalCapacityCount72Hr?',
  ],
  HospitalFacilityStatus: [
    'HospitalEOCStatus?',
    'HospitalEOCPlan?',
    'ClinicalStatus?',
    'DeconCapacity?',
    'MorgueCapacity?',
    'FacilityStatus?',
    'SecurityStatus?',
    'Activity24Hr?',
    'CommentText*',
  ],
  Activity24Hr: ['Admissions', 'Discharges', 'Deaths'],
  OrganizationInformation: ['OrganisationName'],
  OrganisationName: ['NameElement*'],
};

const BED_TYPES = [
  ...['AdultICU', 'PediatricICU', 'NeonatalICU', 'EmergencyDepartment', 'NurseryBeds', 'MedicalSurgical'],
  ...['RehabLongTermCare', 'Burn', 'Pediatrics', 'AdultPsychiatric', 'PediatricPsychiatric'],
  ...['NegativeFlowIsolation', 'OtherIsolation', 'OperatingRooms'],
];
const COUNT = /^\d+$/;
const WORDS: Record<string, RegExp> = {
  BedType: new RegExp(`^(${BED_TYPES.join('|')})$`),
  CapacityStatus: /^(Vacant\/Available|NotAvailable)$/,
  AvailableCount: COUNT,
  BaselineCount: COUNT,
  Admissions: COUNT,
  Discharges: COUNT,
  Deaths: COUNT,
  LastUpdateTime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};

/** Everything in which a message is not as it should be. */
export function haveFaults(element: Element, path = element.name): string[] {
  const space = element.name === 'OrganisationName' || element.name === 'NameElement' ? XNL : HAVE;
  const faults = element.space === space ? [] : [`${path}: in ${element.space}`];
  const words = WORDS[element.name];
  if (words && !words.test(element.text)) faults.push(`${path}: ${element.text}`);
  const content = CONTENT[element.name];
  if (content) {
    const names = element.inside.map(({ name }) => `<${name}>`).join('');
    const expected = content.map(
      (name) => `(<${name.replace(/[?*]$/, '')}>)${/[?*]$/.exec(name)?.[0] ?? ''}`,
    );
    if (!new RegExp(`^${expected.join('')}$`).test(names)) faults.push(`${path}: ${names}`);
  } else if (element.inside.length > 0) faults.push(`${path}: not empty`);
  return [...faults, ...element.inside.flatMap((one) => haveFaults(one, `${path}/${one.name}`))];
}

/** The texts of all elements of a name, in order. */
export const textsOf = (element: Element, name: string): string[] => [
  ...(element.name === name ? [element.text] : []),
  ...element.inside.flatMap((one) => textsOf(one, name)),
];
