import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bodyOf,
  checkSignature,
  codeOf,
  fieldsOf,
  keyIdOf,
  readCode,
  signBody,
} from '#main/papers/certificate-payload.ts';
import type { CertificateFields } from '#shared/contract/papers.ts';
import type { LocalDate } from '#shared/rules/instant.ts';

const make = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { publicKey, privateKey: createPrivateKey(privateKey), id: keyIdOf(createPublicKey(publicKey)) };
};
const ours = make();
const theirs = make();

const fields: CertificateFields = {
  keyId: ours.id,
  hospital: '长春市体育场方舱医院',
  number: 'FC2022-000123',
  name: '岩温·玉香罕',
  sex: 'male',
  age: 34,
  documentType: 'resident-id',
  documentNumber: '11010519491231002X',
  from: '2022-04-04' as LocalDate,
  to: '2022-04-08' as LocalDate,
  protocol: 'ninth-edition@1',
  issuedOn: '2022-04-07' as LocalDate,
};
const signed = (given: CertificateFields) => {
  const body = bodyOf(given);
  return codeOf(body, signBody(body, ours.privateKey));
};
const verdictOf = (code: string, keys = [ours.publicKey]) => checkSignature(code, keys).verdict;

describe('the code on a certificate', () => {
  it('is genuine by the key that signed it, and gives its fields back', () => {
    const { verdict, parts } = checkSignature(signed(fields), [theirs.publicKey, ours.publicKey]);
    expect(verdict).toBe('genuine');
    expect(parts?.fields).toEqual(fields);
  });

  it('fits a code that a phone reads from a creased paper: under 500 characters', () => {
    expect(signed(fields).length).toBeLessThan(500);
  });

  it('takes a blank before and after as a scanner may send it', () => {
    expect(verdictOf(` ${signed(fields)}\n`)).toBe('genuine');
  });

  it('is of an unknown key where that hospital’s key is not at hand', () => {
    expect(verdictOf(signed(fields), [theirs.publicKey])).toBe('unknown-key');
    expect(verdictOf(signed(fields), [])).toBe('unknown-key');
  });

  it('is forged where another key signed in our name', () => {
    const body = bodyOf(fields);
    expect(verdictOf(codeOf(body, signBody(body, theirs.privateKey)))).toBe('forged');
  });

  it.each([
    ['hospital', { hospital: '别的医院' }],
    ['number', { number: 'FC2022-000124' }],
    ['name', { name: '王某' }],
    ['sex', { sex: 'female' }],
    ['age', { age: 35 }],
    ['document type', { documentType: 'passport' }],
    ['document number', { documentNumber: '440524188001010014' }],
    ['begin', { from: '2022-04-03' }],
    ['end', { to: '2022-04-07' }],
    ['protocol', { protocol: 'tenth-edition@1' }],
    ['day of issue', { issuedOn: '2022-04-06' }],
  ])('is forged when the %s was changed', (_what, change) => {
    const { signature } = readCode(signed(fields)) ?? { signature: '' };
    expect(verdictOf(codeOf(bodyOf({ ...fields, ...change } as CertificateFields), signature))).toBe(
      'forged',
    );
  });

  it('is never genuine when any one character of it was changed', () => {
    const code = signed(fields);
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.integer({ min: 32, max: 126 }), (at, ascii) => {
        const other = String.fromCharCode(ascii);
        fc.pre(other !== code[at]);
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        fc.pre(changed.trim() !== code);
        expect(verdictOf(changed)).not.toBe('genuine');
      }),
      { numRuns: 2000 },
    );
  });

  it('is never genuine when cut, and never breaks the program', () => {
    const code = signed(fields);
    fc.assert(
      fc.property(fc.nat(code.length - 1), (at) => {
        expect(verdictOf(code.slice(0, at))).not.toBe('genuine');
        expect(verdictOf(code.slice(at + 1))).not.toBe('genuine');
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(verdictOf(text)).toBe('unreadable');
      }),
    );
    fc.assert(
      fc.property(fc.json(), (json) => {
        const body = Buffer.from(json).toString('base64url');
        expect(['unreadable', 'unknown-key']).toContain(verdictOf(`FCD1.${body}.AAAA`));
      }),
    );
  });

  it('keeps every name and document as they are', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(name, fc.option(name), fc.option(fc.nat(120)), (who, documentNumber, age) => {
        const given = { ...fields, name: who, documentNumber, age };
        fc.pre(fieldsOf(bodyOf(given)) !== null);
        expect(fieldsOf(bodyOf(given))).toEqual(given);
        expect(verdictOf(signed(given))).toBe('genuine');
      }),
    );
  });
});
