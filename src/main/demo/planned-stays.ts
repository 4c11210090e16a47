import type { ConvoyId, StayId } from '#shared/contract/values.ts';
import type { WayOfLeaving } from '#shared/contract/vocabulary.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { MadeUpPerson } from './made-up-people.ts';

export interface PlannedLeaving {
  at: Instant;
  way: WayOfLeaving;
  destination: string;
}

/** One made-up stay before it is lived through. */
export interface PlannedStay {
  person: MadeUpPerson;
  arrivesAt: Instant;
  /** Null: still here at the end of the story. */
  leaves: PlannedLeaving | null;
  /** Given by the ward on admission. */
  stayId: StayId | null;
}

export interface PlannedConvoy {
  plate: string;
  origin: string;
  announcedAt: Instant;
  expectedAt: Instant;
  arrivesAt: Instant;
  /** It was so busy that everything stood on paper first, and was typed in so many minutes later. */
  typedInLater: number;
  /** Beds are given to its people; those of the last one still wait. */
  getsBeds: boolean;
  stays: PlannedStay[];
  /** Given by the ward when it is announced. */
  convoyId: ConvoyId | null;
}

/** Minutes between two people at the door, so that each has a time of their own. */
export const MINUTES_EACH = 0.6;

export const minutesAtTheDoor = (people: number): number => Math.ceil(people * MINUTES_EACH);
