import type { RollCallId } from '#shared/contract/values.ts';
import { useRoute } from '../route.ts';
import { RollCallList } from './roll-call-list.tsx';
import { WalkPage } from './walk-page.tsx';
import './roll-calls.css';

/** Roll calls: begin one or look at one; then bed by bed. `#/rollCall/<roll call>`. */
export default function RollCallScreen() {
  const { open } = useRoute();
  return open === null ? <RollCallList /> : <WalkPage key={open} rollCallId={open as RollCallId} />;
}
