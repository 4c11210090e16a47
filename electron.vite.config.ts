import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { nativeAddons } from './scripts/package/native-addons.ts';

const source = (...names: string[]) => path.resolve(import.meta.dirname, 'src', ...names);

// The oldest Electron that the code must run on (see docs/decisions): 33, with Node 20.18 and Chromium 130.
const node = 'node20.18';
const chromium = 'chrome130';

/** As strict as the program's own, but for the socket by which the server tells of changes. */
const developing =
  "default-src 'none'; script-src 'self' 'nonce-DESK-NONCE'; style-src-elem 'self' 'nonce-DESK-NONCE'; " +
  "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self' ws:; base-uri 'none'";

export default defineConfig({
  main: {
    build: {
      target: node,
      sourcemap: true,
      // One file is read much faster at start than hundreds of small ones out of node_modules. Only packages with
      // a native addon stay outside.
      externalizeDeps: false,
      rolldownOptions: {
        external: [...nativeAddons],
        input: {
          main: source('main', 'start', 'program.ts'),
          worker: source('main', 'jobs', 'worker.ts'),
          backup: source('main', 'backups', 'backup-thread.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      // A sandboxed preload script is CommonJS and can load nothing but Electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: source('main', 'window', 'preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    // The page's own styles carry a nonce; the program puts another one here at each load (page-policy.ts).
    html: { cspNonce: 'DESK-NONCE' },
    server: { headers: { 'content-security-policy': developing } },
    build: {
      target: chromium,
      sourcemap: true,
      minify: true,
      rolldownOptions: { input: source('renderer', 'index.html') },
    },
  },
});
