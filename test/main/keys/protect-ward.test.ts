import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { openWardFile } from '#main/db/open.ts';
import { Refusal } from '#main/ipc/refusal.ts';
import { keysFileOf } from '#main/keys/key-file.ts';
import { keysForProtecting, protectWard } from '#main/keys/protect-ward.ts';
import { newRecoverySecret } from '#main/keys/recovery-secret.ts';
import { secretByMeans } from '#main/keys/unlock-ward.ts';
import { auditKeyOf, databaseKeyOf } from '#main/keys/ward-secret.ts';
import { builtProcess } from '../../fixtures/built-process.ts';
import {
  addNurse,
  NURSES,
  newOpenWard,
  nursesOf,
  PASSPHRASE,
  readableIn,
} from '../../fixtures/sealed-ward.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function openWard() {
  const ward = newOpenWard();
  folders.push(ward.folder);
  return ward;
}

const sealing = () => ({ recovery: newRecoverySecret(), passphrase: PASSPHRASE });

describe('protecting an open ward', () => {
  it('keeps all that is in it and its trail, and leaves nothing that can be read or opened with what was open', async () => {
    const { file, folder, keys } = openWard();
    const before = openWardFile(file);
    await addNurse(before, '最后一笔');
    await before.close();
    const recovery = newRecoverySecret();
    protectWard(file, await keysForProtecting(file, { recovery, passphrase: PASSPHRASE }));
    expect(readdirSync(folder).sort()).toEqual(['ward.db', 'ward.keys']);
    expect(readableIn(file, [...NURSES, '最后一笔', 'CREATE TABLE'])).toEqual([]);
    expect(readFileSync(keysFileOf(file), 'utf8')).not.toContain(Buffer.from(keys.secret).toString('base64'));
    const secret = await secretByMeans(file, { recovery });
    if (!secret) throw new Error('the paper opens nothing');
    // Whoever took the open key file along has the key of the trail, and of nothing else.
    expect(auditKeyOf(secret)).toEqual(auditKeyOf(keys.secret));
    expect(databaseKeyOf(secret)).not.toEqual(databaseKeyOf(keys.secret));
    expect(() => openWardFile(file, keys.secret)).toThrow('ward file wrong-key');
    const sealed = openWardFile(file, await secretByMeans(file, { passphrase: PASSPHRASE }));
    expect(sealed.sealed).toBe(true);
    expect(await nursesOf(sealed)).toEqual([...NURSES, '最后一笔'].sort());
    await addNurse(sealed, '之后一笔');
    await sealed.close();
  });

  it('is refused while anybody has the ward open, and where it is sealed already', async () => {
    const { file } = openWard();
    const busy = openWardFile(file);
    const wanted = await keysForProtecting(file, sealing());
    expect(() => protectWard(file, wanted)).toThrow(expect.objectContaining({ code: 'ward-in-use' }));
    await addNurse(busy, '照常工作');
    expect(await nursesOf(busy)).toContain('照常工作');
    await busy.close();
    protectWard(file, wanted);
    await expect(keysForProtecting(file, sealing())).rejects.toBeInstanceOf(Refusal);
  });

  // Each step once: what is on the disk then is what a power cut leaves.
  it.each([
    ['locked', 'open'],
    ['copied', 'open'],
    ['encrypted', 'open'],
    ['keys written', 'open'],
    ['linked', 'open'],
    ['renamed', 'sealed'],
    ['keys renamed', 'sealed'],
    ['wiped', 'sealed'],
  ] as const)(
    'killed when it has %s leaves a whole ward, %s, and nothing beside it after the next opening',
    async (step, state) => {
      const { file, folder } = openWard();
      const script = builtProcess('protect-and-die');
      const died = spawnSync(process.execPath, [script, file, PASSPHRASE, step]);
      expect([died.signal, String(died.stderr)]).toEqual(['SIGKILL', '']);
      const ward = openWardFile(file, await secretByMeans(file, { passphrase: PASSPHRASE }));
      expect(ward.sealed).toBe(state === 'sealed');
      expect(await nursesOf(ward)).toEqual([...NURSES].sort());
      await ward.close();
      expect(readdirSync(folder).sort()).toEqual(['ward.db', 'ward.keys']);
      if (state === 'open') return expect(await secretByMeans(file, { passphrase: PASSPHRASE })).toBeNull();
      expect(readableIn(file, NURSES)).toEqual([]);
      const again = openWardFile(file, await secretByMeans(file, { passphrase: PASSPHRASE }));
      expect(await nursesOf(again)).toEqual([...NURSES].sort());
      await again.close();
    },
  );
});
