import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { SetupError } from './run-command.ts';

/** Can a window be shown to somebody? Windows and macOS always have a desktop. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Runs `work` under a private virtual display of 1920×1080, so that nothing on a real screen is in the way;
 * the display ends with it. Elsewhere than on Linux the desktop itself is used.
 */
export async function withPrivateDisplay<T>(work: () => Promise<T>): Promise<T> {
  if (process.platform !== 'linux') return await work();
  const { server, display } = await startXvfb();
  const before = { DISPLAY: process.env.DISPLAY, WAYLAND_DISPLAY: process.env.WAYLAND_DISPLAY };
  const stop = () => server.kill();
  process.on('exit', stop);
  // Without these a signal would end us without the exit event, and leave the display behind.
  const leave = (signal: NodeJS.Signals) => process.exit(signal === 'SIGINT' ? 130 : 143);
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
  process.env.DISPLAY = display;
  delete process.env.WAYLAND_DISPLAY;
  try {
    return await work();
  } finally {
    process.off('exit', stop);
    process.off('SIGINT', leave);
    process.off('SIGTERM', leave);
    stop();
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** A virtual display of its own: whoever starts it ends its server. */
export function startXvfb(): Promise<{ server: ChildProcess; display: string }> {
  return new Promise((resolve, reject) => {
    // With -displayfd the server itself picks a free number and writes it to file descriptor 3.
    const options = [
      '-displayfd',
      '3',
      '-screen',
      '0',
      '1920x1080x24',
      '-nolisten',
      'tcp',
      '-noreset',
      '-dpi',
      '96',
    ];
    const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    let complaint = '';
    server.stderr?.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-2000);
    });
    const fail = (reason: string) =>
      reject(new SetupError(`The virtual display (Xvfb) did not start: ${reason}`));
    const timer = setTimeout(() => {
      server.kill('SIGKILL');
      fail('it said nothing for 20 seconds');
    }, 20_000);
    server.on('error', (error) => fail(error.message));
    server.on('exit', (code) => fail(`it ended with ${code}. ${complaint}`));
    const numbers = server.stdio[3] as Readable;
    numbers.once('data', (chunk) => {
      clearTimeout(timer);
      resolve({ server, display: `:${String(chunk).trim()}` });
    });
  });
}
