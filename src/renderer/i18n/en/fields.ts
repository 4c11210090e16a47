import type { Translated } from '../translated.ts';
import type { fields as zh } from '../zh-CN/fields.ts';

export const fields = {
  name: 'Name',
  sex: 'Sex',
  birthDate: 'Date of birth',
  documentType: 'Document',
  documentNumber: 'Document number',
  phone: 'Phone',
  address: 'Address',
  district: 'District',
  street: 'Street',
  classification: 'Classification',
  firstPositiveDate: 'First positive',
  conditions: 'Conditions',
  vaccineDoses: 'Vaccine doses',
  mobility: 'Mobility',
  needs: 'Needs',
  companions: 'Companions',
  emergencyContact: 'Emergency contact',
  emergencyPhone: 'Emergency phone',
  remarks: 'Remarks',
  provisional: 'Identity to be completed',
} as const satisfies Translated<typeof zh>;
