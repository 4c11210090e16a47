import { useRef } from 'react';

/** A scanner types a sign every few milliseconds; nobody's glove does. */
const SCANNER_PAUSE_MS = 80;
const SHORTEST_SCAN = 2;

/** A key as the browser tells it, or React. */
type Pressed = Pick<
  KeyboardEvent,
  'key' | 'target' | 'timeStamp' | 'ctrlKey' | 'altKey' | 'metaKey' | 'preventDefault' | 'stopPropagation'
>;

/**
 * A wristband or bed scanned while the keyboard stands on a choice: its digits must not choose anything. A letter
 * (every wristband and bed begins with one) opens it, Enter ends it. Answers true for the keys that belong to it.
 */
export function useBedsideScan(onScan: (scan: string) => void): (event: Pressed) => boolean {
  const scan = useRef({ text: '', at: Number.NEGATIVE_INFINITY });
  return (event) => {
    const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (inField || event.ctrlKey || event.altKey || event.metaKey) return false;
    const { text, at } = scan.current;
    const going = text !== '' && event.timeStamp - at < SCANNER_PAUSE_MS;
    if (event.key === 'Enter') {
      scan.current = { text: '', at: Number.NEGATIVE_INFINITY };
      if (!going || text.length < SHORTEST_SCAN) return false;
      event.preventDefault();
      event.stopPropagation();
      onScan(text);
      return true;
    }
    const opens = /^[a-z]$/i.test(event.key);
    if (!(going && /^[a-z0-9-]$/i.test(event.key)) && !opens) return false;
    scan.current = { text: going ? text + event.key : event.key, at: event.timeStamp };
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
}
