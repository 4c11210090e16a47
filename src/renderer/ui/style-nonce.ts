/**
 * Gives the page's nonce to every style sheet that our own code writes: Ant Design, AG Grid and their libraries make
 * them while running, and not all of them can be told one. Style that comes in as text, whoever typed it, has none, and
 * is not applied. Must be called before anything is drawn.
 */
export function signStyles(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
  if (!nonce) return;
  const create = document.createElement.bind(document) as (name: string, options?: unknown) => HTMLElement;
  const signed = (name: string, options?: unknown): HTMLElement => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  document.createElement = signed as typeof document.createElement;
}
