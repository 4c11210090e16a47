import { useEffect, useRef } from 'react';
import { useBedsideScan } from '../rounds/use-bedside-scan.ts';
import { isInDialog } from '../ui/keys.ts';

/**
 * A scan is taken wherever the keyboard stands on the page, before any key of it: else the digits of a wristband
 * would mark beds. A dialog has fields of its own for it.
 */
export function usePageScans(onScan: (scan: string) => void): void {
  const take = useBedsideScan(onScan);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isInDialog(event.target instanceof Element ? event.target : null)) latest.current(event);
    };
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
