import type { AdmissionDetails } from '#shared/contract/admission-details.ts';

/** What is written down about a person, by the names of the contract: forms, grids and histories say the same. */
export const fields = {
  name: '姓名',
  sex: '性别',
  birthDate: '出生日期',
  documentType: '证件类型',
  documentNumber: '证件号码',
  phone: '电话',
  address: '住址',
  district: '区县',
  street: '街道',
  classification: '临床分型',
  firstPositiveDate: '首次阳性日期',
  conditions: '既往与现患疾病',
  vaccineDoses: '疫苗剂次',
  mobility: '行动能力',
  needs: '需要',
  companions: '同行人',
  emergencyContact: '紧急联系人',
  emergencyPhone: '紧急联系电话',
  remarks: '备注',
  provisional: '身份待补',
} as const satisfies Record<keyof AdmissionDetails, string>;
