import { Command, Option } from 'commander';
import type { Language } from '#shared/messages/fill.ts';
import { COMMAND_WORDS, HELP_WORDS, OPTION_WORDS } from './help-words.ts';

/** What was typed: the command, what stood behind it, and every option. */
export interface Chosen {
  name: string;
  args: string[];
  options: Record<string, unknown>;
}

/** `--lang`, wherever it stands: also the help and the complaint about a wrong option are in that language. */
export const languageOf = (words: readonly string[]): Language =>
  words.includes('--lang=en') || words[words.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh-CN';

/** The commands and their options; `choose` is told which was typed. */
export function commandLine(language: Language, choose: (chosen: Chosen) => void): Command {
  const say = (words: { zh: string; en: string }) => (language === 'en' ? words.en : words.zh);
  const program = new Command('ward');
  if (language !== 'en') {
    program
      .configureHelp({
        styleTitle: (title) => HELP_WORDS.titles[title] ?? title,
        optionDescription: ({ description, defaultValue }) =>
          defaultValue === undefined
            ? description
            : `${description}（${HELP_WORDS.byDefault} ${String(defaultValue)}）`,
      })
      .configureOutput({
        outputError: (text, write) => write(text.replace(/^error: /, HELP_WORDS.wrongUse)),
      });
  }
  const option = (flags: keyof typeof OPTION_WORDS) => new Option(flags, say(OPTION_WORDS[flags]));
  program
    .description(say(HELP_WORDS.program))
    .helpOption('-h, --help', say(HELP_WORDS.help))
    .helpCommand('help [command]', say(HELP_WORDS.help));
  for (const flags of ['--data <folder>', '--passphrase-file <file>', '--recovery-key-file <file>'] as const)
    program.addOption(option(flags));
  for (const flags of ['--json', '--as <name>', '--pin-file <file>'] as const)
    program.addOption(option(flags));
  program
    .addOption(option('--lang <language>').choices(['zh-CN', 'en']).default('zh-CN'))
    .exitOverride()
    .showHelpAfterError();

  const add = (usage: keyof typeof COMMAND_WORDS) =>
    program.command(usage).description(say(COMMAND_WORDS[usage]));
  add('init')
    .addOption(option('--layout <file>').default('stadium-1200'))
    .addOption(option('--name <name>').default('方舱医院'))
    .addOption(option('--time-zone <zone>').default('Asia/Shanghai'))
    .addOption(option('--operator <name...>'))
    .addOption(option('--anew'))
    .addOption(option('--open'));
  add('protect');
  add('passphrase').addOption(option('--new-passphrase-file <file>').makeOptionMandatory());
  add('import <kind> <file>').addOption(option('--dry-run')).addOption(option('--arrived <time>'));
  add('allocate').addOption(option('--dry-run')).addOption(option('--at <time>'));
  add('census').addOption(option('--at <time>'));
  add('eligibility').addOption(option('--at <time>')).addOption(option('--stay <id>'));
  add('list <which>').addOption(option('--day <date>')).addOption(option('--at <time>'));
  const report = add('report <kind>');
  for (const flags of ['--from <time>', '--to <time>', '--at <time>', '--version <n>'] as const)
    report.addOption(option(flags));
  report.addOption(option('--out <file>').makeOptionMandatory());
  add('call <procedure> [json]');
  add('procedures');
  add('verify');
  add('verify-certificate <code>').addOption(option('--key <file>'));
  add('demo')
    .addOption(option('--patients <n>').argParser(Number).default(860))
    .addOption(option('--days <d>').argParser(Number).default(10))
    .addOption(option('--seed <n>').argParser(Number).default(2022))
    .addOption(option('--fill'));
  add('backup').addOption(option('--target <folder>'));
  add('backups');
  add('restore <file>').addOption(option('--other-ward'));
  add('drill [file]');

  for (const command of program.commands) {
    command.exitOverride().action((...given: unknown[]) => {
      const args = given.slice(0, -2).filter((value): value is string => typeof value === 'string');
      choose({ name: command.name(), args, options: command.optsWithGlobals() });
    });
  }
  return program;
}
