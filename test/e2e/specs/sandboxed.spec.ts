import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openDemonstrationWard } from '../../fixtures/ward.ts';
import { launchDesk } from '../fixtures/launch.ts';
import { ordinaryUser } from '../fixtures/ordinary-user.ts';
import { eventually } from '../fixtures/terminal.ts';
import { nurseAt } from '../screens/keyboard.ts';

const user = ordinaryUser(process.env.FANGCANG_ELECTRON ?? '');
if (typeof user === 'string') console.warn(`NOT TESTED: Chromium's sandbox, for ${user}`);

const statusOf = (pid: number): Map<string, string> =>
  new Map(
    readFileSync(`/proc/${pid}/status`, 'utf8')
      .split('\n')
      .map((line) => line.split(':\t'))
      .flatMap(([name, value]) => (name && value ? [[name, value.trim()]] : [])),
  );

it.skipIf(typeof user === 'string')(
  'as an ordinary user, with Chromium’s sandbox: a patient is admitted, and the system confirms that the page is shut in',
  async () => {
    if (typeof user === 'string') return;
    const ward = await openDemonstrationWard();
    ward.realTime();
    try {
      user.owns(ward.folder);
      const desk = await launchDesk({ data: ward.folder, executable: user.executable, sandbox: true });
      try {
        const nurse = nurseAt(desk.window);
        await nurse.sees('.desk-census');
        const pid = await desk.app.evaluate(
          ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
        );
        const page = statusOf(pid);
        expect(page.get('Uid')?.split('\t')[0]).toBe(String(user.uid));
        // A filter of system calls (2), no way to more rights, and a world of processes and mounts of its own.
        expect([page.get('Seccomp'), page.get('NoNewPrivs'), page.get('CapEff')]).toEqual([
          '2',
          '1',
          '0000000000000000',
        ]);
        expect(page.get('NSpid')?.split('\t').length).toBeGreaterThan(1);
        expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('--no-sandbox');

        await nurse.press('Control+Shift+O');
        await nurse.sees('[role=dialog] input');
        await nurse.types('李护士');
        await nurse.press('Enter');
        await nurse.sees('.desk-operator-name', '李护士');
        await nurse.press('F2');
        await nurse.sees('main input:focus');
        await nurse.press('Enter');
        await nurse.types('沙盒');
        await nurse.press('Control+Enter');
        await eventually(
          'the patient is in house',
          () => ward.call('ward.census', {}),
          ({ patients }) => patients.admittedTotal === 1,
        );
      } finally {
        await desk.close();
      }
    } finally {
      await ward.close();
      user.remove();
    }
  },
);
