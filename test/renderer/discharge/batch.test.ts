import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type BatchRow,
  BLANK_BATCH,
  goersOf,
  leavingOf,
  mayLeave,
  needsDestination,
  readStayIds,
  rowsRefused,
  stayIdsOfAddress,
  withStays,
} from '#renderer/discharge/batch-draft.ts';
import { placesOf } from '#renderer/discharge/destinations.ts';
import { type StayId, stayId } from '#shared/contract/values.ts';

const newId = (): StayId => stayId.parse(randomUUID());

const row = (some: Partial<BatchRow> = {}): BatchRow => ({
  ...{ stayId: newId(), version: 3, name: '张伟', number: 12, bed: 'A-01-02', daysInHouse: 7 },
  ...{ problem: null, familyStaying: [], refusedAtCommit: null, verdict: 'eligible', verdictWords: null },
  ...some,
});

const gone = row({ name: '李娜', problem: { code: 'not-in-house', params: { name: '李娜' } } });

describe('who is on the list', () => {
  it('is read from the address, each once, and nonsense is left out', () => {
    const [one, two] = [newId(), newId()];
    expect(stayIdsOfAddress(`${one},${two},${one},zzz,`)).toEqual([one, two]);
    expect(stayIdsOfAddress(null)).toEqual([]);
    expect(readStayIds(['<script>', one])).toEqual([one]);
  });

  it('has the newest on top and nobody twice', () => {
    const [one, two, three] = [newId(), newId(), newId()];
    expect(withStays([one, two], [three, one])).toEqual([three, one, two]);
  });
});

describe('who leaves', () => {
  it('is everybody who can, or of the ticked ones those who can', () => {
    const [one, two] = [row(), row()];
    expect(goersOf([one, gone, two], new Set())).toEqual([one, two]);
    expect(goersOf([one, gone, two], new Set([gone.stayId, two.stayId]))).toEqual([two]);
  });

  it('may leave although the receiving place is not typed yet: the form says so, not the row', () => {
    expect(mayLeave(row({ problem: { code: 'destination-needed', params: {} } }))).toBe(true);
    expect(mayLeave(gone)).toBe(false);
    expect(needsDestination('to-hospital')).toBe(true);
    expect(needsDestination('to-community')).toBe(true);
    expect(needsDestination('against-advice')).toBe(false);
  });

  it('leaves with what was typed, without blanks around it; an unknown way of an old draft is none', () => {
    expect(leavingOf({ ...BLANK_BATCH, way: 'to-hospital', destination: ' 吉林市医院 ' })).toEqual({
      ...{ way: 'to-hospital', destination: '吉林市医院', companion: '', note: '' },
    });
    const old = { ...BLANK_BATCH, ...JSON.parse('{"way":"by-balloon"}') };
    expect(leavingOf(old).way).toBe('on-order');
  });
});

describe('a refusal of the whole batch', () => {
  it('is shown at the one it names, or at everybody of that name', () => {
    const [one, other, twin] = [row(), row({ name: '王芳' }), row()];
    const rows = [one, other, twin];
    expect(rowsRefused({ code: 'stale', params: { stayId: twin.stayId, name: '张伟' } }, rows)).toEqual([
      twin.stayId,
    ]);
    expect(rowsRefused({ code: 'stale', params: { name: '张伟' } }, rows)).toEqual([one.stayId, twin.stayId]);
    expect(rowsRefused({ code: 'cancelled', params: {} }, rows)).toEqual([]);
  });
});

describe('the places to choose from', () => {
  it('are those of this way first, the most frequent on top', () => {
    const left = [
      { way: 'to-community', destination: '新城社区' },
      { way: 'to-community', destination: '新城社区' },
      { way: 'to-hospital', destination: '市医院' },
      { way: 'to-hospital', destination: '省医院 ' },
      { way: 'to-hospital', destination: '省医院' },
      { way: 'on-order', destination: '' },
    ] as const;
    expect(placesOf(left, 'to-hospital')).toEqual(['省医院', '市医院', '新城社区']);
    expect(placesOf(left, 'to-community')[0]).toBe('新城社区');
  });
});
