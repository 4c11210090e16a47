import { go } from '../../route.ts';
import { ProposalPanel } from './proposal-panel.tsx';

const back = () => go('beds');

/** `#/beds?propose=all`: beds for everybody who waits. */
export function ProposalPage() {
  return <ProposalPanel stayIds={null} onDone={back} onLeave={back} />;
}
