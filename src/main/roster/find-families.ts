import { ageOn } from '#shared/rules/age.ts';
import { looksLikeChineseName, nameKey, surnameOf } from '#shared/rules/person-name.ts';
import type { PersonReading } from './read-person.ts';

export interface FamilyFinding {
  /** Row → key of the family within this file; whoever comes alone has none. */
  readonly keys: ReadonlyMap<number, string>;
  /** Row → name of a companion that no row of the file bears. */
  readonly notFound: ReadonlyMap<number, string>;
}

export interface Member {
  readonly row: number;
  readonly person: PersonReading;
}

/** Below it a phone shared with a grown-up is the parent's. */
const GROWN_UP = 18;
/** A phone or an address of more people than this is an office's, not a family's. */
const LARGEST_FAMILY = 8;
const LARGEST_HOUSEHOLD = 12;
/** So many people of one name that nobody can tell who is meant. */
const TOO_COMMON = 100;

/** Words that stand around a companion's name, or in its place. */
const RELATION =
  /随行|跟随|同行人?|同住|一起|一同|陪同|陪护|照顾|监护人?|[之的]|父母|父亲|母亲|爸爸|妈妈|奶奶|爷爷|姥姥|姥爷|外公|外婆|祖父母?|妻子|丈夫|配偶|爱人|儿子|女儿|孩子|子女|哥哥|弟弟|姐姐|妹妹|兄弟|姐妹|家属|家人|本人|独自|单独|[随跟与和同]/g;

/** In remarks a name counts only beside a word that says "together with". */
const TOGETHER =
  /随|跟|同|陪|与|和|一起|父|母|妻|夫|子|女|兄|弟|姐|妹|家|\b(with|and|of|mother|father|parent|son|daughter|wife|husband|family|accompan\w*)\b/i;

class Groups {
  private readonly parent = new Map<number, number>();

  find(row: number): number {
    let root = row;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    for (let at = row; at !== root; ) {
      const up = this.parent.get(at) ?? root;
      this.parent.set(at, root);
      at = up;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)].sort((x, y) => x - y);
    if (first !== undefined && second !== undefined && first !== second) this.parent.set(second, first);
  }
}

function bucket(members: readonly Member[], keyOf: (member: Member) => string): Member[][] {
  const buckets = new Map<string, Member[]>();
  for (const member of members) {
    const key = keyOf(member);
    if (key === '') continue;
    const list = buckets.get(key);
    if (list) list.push(member);
    else buckets.set(key, [member]);
  }
  return [...buckets.values()].filter((list) => list.length > 1);
}

const isChild = ({ person }: Member): boolean =>
  person.birthDate !== null && ageOn(person.birthDate, person.arrivalDay) < GROWN_UP;

const familyName = (name: string): string => surnameOf(name) || (name.split(' ').at(-1)?.toLowerCase() ?? '');

/** An address down to the door; a street alone is a thousand families. */
const isDoor = (address: string): boolean => address.length >= 8 && /\d/.test(address);

const joinAll = (groups: Groups, members: readonly Member[]): void => {
  for (const member of members) groups.join(members[0]?.row ?? member.row, member.row);
};

/** Longest name looked for, in characters of {@link nameKey} and in words. */
const LONGEST_KEY = 12;
const MOST_WORDS = 5;

/** Names within a run of Chinese characters: the longest first, each character used once. */
function namesInRun(run: string, byName: ReadonlyMap<string, Member[]>): Member[][] {
  const found: Member[][] = [];
  const letters = [...run.replace(/[·]/g, '')];
  for (let at = 0; at < letters.length; at++) {
    for (let n = Math.min(LONGEST_KEY, letters.length - at); n >= 2; n--) {
      const named = byName.get(letters.slice(at, at + n).join(''));
      if (!named) continue;
      found.push(named);
      at += n - 1;
      break;
    }
  }
  return found;
}

/** All names of the file that stand in the text. */
function namesIn(text: string, byName: ReadonlyMap<string, Member[]>): Member[][] {
  const pieces = text.normalize('NFKC').match(/[\p{Script=Han}·]+|[\p{L}\p{M}'’.-]+/gu) ?? [];
  return pieces.flatMap((piece, i) => {
    if (/\p{Script=Han}/u.test(piece)) return namesInRun(piece, byName);
    for (let n = MOST_WORDS; n > 0; n--) {
      const named = byName.get(nameKey(pieces.slice(i, i + n).join(' ')));
      if (named) return [named];
    }
    return [];
  });
}

/** Of several people with the name: who shares the phone, then the address, then stands nearest. */
function likeliest(self: Member, named: readonly Member[]): Member | undefined {
  if (named.length > TOO_COMMON) return undefined;
  const others = named.filter((other) => other.row !== self.row);
  const rank = (other: Member): number =>
    (other.person.phone !== '' && other.person.phone === self.person.phone ? 0 : 1e9) +
    (other.person.address !== '' && other.person.address === self.person.address ? 0 : 1e7) +
    Math.abs(other.row - self.row);
  return others.sort((a, b) => rank(a) - rank(b))[0];
}

/** The name of a companion that should have been found; null where the text names nobody. */
function missingName(text: string): string | null {
  const pieces = text
    .normalize('NFKC')
    .replace(RELATION, ' ')
    .split(/[^\p{L}·]+/u);
  return pieces.find((piece) => looksLikeChineseName(piece)) ?? null;
}

/** `随邹丽平` and nothing else: a remark that is a companion. */
const ONLY_A_COMPANION = /^\s*(随|跟随|同|陪同|与)\s*[\p{Script=Han}·]{2,4}\s*(同行|一起|同住)?\s*$/u;

function joinNamed(members: readonly Member[], groups: Groups, notFound: Map<number, string>): void {
  const byName = new Map<string, Member[]>();
  for (const member of members) {
    const key = nameKey(member.person.name);
    if (key.length < 2) continue;
    const named = byName.get(key);
    if (named) named.push(member);
    else byName.set(key, [member]);
  }
  for (const member of members) {
    const { companions, remarks } = member.person;
    const remark = TOGETHER.test(remarks.slice(0, 300)) ? remarks.slice(0, 300) : '';
    if (companions === '' && remark === '') continue;
    const named = [...namesIn(companions, byName), ...namesIn(remark, byName)];
    const others = named.flatMap((list) => likeliest(member, list) ?? []);
    for (const other of others) groups.join(member.row, other.row);
    const missing = missingName(companions || (ONLY_A_COMPANION.test(remark) ? remark : ''));
    if (named.length === 0 && missing) notFound.set(member.row, missing);
  }
}

/**
 * Groups a file's people into families: by a companion named in the row; a child with the grown-up whose
 * phone it has; the same door with the same family name or phone. The same address alone makes no family.
 */
export function findFamilies(members: readonly Member[]): FamilyFinding {
  const groups = new Groups();
  const notFound = new Map<number, string>();
  joinNamed(members, groups, notFound);
  for (const list of bucket(members, ({ person }) => person.phone)) {
    if (list.length <= LARGEST_FAMILY && list.some(isChild)) joinAll(groups, list);
  }
  for (const list of bucket(members, ({ person }) => (isDoor(person.address) ? person.address : ''))) {
    if (list.length > LARGEST_HOUSEHOLD) continue;
    for (const same of bucket(list, ({ person }) => familyName(person.name))) joinAll(groups, same);
    for (const same of bucket(list, ({ person }) => person.phone)) joinAll(groups, same);
  }
  const sizes = new Map<number, number>();
  for (const { row } of members) sizes.set(groups.find(row), (sizes.get(groups.find(row)) ?? 0) + 1);
  const keys = new Map<number, string>();
  for (const { row } of members) {
    const root = groups.find(row);
    const size = sizes.get(root) ?? 0;
    // A whole bus that names its leader as companion is no family.
    if (size > 1 && size <= LARGEST_HOUSEHOLD) keys.set(row, `row-${root}`);
  }
  return { keys, notFound };
}
