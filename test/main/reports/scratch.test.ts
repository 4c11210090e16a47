import { readFileSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { printedByLibreOffice, shownByLibreOffice, takenByLibreOffice } from './spreadsheet.ts';
import { DAY, NASTY, wardWithDischarges } from './ward-with-discharges.ts';

it('x', async () => {
  const ward = await wardWithDischarges(
    NASTY.map((name, i) => ({
      details: {
        name,
        remarks: name,
        address: name,
        district: i % 2 ? '朝阳区' : '',
        phone: '+86 138',
        sex: 'male',
      },
      bed: i < 3 ? `A-01-0${i + 1}` : null,
      arrived: '2022-04-03 12:00',
      left: '2022-04-05 10:00',
      leaving: { note: name },
    })),
  );
  console.log(await ward.call('reports.discharges', DAY).then((r) => r.lines.slice(0, 2)));
  for (const format of ['xlsx', 'csv'] as const) {
    const r = await ward.call('reports.dischargeFile', {
      ...DAY,
      format,
      language: 'zh-CN',
      madeBy: ward.operatorId,
    });
    console.log(r);
    writeFileSync('/tmp/rep/n.' + format, readFileSync(r.file));
    console.log((await shownByLibreOffice(r.file)).map((x) => x.join('|')).join('\n'));
  }
  console.log(
    (await takenByLibreOffice('/tmp/rep/n.csv'))
      .map((x) =>
        x
          .map(
            (c) =>
              c.kind[0] +
              ':' +
              JSON.stringify('text' in c ? c.text : 'local' in c ? c.local : 'raw' in c ? c.raw : ''),
          )
          .join('|'),
      )
      .join('\n'),
  );
  console.log(await printedByLibreOffice('/tmp/rep/n.xlsx'));
  await ward.close();
}, 120000);
