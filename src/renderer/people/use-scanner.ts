import { useEffect, useState } from 'react';
import { type TypingSpeed, typingSpeed } from './typing-speed.ts';

/**
 * Listens for a scanner as long as a form is open: it types into whatever has the keyboard. Ask with `takeScan` when
 * Enter comes, with which a scan ends.
 */
export function useScanner(): Pick<TypingSpeed, 'takeScan'> {
  const [speed] = useState(typingSpeed);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.length === 1) speed.sign(event.key, event.timeStamp);
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [speed]);
  return speed;
}
