/** A name for a wall that everybody sees: its first character and how many more there are (张＊＊). */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  // How long a name in letters is says too much of it, and takes too much room.
  return first + '＊'.repeat(Math.min(rest.length, 2));
}
