import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskIdentity } from '#shared/rules/mask-identity.ts';
import { DEFAULT_RIGHTS, RIGHTS, ROLES, rightsOf } from '#shared/rules/rights.ts';
import { lockOutSeconds, secretFault } from '#shared/rules/secret.ts';

describe('a secret', () => {
  it('is a PIN of 6 to 12 digits or a password of 8 to 128 signs, and no run', () => {
    expect(['12345', '1234567890123', 'short', 'x'.repeat(129)].map(secretFault)).toEqual([
      ...['too-short', 'too-long', 'too-short', 'too-long'],
    ]);
    expect(['000000', '123456', '987654', 'aaaaaaaa', 'abcdefgh'].map(secretFault)).toEqual(
      Array.from({ length: 5 }, () => 'too-plain'),
    );
    expect(['835170', 'correct horse', '密码密码一二三四'].map(secretFault)).toEqual([null, null, null]);
  });
});

describe('the delay after failures', () => {
  it('never shrinks with another failure, and never lasts longer than a quarter of an hour', () => {
    fc.assert(
      fc.property(fc.nat(5000), (failures) => {
        expect(lockOutSeconds(failures + 1)).toBeGreaterThanOrEqual(lockOutSeconds(failures));
        expect(lockOutSeconds(failures)).toBeLessThanOrEqual(900);
      }),
    );
    expect([4, 5, 6, 7].map(lockOutSeconds)).toEqual([0, 15, 30, 60]);
  });
});

describe('rights', () => {
  it('are what the roles have by default, as the hospital has changed them', () => {
    fc.assert(
      fc.property(
        fc.subarray([...ROLES]),
        fc.constantFrom(...ROLES),
        fc.constantFrom(...RIGHTS),
        (roles, role, right) => {
          const given = rightsOf(roles, [{ role, right, granted: true }]);
          const taken = rightsOf(roles, [{ role, right, granted: false }]);
          expect(given.has(right)).toBe(roles.includes(role) || rightsOf(roles, []).has(right));
          const others = roles.filter((one) => one !== role);
          expect(taken.has(right)).toBe(others.some((one) => DEFAULT_RIGHTS[one].includes(right)));
        },
      ),
    );
  });
});

describe('masking', () => {
  it('hides all but the last four signs wherever the field lies, and changes nothing else', () => {
    const phone = fc.stringMatching(/^\d{11}$/);
    fc.assert(
      fc.property(phone, fc.string(), fc.nat(), (number, name, age) => {
        const given = { list: [{ name, age, deep: { phone: number, documentNumber: null } }] };
        const masked = maskIdentity(given) as typeof given;
        expect(masked).toEqual({
          list: [{ name, age, deep: { phone: `*******${number.slice(-4)}`, documentNumber: null } }],
        });
      }),
    );
    expect(maskIdentity({ phone: '110' })).toEqual({ phone: '***' });
    expect(maskIdentity({ field: 'phone', before: '13900001234', after: null })).toEqual({
      ...{ field: 'phone', before: '*******1234', after: null },
    });
  });
});
