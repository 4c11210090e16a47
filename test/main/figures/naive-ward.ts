import type { ActId, BedId, StayId } from '#shared/contract/values.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { Done } from '../../fixtures/random-days.ts';

/** Somebody in the naive ward: beds one after another, and when they left. Never changed, only replaced. */
export interface NaiveStay {
  arrived: Instant;
  left: Instant | null;
  beds: readonly { bed: BedId; from: Instant; to: Instant | null }[];
  /** The bed that the last discharge or move left behind, until it is signed off. */
  leftBehind: { bed: BedId; by: ActId; signedOff: boolean } | null;
}

type Book = ReadonlyMap<StayId, NaiveStay>;

/**
 * Keeps the ward by acts alone, as somebody would on paper: one book of who lies where, copied out anew for every
 * act. It knows neither facts nor tables, and does not ask whether an act is allowed: the ward has said so.
 */
export class NaiveWard {
  /** The book after each act, the latest last. */
  readonly books: { recordedAt: Instant; book: Book }[] = [];
  readonly #before = new Map<ActId, { done: Done; stays: Map<StayId, NaiveStay | undefined> }>();

  get book(): Book {
    return this.books.at(-1)?.book ?? new Map();
  }

  /** The book as it stood when the last act by this moment had been written down. */
  bookAt(knownAt: Instant): Book {
    return this.books.findLast(({ recordedAt }) => recordedAt <= knownAt)?.book ?? new Map();
  }

  write(done: Done): void {
    const book = new Map(this.book);
    const touched = new Map<StayId, NaiveStay | undefined>();
    const put = (id: StayId, stay: NaiveStay | undefined) => {
      if (!touched.has(id)) touched.set(id, book.get(id));
      if (stay) book.set(id, stay);
      else book.delete(id);
    };
    const at = done.happenedAt;
    const input = done.input as Asked;
    const stayOf = (id: StayId) => book.get(id) as NaiveStay;
    switch (done.name) {
      case 'stays.admit':
        put(done.stayId as StayId, {
          arrived: at,
          left: null,
          beds: input.bedId ? [{ bed: input.bedId, from: at, to: null }] : [],
          leftBehind: null,
        });
        break;
      case 'stays.assign':
        put(input.stayId, into(stayOf(input.stayId), input.bedId as BedId, at));
        break;
      case 'stays.move':
        put(input.stayId, into(out(stayOf(input.stayId), at, done.actId), input.bedId as BedId, at));
        break;
      case 'stays.swap': {
        const [one, two] = [stayOf(input.first.stayId), stayOf(input.second.stayId)];
        put(input.first.stayId, into(out(one, at, null), openBed(two) as BedId, at));
        put(input.second.stayId, into(out(two, at, null), openBed(one) as BedId, at));
        break;
      }
      case 'discharges.commit':
        for (const { stayId } of input.stays)
          put(stayId, { ...out(stayOf(stayId), at, done.actId), left: at });
        break;
      case 'beds.signOffDisinfection':
        for (const [id, stay] of [...book])
          if (stay.leftBehind && !stay.leftBehind.signedOff && input.bedIds.includes(stay.leftBehind.bed))
            put(id, { ...stay, leftBehind: { ...stay.leftBehind, signedOff: true } });
        break;
      case 'acts.undo':
        this.#undo(done, input, book, put);
    }
    this.#before.set(done.actId, { done, stays: touched });
    this.books.push({ recordedAt: done.recordedAt, book });
  }

  /**
   * All is as it was before the act. Only who left a bed that has been cleaned since, or is given another one,
   * comes back now and not as if never gone; and who cannot have the old bed goes to the one that was chosen.
   */
  #undo(done: Done, input: Asked, book: Book, put: (id: StayId, stay: NaiveStay | undefined) => void): void {
    const target = this.#before.get(input.actId);
    if (!target) return;
    const chosen = (id: StayId) => input.beds.find(({ stayId }) => stayId === id)?.bedId;
    const comingBack: (() => void)[] = [];
    for (const [id, before] of target.stays) {
      const now = book.get(id);
      if (!now || !before) {
        put(id, before);
        continue;
      }
      const behind = now.leftBehind?.by === input.actId ? now.leftBehind : null;
      const goal = chosen(id) ?? behind?.bed;
      if (behind && goal && (behind.signedOff || chosen(id))) {
        const stays =
          target.done.name === 'stays.move' ? out(now, done.happenedAt, done.actId) : { ...now, left: null };
        put(id, into(stays, goal, done.happenedAt));
      } else if (target.done.name === 'beds.signOffDisinfection') {
        if (now.leftBehind) put(id, { ...now, leftBehind: { ...now.leftBehind, signedOff: false } });
      } else {
        put(id, before);
        comingBack.push(() => {
          const bed = chosen(id);
          const open = openBed(before);
          const taken = [...book].some(([other, stay]) => other !== id && open && openBed(stay) === open);
          if (bed && taken)
            put(id, into({ ...before, beds: before.beds.slice(0, -1) }, bed, done.happenedAt));
        });
      }
    }
    for (const comeBack of comingBack) comeBack();
  }
}

interface Asked {
  stayId: StayId;
  bedId: BedId | null;
  bedIds: BedId[];
  first: { stayId: StayId };
  second: { stayId: StayId };
  stays: { stayId: StayId }[];
  actId: ActId;
  beds: { stayId: StayId; bedId: BedId }[];
}

const openBed = (stay: NaiveStay): BedId | undefined => stay.beds.find(({ to }) => to === null)?.bed;

const into = (stay: NaiveStay, bed: BedId, from: Instant): NaiveStay => ({
  ...stay,
  beds: [...stay.beds, { bed, from, to: null }],
});

function out(stay: NaiveStay, at: Instant, by: ActId | null): NaiveStay {
  const bed = openBed(stay);
  return {
    ...stay,
    beds: stay.beds.map((one) => (one.to === null ? { ...one, to: at } : one)),
    leftBehind: bed && by ? { bed, by, signedOff: false } : null,
  };
}
