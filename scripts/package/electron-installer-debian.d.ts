/** electron-installer-debian comes without types: what debian.ts uses of version 4. */
declare module 'electron-installer-debian' {
  /** Lays the package out in `stagingDir` by running the methods that `contentFunctions` names, all at once. */
  export class Installer {
    constructor(given: {
      src: string;
      dest: string;
      arch: string;
      logger: (line: string) => void;
      rename: (dest: string, file: string) => string;
      options: Record<string, unknown>;
    });
    get contentFunctions(): string[];
    stagingDir: string;
    defaults: Record<string, unknown>;
    options: { src: string; packagePaths: string[] };
    createCopyright(): Promise<void>;
    generateDefaults(): Promise<unknown>;
    generateOptions(): unknown;
    createStagingDir(): Promise<unknown>;
    createContents(): Promise<unknown>;
    createPackage(): Promise<void>;
    movePackage(): Promise<unknown>;
  }
  /** 1.0.0-beta.2 → 1.0.0~beta.2, so that dpkg sorts it before 1.0.0. */
  export function transformVersion(version: string): string;
}
