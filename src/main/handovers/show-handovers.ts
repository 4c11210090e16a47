import type { HandoverHead, HandoverState } from '#shared/contract/handovers.ts';
import type { Instant } from '#shared/rules/instant.ts';
import type { QueryHandler } from '../ipc/context.ts';
import { refuseUnless } from '../ipc/refusal.ts';
import { readShiftsAround } from '../shifts/pattern-repository.ts';
import { headOf, readHistory, readLatest, readSignedBody, requireHandover } from './handover-repository.ts';
import { countOpenNotes, readDoneNotes, readOpenNotes } from './note-repository.ts';
import { hashOfBody, readBody, readPeople } from './read-bodies.ts';
import { restatedLists } from './restated-rules.ts';
import { beginsAt, proposedWindow, requireWindow } from './window-rules.ts';
import { readZones, requireZones } from './zone-repository.ts';

/** Every zone by its code, with how far its shift has been handed over. */
export const listHandovers: QueryHandler<'handovers.list'> = async (db, _input, { now, zone: clocks }) => {
  const around = await readShiftsAround(db, now, clocks);
  const proposed = proposedWindow(around, now);
  const latest = await readLatest(db);
  const notes = await countOpenNotes(db);
  const zones = await readZones(db);
  return {
    at: now,
    shift: { from: around.shift.from, to: around.shift.to },
    before: { from: around.before.from, to: around.before.to },
    proposed,
    zones: zones.map(({ id, code, name }) => {
      const head = latest.get(id) ?? null;
      const open = notes.get(id);
      const signed = head !== null && head.to > proposed.from ? head : null;
      const hasNotes = open !== undefined && open.latestAt >= proposed.from;
      const state = stateOf(signed, hasNotes);
      return { zoneId: id, code, name, state, notes: open?.notes ?? 0, latest: head };
    }),
  };
};

/** How far a zone has come: by what was signed of its shift, else by whether anybody wrote to the next one. */
function stateOf(signed: HandoverHead | null, hasNotes: boolean): HandoverState {
  if (signed) return signed.taker === null ? 'given' : 'taken';
  return hasNotes ? 'notes' : 'not-begun';
}

/** What zones hand over, not signed yet. */
export const showHandovers: QueryHandler<'handovers.show'> = async (db, input, context) => {
  const { now, zone: clocks, progress } = context;
  const zones = await requireZones(db, input.zoneIds);
  const proposed = proposedWindow(await readShiftsAround(db, now, clocks), now);
  const latest = await readLatest(db);
  const to = input.to ?? (input.from === undefined ? proposed.to : now);
  const shown = [];
  for (const [i, zone] of zones.entries()) {
    progress({ step: 'judging-list', done: i, total: zones.length });
    const from = input.from ?? beginsAt(proposed, latest.get(zone.id)?.to ?? null);
    requireWindow({ from, to }, now, clocks);
    const body = await readBody(db, zone, { from, to }, clocks);
    shown.push({ hash: hashOfBody(body), body });
  }
  const begins: Instant[] = shown.map(({ body }) => body.from).sort();
  return { from: begins[0] ?? proposed.from, to, zones: shown };
};

export const showSignedHandover: QueryHandler<'handovers.signed'> = async (db, input, { zone: clocks }) => {
  const row = await requireHandover(db, input.handoverId);
  const body = await readSignedBody(db, row.id);
  const now = await readPeople(db, body.zone, { from: body.from, to: body.to }, clocks);
  return { head: headOf(row), body, restated: restatedLists(body, now) };
};

export const listHandoverHistory: QueryHandler<'handovers.history'> = async (db, input) => ({
  handovers: await readHistory(db, input),
});

/** As many as a page shows without scrolling far. */
const DONE_SHOWN = 12;

export const listNotes: QueryHandler<'handovers.notes'> = async (db, { zoneId }) => {
  const [zone] = await requireZones(db, [zoneId]);
  refuseUnless(zone !== undefined, 'no-such-place');
  return { open: await readOpenNotes(db, zoneId), done: await readDoneNotes(db, zoneId, DONE_SHOWN) };
};
