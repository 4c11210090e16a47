import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  CheckSquareOutlined,
  DashboardOutlined,
  ExperimentOutlined,
  FileTextOutlined,
  HeartOutlined,
  HistoryOutlined,
  LogoutOutlined,
  ScheduleOutlined,
  SettingOutlined,
  SwapOutlined,
  TableOutlined,
  TeamOutlined,
  UserAddOutlined,
} from '@ant-design/icons';
import { type ComponentType, lazy } from 'react';
import type { zhCN } from './i18n/zh-CN/index.ts';

interface Page {
  name: keyof typeof zhCN.frame.pages;
  keys: string;
  icon: ComponentType;
  /** A page is loaded when it is first opened, so that the window is usable quickly. */
  screen: ComponentType;
}

/** The rail, from top to bottom. A new page is a folder with a `….screen.tsx`, and one line here. */
export const PAGES = [
  {
    name: 'admit',
    keys: 'F2',
    icon: UserAddOutlined,
    screen: lazy(() => import('./admit/admit.screen.tsx')),
  },
  {
    name: 'roster',
    keys: 'F3',
    icon: FileTextOutlined,
    screen: lazy(() => import('./roster/roster.screen.tsx')),
  },
  { name: 'beds', keys: 'F4', icon: TableOutlined, screen: lazy(() => import('./beds/beds.screen.tsx')) },
  {
    name: 'tests',
    keys: 'F5',
    icon: ExperimentOutlined,
    screen: lazy(() => import('./tests/tests.screen.tsx')),
  },
  {
    name: 'patients',
    keys: 'F6',
    icon: TeamOutlined,
    screen: lazy(() => import('./patients/patients.screen.tsx')),
  },
  {
    name: 'rounds',
    keys: 'F7',
    icon: HeartOutlined,
    screen: lazy(() => import('./rounds/rounds.screen.tsx')),
  },
  {
    name: 'discharge',
    keys: 'F8',
    icon: LogoutOutlined,
    screen: lazy(() => import('./discharge/discharge.screen.tsx')),
  },
  {
    name: 'reports',
    keys: 'F9',
    icon: BarChartOutlined,
    screen: lazy(() => import('./reports/reports.screen.tsx')),
  },
  { name: 'acts', keys: 'F10', icon: HistoryOutlined, screen: lazy(() => import('./acts/acts.screen.tsx')) },
  {
    name: 'today',
    keys: 'F11',
    icon: CheckSquareOutlined,
    screen: lazy(() => import('./today/today.screen.tsx')),
  },
  {
    name: 'alerts',
    keys: 'F12',
    icon: BellOutlined,
    screen: lazy(() => import('./alerts/alerts.screen.tsx')),
  },
  {
    name: 'overview',
    keys: 'Shift+F2',
    icon: DashboardOutlined,
    screen: lazy(() => import('./overview/overview.screen.tsx')),
  },
  {
    name: 'shifts',
    keys: 'Shift+F3',
    icon: ScheduleOutlined,
    screen: lazy(() => import('./shifts/shifts.screen.tsx')),
  },
  {
    name: 'rollCall',
    keys: 'Shift+F4',
    icon: AuditOutlined,
    screen: lazy(() => import('./roll-calls/roll-calls.screen.tsx')),
  },
  {
    name: 'zones',
    keys: 'Shift+F5',
    icon: ApartmentOutlined,
    screen: lazy(() => import('./zones/zones.screen.tsx')),
  },
  {
    name: 'handovers',
    keys: 'Shift+F6',
    icon: SwapOutlined,
    screen: lazy(() => import('./handovers/handovers.screen.tsx')),
  },
  {
    name: 'settings',
    keys: 'Ctrl+,',
    icon: SettingOutlined,
    screen: lazy(() => import('./settings/settings.screen.tsx')),
  },
] as const satisfies readonly Page[];

export type PageName = (typeof PAGES)[number]['name'];
