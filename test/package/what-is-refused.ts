import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A script that leaves a mark where it is run. `works` says whether an Electron without fuses leaves it, so that the
 * test which expects no mark could fail.
 */
export interface Mark {
  script: string;
  wasLeft(): boolean;
}

export function scriptThatLeavesAMark(folder: string): Mark {
  mkdirSync(folder, { recursive: true, mode: 0o777 });
  const mark = path.join(folder, 'mark');
  const script = path.join(folder, 'leave-a-mark.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'was here')`);
  return {
    script,
    wasLeft: () => {
      const left = existsSync(mark);
      rmSync(mark, { force: true });
      return left;
    },
  };
}
