import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BLANK_SIGNS,
  confirmedSigns,
  draftOf,
  faultsOf,
  fieldsFor,
  signsOf,
  withConfirmed,
} from '#renderer/rounds/signs-draft.ts';
import {
  readFlow,
  readPressure,
  readStrayScan,
  readTemperature,
  readWhole,
} from '#renderer/rounds/typing.ts';

describe('digits only', () => {
  it.each([
    ['368', 36.8],
    ['36.8', 36.8],
    ['36。8', 36.8],
    ['３６．８', 36.8],
    ['38', 38],
    ['410', 41],
    ['', null],
    ['abc', null],
    ['36.', null],
  ])('temperature %j is %j', (text, value) => expect(readTemperature(text)).toBe(value));

  it.each([
    ['12080', [120, 80]],
    ['9060', [90, 60]],
    ['180110', [180, 110]],
    ['120/80', [120, 80]],
    ['120 80', [120, 80]],
    ['95100', null],
    ['120', null],
    ['1208', [12, 8]],
  ])('pressure %j', (text, value) => {
    const read = readPressure(text);
    expect(read && [read.systolic, read.diastolic]).toEqual(value);
  });

  it('reads back every temperature that it shows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 250, max: 450 }), (tenths) => {
        expect(readTemperature((tenths / 10).toFixed(1))).toBe(tenths / 10);
        expect(readTemperature(String(tenths))).toBe(tenths / 10);
      }),
    );
  });

  it('reads back every pressure, joined or parted', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 260 }), fc.integer({ min: 30, max: 150 }), (upper, lower) => {
        expect(readPressure(`${upper}/${lower}`)).toEqual({ systolic: upper, diastolic: lower });
        const joined = readPressure(`${upper}${lower}`);
        if (joined) expect(joined).toEqual({ systolic: upper, diastolic: lower });
      }),
    );
  });

  it('whole numbers and flows', () => {
    expect([readWhole('98%'), readWhole(' 76 '), readWhole('7.5'), readWhole('')]).toEqual([
      98,
      76,
      null,
      null,
    ]);
    expect([readFlow('2'), readFlow('0.5'), readFlow('x')]).toEqual([2, 0.5, null]);
  });
});

describe('a scan that came into a field', () => {
  it.each([
    ['W57', { rest: '', scan: 'W57' }],
    ['36.8W57', { rest: '36.8', scan: 'W57' }],
    ['A-01-12', { rest: '', scan: 'A-01-12' }],
    ['76a-01-12', { rest: '76', scan: 'a-01-12' }],
    ['57', null],
    ['120/80', null],
    ['120-80', null],
    ['', null],
  ])('%j', (text, read) => expect(readStrayScan(text)).toEqual(read));
});

describe('a form of signs', () => {
  it('what was not asked is null, what was asked and is not there is empty', () => {
    expect(signsOf(BLANK_SIGNS)).toMatchObject({ symptoms: null, trend: null, oxygen: null });
    expect(signsOf({ ...BLANK_SIGNS, asked: true })).toMatchObject({ symptoms: [] });
  });

  it('an unusual value is asked about until it is confirmed, and again when it changes', () => {
    const draft = { ...BLANK_SIGNS, pulse: '160' };
    const fault = faultsOf(draft, 40).pulse;
    expect(fault).toMatchObject({ kind: 'unusual', value: 160 });
    if (!fault) throw new Error('no question');
    const sure = { ...draft, confirmed: withConfirmed(draft, fault) };
    expect(faultsOf(sure, 40)).toEqual({});
    expect(confirmedSigns(sure)).toEqual(['pulse']);
    expect(faultsOf({ ...sure, pulse: '170' }, 40).pulse).toMatchObject({ kind: 'unusual', value: 170 });
    expect(confirmedSigns({ ...sure, pulse: '170' })).toEqual([]);
  });

  it('what is no number, or not possible, stands in the way', () => {
    const draft = { ...BLANK_SIGNS, temperature: 'x', spo2: '101', pressure: '80/120' };
    expect(faultsOf(draft, 40)).toMatchObject({
      temperature: { kind: 'unreadable' },
      spo2: { kind: 'impossible', to: 100 },
      pressure: { kind: 'impossible', sign: 'diastolic' },
    });
  });

  it('comes back from an observation as it went in', () => {
    const draft = {
      ...BLANK_SIGNS,
      temperature: '368',
      pressure: '12080',
      oxygen: 'oxygen',
      oxygenFlow: '2',
      asked: true,
    };
    expect(signsOf(draftOf(signsOf(draft)))).toEqual(signsOf(draft));
  });

  it('asks for the flow on oxygen only, and for crying of children only', () => {
    expect(fieldsFor(BLANK_SIGNS, false)).not.toContain('oxygenFlow');
    expect(fieldsFor({ ...BLANK_SIGNS, oxygen: 'oxygen' }, false)).toContain('oxygenFlow');
    expect(fieldsFor(BLANK_SIGNS, true)).toContain('calm');
  });
});
