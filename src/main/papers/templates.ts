import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Mustache from 'mustache';
import type { PaperKind } from '#shared/contract/clinical-vocabulary.ts';
import { fill, type Sentence } from '#shared/messages/fill.ts';
import { shippedFolder } from '../desk/shipped-folder.ts';
import { Refusal } from '../ipc/refusal.ts';
import { type Token, whatIsWrong } from './template-rules.ts';

export type TemplateName = PaperKind | 'district-list' | 'roll-call' | 'daily-report' | 'handover';

/** Where the hospital keeps its own templates: beside its exports, in the folder of its data. */
const ownTemplates = (exportFolder: string): string => path.join(path.dirname(exportFolder), 'templates');

interface Source {
  file: string;
  text: string;
}

async function readTemplate(name: string, own: string): Promise<Source | null> {
  for (const folder of [own, shippedFolder('templates')]) {
    const file = path.join(folder, name);
    try {
      return { file, text: await readFile(file, 'utf8') };
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR')
        throw broken(file, { zh: '无法读取该文件', en: 'the file cannot be read' });
    }
  }
  return null;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/**
 * Puts the fields into a template, the hospital's own where it has one. Everything is escaped. Refused as
 * `template-broken`: one that cannot be read, unescaped places, and fields that do not exist — an empty line on
 * a certificate would be found by the patient.
 */
export async function render(name: TemplateName, view: object, exportFolder: string): Promise<string> {
  const own = ownTemplates(exportFolder);
  const page = await readTemplate(`${name}.html`, own);
  if (!page) throw new Error(`no template for ${name}`);
  const partials: Record<string, string> = {};
  await check(page, [view], { own, partials, read: {}, depth: 0 });
  return Mustache.render(page.text, view, partials, { escape: escapeSigns });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What HTML and XML need and no more: the pictures of codes are long, and written in base64. */
export const escapeSigns = (value: unknown): string =>
  String(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

interface Checking {
  own: string;
  partials: Record<string, string>;
  /** Every file is read once for a print, however many papers it has. */
  read: Record<string, Promise<Source | null>>;
  depth: number;
}

async function check(source: Source, stack: readonly unknown[], checking: Checking): Promise<void> {
  let tokens: Token[];
  try {
    tokens = Mustache.parse(source.text) as Token[];
  } catch (error) {
    const problem = error instanceof Error ? error.message : '?';
    throw new Refusal('template-broken', { file: source.file, problem });
  }
  const found = whatIsWrong(tokens, stack);
  if (found.fault) throw broken(source.file, found.fault.sentence, found.fault.params);
  for (const { name, stack: inReach } of found.partials) {
    const partial = await readPart(name, checking);
    if (!partial || checking.depth > DEEPEST) throw broken(source.file, NO_SUCH_PART, { name });
    checking.partials[name] = partial.text;
    await check(partial, inReach, { ...checking, depth: checking.depth + 1 });
  }
}

const NO_SUCH_PART: Sentence = { zh: '没有 {{name}}', en: 'there is no {{name}}' };
/** Parts within parts; a part that holds itself ends here. */
const DEEPEST = 4;

const readPart = (name: string, { own, read }: Checking): Promise<Source | null> => {
  read[name] ??= /^[\w-]+\.(html|css)$/.test(name) ? readTemplate(name, own) : Promise.resolve(null);
  return read[name];
};

function broken(file: string, sentence: Sentence, params: Record<string, string> = {}): Refusal {
  return new Refusal('template-broken', {
    file,
    'problem.zh': fill(sentence, 'zh-CN', params),
    'problem.en': fill(sentence, 'en', params),
  });
}
