import { describe, expect, it } from 'vitest';
import { groupedBy } from '#main/demo/grouped.ts';
import { madeUpPeople } from '#main/demo/made-up-people.ts';
import { randomFrom } from '#main/demo/random.ts';
import { admissionDetails } from '#shared/contract/admission-details.ts';
import { splitAddress } from '#shared/rules/address.ts';
import { ageOn } from '#shared/rules/age.ts';
import { readDocument } from '#shared/rules/identity-document.ts';
import type { LocalDate } from '#shared/rules/instant.ts';

const TODAY = '2022-04-10' as LocalDate;
const people = madeUpPeople(randomFrom(2022), 26_462, TODAY);
const everybody = people.map(({ details, turnsOutToBe }) => turnsOutToBe ?? details);

describe('made-up people', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(madeUpPeople(randomFrom(7), 300, TODAY)).toEqual(madeUpPeople(randomFrom(7), 300, TODAY));
    expect(madeUpPeople(randomFrom(7), 300, TODAY)).not.toEqual(madeUpPeople(randomFrom(8), 300, TODAY));
  });

  it('are as many as were asked for, and each could be admitted as they are', () => {
    expect(people).toHaveLength(26_462);
    expect(people.filter(({ details }) => !admissionDetails.safeParse(details).success)).toEqual([]);
  });

  it('bear numbers that are right in every way, in a county that does not exist, each their own', () => {
    const wrong = everybody.filter(({ documentType, documentNumber, birthDate, sex }) => {
      const reading = readDocument(documentType, documentNumber ?? '', TODAY);
      if (!reading.ok || reading.type !== documentType || reading.number !== documentNumber) return true;
      if (documentType !== 'resident-id' && documentType !== 'household-register') return false;
      const nowhere = /^\d{4}99\d{11}[\dX]$/.test(documentNumber ?? '');
      return !nowhere || reading.birthDate !== birthDate || reading.sex !== sex;
    });
    expect(wrong).toEqual([]);
    const numbers = everybody.map(({ documentType, documentNumber }) => `${documentType} ${documentNumber}`);
    expect(new Set(numbers).size).toBe(people.length);
  });

  it('can be called by nobody: no network has numbers from 154', () => {
    const phones = everybody.flatMap(({ phone, emergencyPhone }) => [phone, emergencyPhone]);
    expect(phones.filter((phone) => !/^(154\d{8})?$/.test(phone))).toEqual([]);
  });

  it('live in districts and streets that the address tells', () => {
    const wrong = everybody.filter(({ address, district, street }) => {
      const place = splitAddress(address);
      return place.district !== district || place.street !== street;
    });
    expect(wrong).toEqual([]);
  });

  it('bring their children with them, under one roof', () => {
    const households = groupedBy(people, ({ household }) => household);
    const children = people.filter(({ details }) => ageAt(details.birthDate) < 15);
    expect(children.length).toBeGreaterThan(people.length * 0.03);
    const alone = children.filter(({ details, household }) => {
      const [first] = households.get(household) ?? [];
      return ageAt(first?.details.birthDate ?? null) < 18 || first?.details.address !== details.address;
    });
    expect(alone).toEqual([]);
  });

  it('are some of each kind that a nurse has to think of', () => {
    const share = (which: (details: (typeof everybody)[number]) => boolean) =>
      everybody.filter(which).length / everybody.length;
    expect(share(({ needs }) => needs.includes('dialysis'))).toBeGreaterThan(0.001);
    expect(share(({ needs }) => needs.some((need) => need.endsWith('pregnancy')))).toBeGreaterThan(0.002);
    expect(share(({ mobility }) => mobility === 'wheelchair')).toBeGreaterThan(0.005);
    expect(share(({ documentType }) => documentType === 'passport')).toBeGreaterThan(0.005);
    expect(share(({ birthDate }) => ageAt(birthDate) >= 70)).toBeGreaterThan(0.04);
    expect(people.filter(({ details }) => details.provisional).length).toBeGreaterThan(50);
  });
});

const ageAt = (birthDate: LocalDate | null): number => (birthDate === null ? 99 : ageOn(birthDate, TODAY));
