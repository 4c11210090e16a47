import { useRoute } from '../route.ts';
import { DeskView } from './desk-view.tsx';
import { FreeRows } from './free-rows.tsx';
import { numberOfAddress } from './number-address.ts';
import { NumberRows } from './number-rows.tsx';
import { WallView } from './wall-view.tsx';
import './overview.css';

/** The ward at a glance, on the desk or on the wall; and the rows behind each of its numbers. */
export default function OverviewScreen() {
  const route = useRoute();
  if (route.query.get('wall') === '1') return <WallView />;
  const number = numberOfAddress(route);
  if (number === null) return <DeskView />;
  return number.about === 'free' ? <FreeRows of={number} /> : <NumberRows of={number} />;
}
