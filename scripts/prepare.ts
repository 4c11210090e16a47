import { buildIfStale } from './build.ts';
import { type ElectronRuntime, findElectron } from './electron-runtime.ts';
import { ensureForElectron } from './system-libraries.ts';

/**
 * Everything that a window needs: shared libraries, the Electron, the built program, all got ready at the
 * same time. test/e2e/fixtures/launch.ts finds the Electron in the environment afterwards.
 */
export async function prepareDesk(): Promise<ElectronRuntime> {
  const libraries = ensureForElectron();
  const [electron] = await Promise.all([findElectron(libraries), buildIfStale()]);
  process.env.FANGCANG_ELECTRON = electron.executable;
  // Not FANGCANG_SQLITE_BINDING itself: tests and the ward command run on plain Node, with the prebuilt addon.
  process.env.FANGCANG_ELECTRON_SQLITE = electron.sqliteBinding ?? '';
  console.log(electron.label);
  return electron;
}
