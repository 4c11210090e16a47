import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale';
import {
  CellApiModule,
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CsvExportModule,
  EventApiModule,
  GridStateModule,
  LocaleModule,
  ModuleRegistry,
  NumberFilterModule,
  QuickFilterModule,
  RenderApiModule,
  RowApiModule,
  RowAutoHeightModule,
  RowSelectionModule,
  RowStyleModule,
  ScrollApiModule,
  SelectEditorModule,
  TextEditorModule,
  TextFilterModule,
  type Theme,
  TooltipModule,
  themeQuartz,
} from 'ag-grid-community';
import type { Language } from '#shared/messages/fill.ts';
import { type Appearance, FONT, PALETTES, SIZES } from './tokens.ts';

/** Only what our grids use; the whole of AG Grid is twice the size. */
export function registerGridModules(): void {
  ModuleRegistry.registerModules([
    CellApiModule,
    CellStyleModule,
    ClientSideRowModelApiModule,
    ClientSideRowModelModule,
    ColumnApiModule,
    ColumnAutoSizeModule,
    CsvExportModule,
    EventApiModule,
    GridStateModule,
    LocaleModule,
    NumberFilterModule,
    QuickFilterModule,
    RenderApiModule,
    RowApiModule,
    RowAutoHeightModule,
    RowSelectionModule,
    RowStyleModule,
    ScrollApiModule,
    SelectEditorModule,
    TextEditorModule,
    TextFilterModule,
    TooltipModule,
  ]);
}

function gridTheme(mode: Appearance): Theme {
  const colours = PALETTES[mode];
  return themeQuartz.withParams({
    accentColor: colours.accent,
    backgroundColor: colours.ground,
    foregroundColor: colours.text,
    textColor: colours.text,
    headerTextColor: colours.text,
    subtleTextColor: colours.quiet,
    iconColor: colours.quiet,
    borderColor: colours.line,
    chromeBackgroundColor: colours.surface,
    headerBackgroundColor: colours.surface,
    menuBackgroundColor: colours.raised,
    rowHoverColor: colours.surface,
    selectedRowBackgroundColor: colours.accentSoft,
    rangeSelectionBorderColor: colours.focus,
    invalidColor: colours.danger,
    browserColorScheme: mode,
    fontFamily: FONT,
    fontSize: SIZES.text,
    dataFontSize: SIZES.text,
    headerFontSize: 14,
    headerFontWeight: 600,
    rowHeight: SIZES.row,
    headerHeight: 38,
    cellHorizontalPadding: 10,
    spacing: 7,
    borderRadius: SIZES.radius,
    wrapperBorder: false,
    wrapperBorderRadius: 0,
  });
}

const themes = new Map<Appearance, Theme>();

export function gridThemeOf(mode: Appearance): Theme {
  const theme = themes.get(mode) ?? gridTheme(mode);
  themes.set(mode, theme);
  return theme;
}

export const GRID_WORDS = { 'zh-CN': AG_GRID_LOCALE_CN, en: AG_GRID_LOCALE_EN } as const satisfies Record<
  Language,
  Record<string, string>
>;
