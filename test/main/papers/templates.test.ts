import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sayRefusal } from '#shared/messages/say-refusal.ts';
import { openTestWard, type TestWard } from '../../fixtures/ward.ts';
import { admit, pagesOf, textOf } from './people.ts';

let ward: TestWard;
let actId: string;
beforeEach(async () => {
  ward = await openTestWard();
  const stayId = await admit(ward, 'A-01-01', { name: '张<b>三' });
  ({ actId } = await ward.call('papers.prepare', { kind: 'wristband', stayIds: [stayId] }));
  mkdirSync(path.join(ward.folder, 'templates'));
});
afterEach(() => ward.close());

const own = (text: string, name = 'wristband.html') =>
  writeFileSync(path.join(ward.folder, 'templates', name), text);
const problem = async (): Promise<string> => {
  const refusal = await ward.refused('papers.pages', { actId: actId as never });
  expect(refusal.code).toBe('template-broken');
  return sayRefusal(refusal, 'en');
};

describe('a hospital’s own template', () => {
  it('is taken instead of the one that comes with the program', async () => {
    own('<p>{{hospital}}: {{#papers}}{{name}} {{/papers}}</p>');
    expect(await pagesOf(ward, actId)).toBe('<p>长春市体育场方舱医院: 张&lt;b&gt;三 </p>');
  });

  it('may change only the style sheet, or one part', async () => {
    own('.name { font-size: 20pt }', 'paper.css');
    const html = await pagesOf(ward, actId);
    expect(html).toContain('.name { font-size: 20pt }');
    expect(textOf(html)).toContain('张<b>三');
  });

  it('is refused with its name and the field that does not exist', async () => {
    own('{{#papers}}{{nmae}}{{/papers}}');
    expect(await problem()).toContain('there is no field named nmae');
    expect(await problem()).toContain('wristband.html');
  });

  it.each(['{{{name}}}', '{{&name}}', '{{& name }}'])(
    'is refused where it leaves %s unescaped',
    async (place) => {
      own(`{{#papers}}${place}{{/papers}}`);
      expect(await problem()).toContain('double braces');
    },
  );

  it('is refused where a part would leave it unescaped', async () => {
    own('{{#papers}}{{> part.html}}{{/papers}}');
    own('{{{name}}}', 'part.html');
    expect(await problem()).toContain('part.html');
  });

  it.each([
    ['a section is not closed', '{{#papers}}{{name}}'],
    ['a brace is missing', '{{#papers}}{{name}{{/papers}}'],
    ['a part does not exist', '{{> nothing.html}}'],
    ['a part lies elsewhere', '{{> ../../etc/passwd}}'],
    ['it holds itself for ever', '{{> wristband.html}}'],
  ])('is refused in a sentence when %s', async (_what, text) => {
    own(text);
    expect(await problem()).toMatch(/The template .* is broken: .+/);
    expect(ward.defects).toEqual([]);
  });

  it('is refused where it is no file', async () => {
    mkdirSync(path.join(ward.folder, 'templates', 'wristband.html'));
    expect(await problem()).toContain('cannot be read');
  });
});

describe('the templates that come with the program', () => {
  const folder = path.resolve(import.meta.dirname, '../../../resources/templates');
  const files = readdirSync(folder).map(
    (name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const,
  );

  it.each(files)('%s loads nothing and runs nothing', (_name, text) => {
    expect(text).not.toMatch(/<script|https?:|@import|url\(|<link|<iframe|\son\w+=/i);
  });

  it.each(files)('%s says each of its fields in docs/papers.md', (_name, text) => {
    const docs = readFileSync(path.resolve(import.meta.dirname, '../../../docs/papers.md'), 'utf8');
    const fields = [...text.matchAll(/\{\{[#^]?\s*([\w.]+)\s*\}\}/g)].map(
      ([, field = '']) => field.split('.')[0],
    );
    expect([...new Set(fields)].filter((field) => !docs.includes(`\`${field}`))).toEqual([]);
  });
});
