import { numbersToLookUp } from '#shared/rules/identity-document.ts';
import { nameKey } from '#shared/rules/person-name.ts';
import { Doubt } from './doubt.ts';
import type { KnownStay, LabKnowledge, Tube, TubeMember } from './lab-types.ts';
import type { LabLine } from './read-lab-file.ts';

/** Whose sample a line is; `person` null for a pool's line that names nobody. */
export interface Whose {
  readonly person: KnownStay | null;
  readonly member: TubeMember | null;
}

/**
 * Whose sample a line is about, beyond doubt. Where the barcode is one of ours it leads, and name and document
 * must not contradict it; else the document finds the person, the name must agree, and the stay is the one in
 * which the sample was taken. A name alone never settles it.
 */
export function whoseIs(line: LabLine, tube: Tube, known: LabKnowledge): Whose {
  const owners = ownersOf(tube);
  if (owners.length > 0) return ownerOf(line, tube, owners, known);
  return { person: byDocument(line, known), member: null };
}

const ownersOf = (tube: Tube): KnownStay[] =>
  tube.members.length > 0 ? [...tube.members] : tube.label ? [tube.label] : [];

const sameName = (line: LabLine, { name }: KnownStay): boolean => nameKey(name) === nameKey(line.name);

function ownerOf(line: LabLine, tube: Tube, owners: readonly KnownStay[], known: LabKnowledge): Whose {
  const other = owners.map(({ name }) => name).join('、');
  const usedTwice = () => new Doubt('barcode-used-twice', { barcode: line.barcode, other });
  const found = (person: KnownStay): Whose => ({
    person,
    member: tube.members.find(({ stayId }) => stayId === person.stayId) ?? null,
  });
  if (line.document !== '') {
    const numbers = numbersToLookUp(line.document);
    const owner = owners.find(({ document }) => document !== null && numbers.includes(document));
    if (owner) {
      if (line.name !== '' && !sameName(line, owner))
        throw new Doubt('name-differs', { known: owner.name, name: line.name });
      return found(owner);
    }
    // Somebody without a document on record is not contradicted by one in the file.
    const unnumbered = owners.find((one) => one.document === null && line.name !== '' && sameName(line, one));
    if (unnumbered && !numbers.some((number) => known.byDocument.has(number))) return found(unnumbered);
    // A pool that came with earlier lines of laboratory files may have more members than those; a labelled tube not.
    if (tube.pooled && tube.label === null && tube.members.every(({ byHand }) => !byHand))
      return { person: byDocument(line, known), member: null };
    throw usedTwice();
  }
  if (line.name !== '') {
    const owner = owners.filter((one) => sameName(line, one));
    if (owner.length !== 1 || !owner[0]) throw usedTwice();
    return found(owner[0]);
  }
  if (tube.pooled) return { person: null, member: null };
  return owners[0] ? found(owners[0]) : { person: null, member: null };
}

function byDocument(line: LabLine, known: LabKnowledge): KnownStay {
  const { name, document } = line;
  if (document === '') {
    const count = String(known.namesakes.get(nameKey(name)) ?? 0);
    throw new Doubt('document-missing', { name: name || '—', count });
  }
  const stays = numbersToLookUp(document).flatMap((number) => known.byDocument.get(number) ?? []);
  const first = stays[0];
  if (!first) throw new Doubt('unknown-person', { document, name });
  if (name === '') throw new Doubt('name-missing', { document, known: first.name });
  const named = stays.filter((stay) => sameName(line, stay));
  if (named.length === 0) throw new Doubt('name-differs', { known: first.name, name });
  return stayAround(line, named, known);
}

/** The stay within which the sample was taken; the nearest one where it was taken in none. */
function stayAround(line: LabLine, stays: readonly KnownStay[], known: LabKnowledge): KnownStay {
  const latestFirst = [...stays].sort((a, b) => (a.from < b.from ? 1 : -1));
  const at = line.sampledAt;
  if (at === null) return latestFirst[0] as KnownStay;
  const within = latestFirst.find(({ from, to }) => from <= at && (to === null || at <= to));
  if (within) return within;
  const earlier = latestFirst.find(({ to }) => to !== null && to < at);
  const later = latestFirst.find(({ from }) => from > at);
  if (earlier && later) throw new Doubt('not-in-house', { known: later.name, sampled: known.show(at) });
  return (earlier ?? later ?? latestFirst[0]) as KnownStay;
}
