export interface StartArguments {
  data: string | undefined;
  /** Open the demonstration that lives beside the real ward. */
  demo: boolean;
  language: 'zh-CN' | 'en' | null;
  size: { width: number; height: number } | null;
  /** Where a page under development comes from; never from another machine, and never in an installed program (start/program.ts). */
  devServer: string | undefined;
}

/** Reads our own arguments by name: Chromium and Playwright put theirs before, between and after. */
export function startArguments(argv: readonly string[], env: NodeJS.ProcessEnv): StartArguments {
  const value = (name: string): string | undefined => {
    const joined = argv.find((word) => word.startsWith(`--${name}=`));
    if (joined) return joined.slice(name.length + 3);
    const at = argv.indexOf(`--${name}`);
    return at < 0 ? undefined : argv[at + 1];
  };
  const language = value('lang');
  const size = /^(\d{3,5}),(\d{3,5})$/.exec(value('window-size') ?? '');
  return {
    data: value('data'),
    demo: argv.includes('--demo'),
    language: language === 'zh-CN' || language === 'en' ? language : null,
    size: size ? { width: Number(size[1]), height: Number(size[2]) } : null,
    devServer: devServerIn(env),
  };
}

function devServerIn({ ELECTRON_RENDERER_URL: address }: NodeJS.ProcessEnv): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? address : undefined;
}
