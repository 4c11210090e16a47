import path from 'node:path';
import type { Configuration } from 'electron-builder';
import { projectFolder } from '../run-command.ts';

const icon = (name: string) => path.join(projectFolder, 'packaging', 'icons', name);

/**
 * What electron-builder is told, for every platform. Linux is built and tried by test/package; Windows and macOS stand
 * here untested (docs/packaging.md). Folders are filled in by pack.ts.
 */
export const builderConfig = {
  appId: 'org.fangcang.desk',
  productName: 'Fangcang Desk',
  copyright: 'Fangcang Desk',
  // Everything but the addons is bundled, and those are staged for the Electron at hand: nothing is to be rebuilt.
  npmRebuild: false,
  files: ['package.json', 'out/**', 'resources/**'],
  // Only the addons leave the archive, not the scripts beside them.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  /**
   * Read back by test/package. Off: being a Node, NODE_OPTIONS, --inspect, rights of file pages, a snapshot of the
   * main process (none is shipped). On: only app.asar, encrypted cookies (none is kept, so that none ever lies open), and
   * the check of app.asar against its hash, which exists on macOS and Windows; on Linux root owns the file.
   */
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  // Nothing is ever looked for or sent anywhere by the program: a new version is a file that somebody brings.
  publish: null,
  electronLanguages: ['zh-CN', 'en-US'],
  linux: { target: 'dir', executableName: 'fangcang-desk', icon: icon('') },
  win: { target: 'nsis', executableName: 'fangcang-desk', icon: icon('512x512.png') },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: false,
    installerLanguages: ['zh_CN', 'en_US'],
    shortcutName: '方舱床位台 Fangcang Desk',
    // The ward's file is not the installer's to delete.
    deleteAppDataOnUninstall: false,
  },
  mac: {
    target: ['dmg', 'zip'],
    category: 'public.app-category.medical',
    icon: icon('1024x1024.png'),
    hardenedRuntime: true,
  },
} as const satisfies Configuration;
