/**
 * Packages with a native addon: the build leaves them outside its files, and the package carries them as they are, with
 * the addon for its Electron outside the archive, because an addon can only be loaded from a file of its own.
 */
export const nativeAddons = ['better-sqlite3', '@node-rs/argon2'] as const;
