import { App, ConfigProvider, type ThemeConfig, theme } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { appearance } from '../desk/appearance.ts';
import { useHeld } from '../desk/kept.ts';
import { type Appearance, customProperties, FONT, PALETTES, SIZES } from './tokens.ts';

function antTheme(mode: Appearance): ThemeConfig {
  const colours = PALETTES[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily: FONT,
      fontSize: SIZES.text,
      borderRadius: SIZES.radius,
      controlHeight: SIZES.control,
      controlHeightSM: SIZES.target,
      controlHeightLG: 44,
      colorPrimary: colours.accent,
      colorInfo: colours.accent,
      colorLink: colours.link,
      colorError: mode === 'dark' ? '#e5484d' : colours.danger,
      colorErrorText: colours.danger,
      colorSuccess: mode === 'dark' ? '#3fae74' : colours.good,
      colorWarning: mode === 'dark' ? '#d99a2b' : '#a15c00',
      colorText: colours.text,
      colorTextSecondary: colours.quiet,
      colorTextTertiary: colours.quiet,
      colorTextDescription: colours.quiet,
      colorTextPlaceholder: colours.quiet,
      colorBorder: colours.edge,
      colorBorderSecondary: colours.line,
      colorBgBase: colours.ground,
      colorBgContainer: colours.ground,
      colorBgElevated: colours.raised,
      colorBgLayout: colours.surface,
      motion: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Slider: {
        handleSize: 16,
        handleSizeHover: 18,
        railSize: 6,
        controlSize: 16,
        railBg: colours.line,
        railHoverBg: colours.line,
        trackBg: colours.accent,
        trackHoverBg: colours.accent,
        handleColor: colours.accent,
        handleActiveColor: colours.focus,
      },
      Table: { headerBg: colours.surface },
      Segmented: { trackBg: colours.surface },
    },
  };
}

/** One set of colours and sizes for Ant Design, style sheets and (ui/grid-theme.ts) AG Grid. */
export function Look({ children }: { children: ReactNode }) {
  const mode = useHeld(appearance);
  const { i18n } = useTranslation();
  useLayoutEffect(() => {
    const root = document.documentElement;
    for (const [name, value] of Object.entries(customProperties(PALETTES[mode]))) {
      root.style.setProperty(name, value);
    }
    root.dataset.appearance = mode;
    root.style.colorScheme = mode;
  }, [mode]);
  return (
    <ConfigProvider
      theme={antTheme(mode)}
      locale={i18n.language === 'en' ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
