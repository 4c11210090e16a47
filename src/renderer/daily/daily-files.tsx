import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DAILY_FORMATS, type DailyFormat } from '#shared/contract/daily-reports.ts';
import { call, type Refused } from '../client.ts';
import { operatorForAct } from '../desk/operator.ts';
import { language } from '../i18n/index.ts';
import { PrintButton, PrintNews } from '../papers/print.tsx';
import { usePrint } from '../papers/use-print.ts';
import { Allowed } from '../people/allowed.tsx';
import { useKeys } from '../ui/keys.ts';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import type { DailyReport } from './daily-figures.tsx';

const nameOf = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);

/** The report as files: the version that stands where there is one, else the figures of now. */
export function DailyFiles({ report }: { report: DailyReport }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [file, setFile] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const { cutOff } = report.body;
  const version = report.signed.find(({ withdrawn }) => !withdrawn)?.version;

  const printing = usePrint();
  const paper = { cutOff, ...(version === undefined ? {} : { version }) };

  const write = async (what: DailyFormat | 'emt-mds' | 'edxl-have') => {
    const madeBy = await operatorForAct();
    if (!madeBy || busy) return;
    setBusy(true);
    const common = { language: language(), madeBy: madeBy.id };
    const answer =
      what === 'emt-mds' || what === 'edxl-have'
        ? await call('figures.exportFile', { kind: what, at: cutOff, ...common })
        : await call('daily.file', {
            ...{ format: what, ...common, ...paper },
          });
    setBusy(false);
    setRefused(answer.ok ? null : answer);
    setFile(answer.ok ? answer.value.file : null);
  };
  useKeys(t('reports.views.daily'), [
    { keys: 'Ctrl+S', does: t('daily.make.xlsx'), run: () => void write('xlsx') },
    { keys: 'Ctrl+P', does: t('daily.make.pdf'), run: () => void printing.print(paper) },
  ]);
  return (
    <section>
      <h3>{t('daily.files')}</h3>
      <p className="desk-quiet">
        {version === undefined ? t('daily.asNow') : t('daily.asSigned', { version })}
      </p>
      <div className="desk-daily-buttons">
        <PrintButton printing={printing} wanted={paper} keys="Ctrl+P">
          {t('daily.make.pdf')}
        </PrintButton>
        {DAILY_FORMATS.map((format) => (
          <Allowed key={format} to="daily.file">
            <Button disabled={busy} onClick={() => void write(format)}>
              {t(`daily.make.${format}`)} {format === 'xlsx' && <kbd>Ctrl+S</kbd>}
            </Button>
          </Allowed>
        ))}
      </div>
      <PrintNews printing={printing} />
      <p className="desk-quiet">{t('daily.others')}</p>
      <div className="desk-daily-buttons">
        <Allowed to="figures.exportFile">
          <Button disabled={busy} onClick={() => void write('emt-mds')}>
            {t('daily.mds')}
          </Button>
        </Allowed>
        <Allowed to="figures.exportFile">
          <Button disabled={busy} onClick={() => void write('edxl-have')}>
            {t('daily.have')}
          </Button>
        </Allowed>
      </div>
      <RefusedNotice refused={refused} />
      {file && (
        <Notice tone="good">
          {t('daily.written', { name: nameOf(file) })}{' '}
          <Button size="small" onClick={() => void call('reports.showFile', { file })}>
            {t('reports.show')}
          </Button>
        </Notice>
      )}
    </section>
  );
}
