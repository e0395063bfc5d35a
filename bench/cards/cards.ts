import { addressCard } from "./address.ts";
import { appointmentCard } from "./appointment.ts";
import { callLogCard } from "./call-log.ts";
import type { BenchCard } from "./card.ts";
import { cartCard } from "./cart.ts";
import { chatCard } from "./chat.ts";
import { contactCard } from "./contact.ts";
import { flightCard } from "./flight.ts";
import { invoiceCard } from "./invoice.ts";
import { loyaltyCard } from "./loyalty.ts";
import { orderLinesCard } from "./order-lines.ts";
import { paymentCard } from "./payment.ts";
import { productCard } from "./product.ts";
import { refundCard } from "./refund.ts";
import { returnRequestCard } from "./return-request.ts";
import { reviewCard } from "./review.ts";
import { shipmentCard } from "./shipment.ts";
import { subscriptionCard } from "./subscription.ts";
import { surveyCard } from "./survey.ts";
import { ticketCard } from "./ticket.ts";
import { warrantyCard } from "./warranty.ts";

/** Twenty cards as developers of apps write them: what a timeline holds. */
export const cards: readonly BenchCard[] = [
  orderLinesCard,
  invoiceCard,
  shipmentCard,
  appointmentCard,
  refundCard,
  returnRequestCard,
  reviewCard,
  surveyCard,
  subscriptionCard,
  loyaltyCard,
  ticketCard,
  contactCard,
  addressCard,
  paymentCard,
  productCard,
  cartCard,
  callLogCard,
  chatCard,
  warrantyCard,
  flightCard,
];
