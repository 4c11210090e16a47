import { describe, expect, it } from 'vitest';
import { shippedProtocols } from '#main/protocols/shipped-protocols.ts';
import {
  FIELD_NAMES,
  type FieldName,
  fieldOf,
  isWithin,
  readField,
  writeField,
} from '#renderer/protocols/protocol-fields.ts';
import { type Protocol, protocol } from '#shared/contract/protocol.ts';

const [ninth, , guangzhou, tenth] = shippedProtocols();
if (!ninth || !guangzhou || !tenth) throw new Error('not shipped');
const changed = (base: Protocol, name: FieldName, text: string): Protocol => {
  const body = structuredClone(base);
  expect(writeField(body, name, text), name).toBe(true);
  return body;
};

describe('the fields of the form in which a protocol is edited', () => {
  it('write back what they read, for every shipped protocol, and lie within their bounds', () => {
    for (const shipped of shippedProtocols())
      for (const name of FIELD_NAMES) {
        const text = readField(shipped, name);
        if (text === null) continue;
        expect(text, name).not.toMatch(/undefined|object/);
        expect(isWithin(name, text), name).toBe(true);
        expect(protocol.parse(changed(shipped, name, text)), name).toEqual(shipped);
      }
  });

  it('stand for every parameter of a protocol but its name, its source and its day', () => {
    const leaves = (value: unknown, path: string): string[] =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value).flatMap(([key, one]) => leaves(one, path === '' ? key : `${path}.${key}`))
        : [path];
    const parameters = leaves(ninth, '').filter(
      (path) => !/^(key|version|name|source|publishedOn)(\.|$)/.test(path),
    );
    expect(FIELD_NAMES.map((name) => fieldOf(name).path.join('.')).sort()).toEqual(parameters.sort());
  });

  it('refuse what is no number, what lies outside, and a list of another length', () => {
    expect(isWithin('intervalHours', '169')).toBe(false);
    expect(isWithin('intervalHours', '')).toBe(false);
    expect(isWithin('intervalHours', 'a day')).toBe(false);
    expect(isWithin('onDays', '6, x')).toBe(false);
    expect(writeField(structuredClone(ninth), 'childRates', '60, 50')).toBe(false);
    expect(writeField(structuredClone(tenth), 'ctThreshold', '36')).toBe(false);
  });

  it('take full-width figures and Chinese commas, and an empty field for "not asked for"', () => {
    expect(changed(ninth, 'ctThreshold', '３６').release.tests?.ctThreshold).toBe(36);
    expect(changed(guangzhou, 'onDays', '5，6').release.tests?.onDays).toEqual([5, 6]);
    expect(changed(guangzhou, 'onDays', '').release.tests?.onDays).toEqual([]);
    expect(changed(ninth, 'warnAdultPulse', '').earlyWarning.adult.pulse).toBeNull();
  });
});
