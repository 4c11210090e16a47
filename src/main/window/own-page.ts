/**
 * Whether an address is our own page: compared piece by piece, since `desk://app.elsewhere/` begins like ours too.
 * `origin` is where the page comes from, e.g. `desk://app`.
 */
export function isOwnPage(address: string, origin: string): boolean {
  const url = read(address);
  return url !== null && isOwn(url, origin) && (url.pathname === '/' || url.pathname === '/index.html');
}

/** Whether something may be fetched: our own files, and what stands in the page itself. Nothing else, on no network. */
export function isOwnResource(address: string, origin: string): boolean {
  const url = read(address);
  if (url === null) return false;
  switch (url.protocol) {
    case 'data:':
      return true;
    case 'blob:':
      return isOwnResource(address.slice('blob:'.length), origin);
    default:
      return isOwn(url, origin);
  }
}

/** Node tells no origin for a scheme of one's own, so its parts are compared. */
function isOwn(url: URL, origin: string): boolean {
  const own = new URL(origin);
  return url.protocol === own.protocol && url.host === own.host && url.username === '' && url.password === '';
}

function read(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
