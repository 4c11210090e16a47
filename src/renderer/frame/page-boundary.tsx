import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/notices.tsx';

interface State {
  error: Error | null;
}

/** A page that fails leaves the frame standing, and says that nothing was lost. */
export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    console.error('a page failed', error);
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return <Broken onReopen={() => this.setState({ error: null })} />;
  }
}

function Broken({ onReopen }: { onReopen(): void }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('ui.fault.broken')} hint={t('ui.fault.brokenHint')}>
      <Button type="primary" onClick={onReopen}>
        {t('ui.fault.reopen')}
      </Button>
    </EmptyState>
  );
}
