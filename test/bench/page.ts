import { setTimeout as sleep } from 'node:timers/promises';

/** A page of a running Electron, reached over its debugging port: quicker to the page than a whole test driver. */
export class Page {
  private readonly socket: WebSocket;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private last = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer & { id?: number };
      if (answer.id === undefined) return;
      this.waiting.get(answer.id)?.(answer);
      this.waiting.delete(answer.id);
    });
  }

  /** The first page that comes up at this port; throws when there is none by the deadline. */
  static async at(port: string, deadline: number): Promise<Page> {
    for (;;) {
      const targets = await list(port);
      const found = targets.find(({ type }) => type === 'page');
      if (found) return Page.open(found.webSocketDebuggerUrl);
      if (performance.now() > deadline) throw new Error('no window came up');
      await sleep(10);
    }
  }

  private static open(address: string): Promise<Page> {
    const socket = new WebSocket(address);
    return new Promise((resolve, reject) => {
      socket.addEventListener('open', () => resolve(new Page(socket)));
      socket.addEventListener('error', () => reject(new Error('the debugging port does not answer')));
    });
  }

  /** Waits until this holds in the page, whatever pages it goes through before. */
  async until(condition: string, deadline: number): Promise<void> {
    const look = `new Promise((done) => { const look = () => (${condition}) ? done(true) : setTimeout(look, 5); look(); })`;
    for (;;) {
      const patience = Math.max(0, deadline - performance.now());
      const { result } = await Promise.race([this.evaluate(look), sleep(patience, { result: undefined })]);
      if (result?.result?.value === true) return;
      if (performance.now() > deadline) throw new Error(`this never held in the page: ${condition}`);
      // The page went on to another while it was being watched.
      await sleep(5);
    }
  }

  /** Presses a key that does nothing until the page has heard it, and waits until it has painted once more. */
  async key(deadline: number): Promise<void> {
    let heard = false;
    const hearing = this.evaluate(`new Promise((done) => addEventListener('keydown',
      () => requestAnimationFrame(() => setTimeout(() => done(true))), { once: true, capture: true }))`).then(
      () => {
        heard = true;
      },
    );
    const key = { key: 'Shift', code: 'ShiftLeft', windowsVirtualKeyCode: 16 };
    while (!heard) {
      // A window that is not shown yet hears nothing, and never answers that it did not.
      void this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await Promise.race([hearing, sleep(20)]);
      if (performance.now() > deadline) throw new Error('the window hears no key');
    }
  }

  close(): void {
    this.socket.close();
  }

  private evaluate(expression: string): Promise<Answer> {
    return this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  }

  private send(method: string, params: object): Promise<Answer> {
    this.last += 1;
    const id = this.last;
    return new Promise((settle) => {
      this.waiting.set(id, settle);
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }
}

interface Answer {
  result?: { result?: { value?: unknown } } | undefined;
}

interface Target {
  type: string;
  webSocketDebuggerUrl: string;
}

async function list(port: string): Promise<Target[]> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    return (await answer.json()) as Target[];
  } catch {
    return [];
  }
}
