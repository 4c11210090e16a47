import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build, Platform } from 'electron-builder';
import type { ElectronRuntime } from '../electron-runtime.ts';
import { projectFolder } from '../run-command.ts';
import { builderConfig } from './builder-config.ts';
import { stageApp } from './stage.ts';

export interface Packed {
  /** The program as it is installed, ready to run. */
  folder: string;
  version: string;
  runtime: ElectronRuntime;
}

/** Puts the built program and its Electron into `<out>/linux-unpacked`, with its fuses set. Other platforms: untested. */
export async function packDesk(runtime: ElectronRuntime, version: string, out: string): Promise<Packed> {
  const stage = path.join(out, 'stage');
  await stageApp(stage, runtime, version);
  await build({
    // Not the checkout: it would look there for what else to carry.
    projectDir: stage,
    targets: platform().createTarget(),
    publish: 'never',
    config: {
      // A copy: electron-builder writes into what it is given.
      ...structuredClone(builderConfig),
      electronVersion: runtime.version,
      electronDist: electronFolder(runtime),
      directories: { output: out, buildResources: path.join(projectFolder, 'packaging') },
      // The registry's Electron has an app of ours in it, which starts a folder. Nothing may be left to start from.
      afterPack: ({ appOutDir }) =>
        rm(path.join(appOutDir, 'resources', 'app'), { recursive: true, force: true }),
    },
  });
  await rm(stage, { recursive: true });
  return { folder: path.join(out, 'linux-unpacked'), version, runtime };
}

function platform(): Platform {
  if (process.platform === 'win32') return Platform.WINDOWS;
  return process.platform === 'darwin' ? Platform.MAC : Platform.LINUX;
}

/** The folder that an Electron comes in: on macOS the one that holds Electron.app. */
function electronFolder({ executable }: ElectronRuntime): string {
  return process.platform === 'darwin'
    ? path.resolve(executable, '..', '..', '..', '..')
    : path.dirname(executable);
}
