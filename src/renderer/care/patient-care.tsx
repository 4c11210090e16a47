import type { StayRow } from '#shared/contract/stays.ts';
import { HomeCard } from './home-card.tsx';
import { OrdersCard } from './orders-card.tsx';
import { ReferralCard } from './referral-card.tsx';
import './care.css';

/** A patient's page, view “care”: referral, what is ordered and what came of it, and the week at home. */
export default function PatientCare({ stay }: { stay: StayRow }) {
  return (
    <div className="desk-page-body desk-care">
      <HomeCard stay={stay} />
      <ReferralCard stay={stay} />
      <OrdersCard stay={stay} />
    </div>
  );
}
