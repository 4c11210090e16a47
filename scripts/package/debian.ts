import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Installer, transformVersion } from 'electron-installer-debian';
import { projectFolder } from '../run-command.ts';
import { librariesForDebian } from '../system-libraries.ts';
import type { Packed } from './pack.ts';

const packaging = (...names: string[]) => path.join(projectFolder, 'packaging', ...names);
const sizes = [16, 24, 32, 48, 64, 128, 256, 512];

/** Besides what every Electron package has: the terminal's command, a page of manual, and the documents of the program. */
class DeskInstaller extends Installer {
  override get contentFunctions(): string[] {
    return [...super.contentFunctions, 'addCommand', 'addManual'];
  }

  async addCommand(): Promise<void> {
    await this.put('usr/bin/fangcang-ward', await readFile(packaging('linux', 'fangcang-ward')), 0o755);
  }

  async addManual(): Promise<void> {
    const page = gzipSync(await readFile(packaging('linux', 'fangcang-desk.1')), { level: 9 });
    await this.put('usr/share/man/man1/fangcang-desk.1.gz', page);
    await symlink('fangcang-desk.1.gz', path.join(this.stagingDir, 'usr/share/man/man1/fangcang-ward.1.gz'));
  }

  /** What Debian wants to find as `copyright`; the texts themselves lie beside it. */
  override async createCopyright(): Promise<void> {
    const folder = 'usr/share/doc/fangcang-desk';
    await this.put(`${folder}/copyright`, await readFile(packaging('linux', 'copyright')));
    for (const file of ['NOTICES.txt', 'bill-of-materials.cdx.json']) {
      const packed = gzipSync(await readFile(path.join(this.options.src, file)), { level: 9 });
      await this.put(`${folder}/${file}.gz`, packed);
    }
  }

  private async put(file: string, content: Uint8Array, mode = 0o644): Promise<void> {
    const target = path.join(this.stagingDir, file);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o755 });
    await writeFile(target, content, { mode });
  }
}

/**
 * Writes a Debian package of the packed program into `out`; its path. `compression`: xz for people who carry it about,
 * none where it is installed at once. Depends on what Electron loads at start (system-libraries.ts) and nothing else,
 * so that dpkg alone can install it on a desktop that has no network.
 */
export async function debianPackage(
  { folder, version, runtime }: Packed,
  out: string,
  compression: 'xz' | 'none' = 'xz',
): Promise<string> {
  const installer = new DeskInstaller({
    src: folder,
    dest: out,
    arch: process.arch === 'arm64' ? 'arm64' : 'amd64',
    logger: () => undefined,
    rename: (dest: string, file: string) => path.join(dest, file),
    options: {
      name: 'fangcang-desk',
      bin: 'fangcang-desk',
      productName: 'Fangcang Desk',
      version: transformVersion(version),
      description: 'beds, admissions and discharges of a makeshift hospital',
      productDescription: `Runs on one PC without a network and keeps everything in one file. 方舱医院床位台。\nCarries Electron ${runtime.version}.`,
      maintainer: 'Fangcang Desk <desk@fangcang.invalid>',
      section: 'science',
      compression,
      icon: {
        ...Object.fromEntries(
          sizes.map((size) => [`${size}x${size}`, packaging('icons', `${size}x${size}.png`)]),
        ),
        scalable: packaging('icons', 'fangcang-desk.svg'),
      },
      desktopTemplate: packaging('linux', 'fangcang-desk.desktop'),
      scripts: { postinst: packaging('linux', 'postinst'), postrm: packaging('linux', 'postrm') },
    },
  });
  await installer.generateDefaults();
  Object.assign(installer.defaults, {
    depends: librariesForDebian(),
    recommends: ['libsecret-1-0', 'xdg-utils', 'fonts-noto-cjk | fonts-wqy-zenhei | fonts-wqy-microhei'],
    suggests: ['gnome-keyring'],
  });
  await installer.generateOptions();
  await installer.createStagingDir();
  await installer.createContents();
  await installer.createPackage();
  await installer.movePackage();
  const [made] = installer.options.packagePaths;
  if (!made) throw new Error('electron-installer-debian has made no package');
  return made;
}
