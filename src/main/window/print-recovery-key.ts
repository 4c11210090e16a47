import { writeFile } from 'node:fs/promises';
import { shell } from 'electron';
import Mustache from 'mustache';
import type { ParsedInputOf } from '#shared/contract/index.ts';
import { RECOVERY_PAPER } from '#shared/messages/recovery-paper.ts';
import { recoveryKeyGroups } from '#shared/rules/recovery-key.ts';
import type { Desk } from '../desk/desk.ts';
import { recoveryPaperOf } from '../desk/folder.ts';
import { Refusal } from '../ipc/refusal.ts';
import { qrCode } from '../papers/barcodes.ts';
import { escapeSigns } from '../papers/templates.ts';
import { openPaperWindow } from './paper-window.ts';

type Input = ParsedInputOf<'setup.printRecoveryKey'>;

/**
 * The offered recovery key as a PDF, shown where it lies so that it can be printed. The one file that ever holds it: readable by this account
 * alone, overwritten and removed when the key is used, called off, or at the next start (desk/desk-keys.ts).
 */
export async function printRecoveryKey(desk: Desk, { offer, language }: Input): Promise<{ file: string }> {
  const paper = openPaperWindow();
  const file = recoveryPaperOf(desk.folder.path);
  try {
    const bytes = await paper.toPdf(await pageOf(desk.keys.offers.wordsOf(offer), language), false);
    await writeFile(file, bytes, { mode: 0o600 });
  } catch (error) {
    const problem = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (problem === null || error instanceof Refusal) throw error;
    throw new Refusal('cannot-write-file', { file: desk.folder.path, problem });
  } finally {
    paper.close();
  }
  shell.showItemInFolder(file);
  return { file };
}

async function pageOf(key: string, language: 'zh-CN' | 'en'): Promise<string> {
  const words = RECOVERY_PAPER[language];
  const groups = recoveryKeyGroups(key).map((group, index) => ({ group, number: index + 1 }));
  return Mustache.render(
    PAGE,
    { ...words, language, groups, qr: await qrCode(key) },
    {},
    { escape: escapeSigns },
  );
}

const PAGE = `<!doctype html>
<html lang="{{language}}"><meta charset="utf-8"><title>{{title}}</title>
<style>
* { box-sizing: border-box; }
@page { size: A4; margin: 22mm; }
body { margin: 0; font: 11pt/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
h1 { font-size: 22pt; margin: 0 0 4mm; }
ol { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6mm; margin: 8mm 0; padding: 6mm; border: 0.5mm solid #000; list-style: none; }
li { font: 700 19pt monospace; letter-spacing: 0.06em; }
li small { font: 9pt sans-serif; letter-spacing: 0; margin-right: 2mm; }
img { width: 45mm; }
.lines { margin-top: 10mm; display: grid; gap: 9mm; }
.lines span { border-bottom: 0.3mm solid #000; }
</style>
<h1>{{title}}</h1>
<p>{{what}}</p>
<ol>{{#groups}}<li><small>{{number}}</small>{{group}}</li>{{/groups}}</ol>
<img src="{{qr}}" alt="">
<p>{{apart}}</p>
<p>{{lost}}</p>
<p class="lines"><span>{{hospital}}</span><span>{{keeper}}</span></p>
</html>`;
