import { FolderOpenOutlined, PrinterOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Allowed } from '../people/allowed.tsx';
import { LongProgress } from '../ui/long-progress.tsx';
import { Notice, RefusedNotice } from '../ui/notices.tsx';
import { useRefusedSentence } from '../ui/refusal.ts';
import type { Printing, Wanted } from './use-print.ts';
import './papers.css';

export { usePrint } from './use-print.ts';

const folderAndName = (file: string): [string, string] => {
  const cut = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  return [file.slice(0, cut), file.slice(cut + 1)];
};

interface ButtonProps {
  printing: Printing;
  wanted: Wanted;
  /** What the button says, e.g. `t('papers.print', { paper })`. */
  children: string;
  keys?: string;
  type?: 'primary' | 'default';
  disabled?: boolean;
}

/** A button that prints; its key, where it has one, is registered by the page. */
export function PrintButton({ printing, wanted, children, keys, type = 'default', disabled }: ButtonProps) {
  return (
    <Allowed to="papers.print">
      <Button
        type={type}
        icon={<PrinterOutlined />}
        disabled={printing.busy || disabled === true}
        onClick={() => void printing.print(wanted)}
      >
        {children} {keys && <kbd>{keys}</kbd>}
      </Button>
    </Allowed>
  );
}

/** How far a print has come, with Cancel; then where the file is, who got none, or why there is no file. */
export function PrintNews({ printing }: { printing: Printing }) {
  const { t } = useTranslation();
  if (printing.busy)
    return (
      <LongProgress
        progress={printing.progress}
        fallback={t('papers.making')}
        onCancel={() => printing.cancel()}
      />
    );
  return (
    <>
      <Refused printing={printing} />
      <Written printing={printing} />
      <Without without={printing.without} />
    </>
  );
}

function Refused({ printing: { refused, retry } }: { printing: Printing }) {
  const { t } = useTranslation();
  if (!retry) return <RefusedNotice refused={refused} />;
  return (
    <>
      <RefusedNotice refused={refused} />
      <Notice tone="warn">
        <div className="desk-printed">
          <span>{t('papers.notMade')}</span>
          <Button icon={<ReloadOutlined />} onClick={retry}>
            {t('papers.retry')}
          </Button>
        </div>
      </Notice>
    </>
  );
}

function Written({ printing: { written, show } }: { printing: Printing }) {
  const { t } = useTranslation();
  if (!written) return null;
  const [folder, name] = folderAndName(written.file);
  return (
    <Notice tone="good">
      <div className="desk-printed">
        <strong>{t('papers.done', { count: written.papers, pages: written.pages })}</strong>
        <span className="desk-quiet">
          {t('papers.where', { name, folder })} {t('protection.plainFile')}
        </span>
        <Button icon={<FolderOpenOutlined />} onClick={show}>
          {t('papers.show')}
        </Button>
      </div>
    </Notice>
  );
}

function Without({ without }: Pick<Printing, 'without'>) {
  const { t } = useTranslation();
  const say = useRefusedSentence();
  if (without.length === 0) return null;
  return (
    <Notice tone="warn">
      <strong>{t('papers.left.title', { count: without.length })}</strong>
      <ul className="desk-print-without">
        {without.map(({ stayId, name, problem }) => (
          <li key={stayId}>
            {t('papers.left.line', { name, why: say({ ok: false, kind: 'refused', refusal: problem }) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
