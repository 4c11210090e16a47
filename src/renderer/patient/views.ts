import { type ComponentType, lazy } from 'react';
import type { StayRow } from '#shared/contract/stays.ts';
import type { zhCN } from '../i18n/zh-CN/index.ts';

interface View {
  name: keyof typeof zhCN.patient.views;
  /** Loaded when it is first looked at. */
  screen: ComponentType<{ stay: StayRow }>;
}

/** What a patient's page shows besides the record, in order; Ctrl+1 is the record, these are Ctrl+2 and on. */
export const VIEWS: readonly View[] = [
  { name: 'tests', screen: lazy(() => import('../tests/patient-tests.tsx')) },
  { name: 'rounds', screen: lazy(() => import('../rounds/patient-rounds.tsx')) },
  { name: 'care', screen: lazy(() => import('../care/patient-care.tsx')) },
  { name: 'papers', screen: lazy(() => import('../papers/patient-papers.tsx')) },
];
