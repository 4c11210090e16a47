import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasName, nameKey, surnameOf, tidyLines, tidyName, tidyText } from '#shared/rules/person-name.ts';

test('names in Chinese characters lose their blanks, others keep them', () => {
  const cases: Record<string, string> = {
    ' 曹 琳 慧': '曹琳慧',
    '王　芳': '王芳',
    '欧阳 娜娜': '欧阳娜娜',
    "John O'Neill": "John O'Neill",
    'Nguyễn Thị  Minh': 'Nguyễn Thị Minh',
    'Müller, Jörg': 'Müller, Jörg',
    'Mu\u0308ller': 'Müller',
    迪丽热巴·买买提: '迪丽热巴·买买提',
    '迪丽热巴 • 买买提': '迪丽热巴·买买提',
    '迪丽热巴．买买提': '迪丽热巴·买买提',
    'Ｊｏｈｎ　Ｓｍｉｔｈ': 'John Smith',
    "'张三": '张三',
    "'t Hooft": "'t Hooft",
    𠮷野: '𠮷野',
    '\u202e张三\u202c': '张三',
    '张\u200b三\ufeff': '张三',
    '<script>alert(1)</script>': '<script>alert(1)</script>',
    '张\n三': '张三',
    '葛\u{e0100}城': '葛\u{e0100}城',
  };
  for (const [written, name] of Object.entries(cases)) expect(tidyName(written)).toBe(name);
});

test('tidying twice changes nothing, whatever the text', () => {
  const unit = fc.oneof(
    fc.constantFrom(..." \t\n·•.．'’张𠮷Ａé\u0301\u200b\u202e\u3000{}".split(/(?:)/u)),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
      expect(tidyName(tidyName(text))).toBe(tidyName(text));
      expect(tidyText(tidyText(text))).toBe(tidyText(text));
      expect(tidyLines(tidyLines(text))).toBe(tidyLines(text));
    }),
    { numRuns: 2_000 },
  );
});

test('a mark alone is no name; a bus seat is one', () => {
  expect(['', ' ', '—', '/', '？？'].some(hasName)).toBe(false);
  expect(hasName('不明，3号车12座')).toBe(true);
});

test('the same name typed by two people is the same', () => {
  expect(nameKey('迪丽热巴·买买提')).toBe(nameKey('迪丽热巴 买买提'));
  expect(nameKey("John O'Neill")).toBe(nameKey('JOHN O’NEILL'));
});

test('family names, compound ones included', () => {
  expect(['王芳', '欧阳娜娜', '尉迟丽怡', 'John Smith', '𠮷田'].map(surnameOf)).toEqual([
    '王',
    '欧阳',
    '尉迟',
    '',
    '𠮷',
  ]);
});
