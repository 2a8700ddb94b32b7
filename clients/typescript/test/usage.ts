// Never run: it compiles as long as the types say what the contract says.
import { createNotsClient, type Schema } from '../src/index';

const nots = createNotsClient({ baseUrl: 'http://localhost:7071', token: async () => null });

export async function book(customer: Schema<'BookingRequest'>['customer']): Promise<string> {
  const quote = await nots.POST('/v1/quotes', {
    body: {
      pickupLocation: { address: 'Bournemouth Railway Station' },
      dropoffLocation: { address: 'Poole Harbour' },
      pickupTime: '2026-12-10T14:30:00Z',
      passengers: 2,
      luggage: 1,
      vehicleType: 'standard',
      journeyType: 'one_way',
    },
  });
  if (quote.error) {
    throw new Error(quote.error.error.message);
  }
  const booking = await nots.POST('/v1/bookings', {
    params: { header: { 'Idempotency-Key': 'key' } },
    body: { quoteId: quote.data.quoteId, customer, paymentMethod: 'card' },
  });
  const amount: number | undefined = booking.data?.payment.amount;
  return `${booking.data?.bookingReference}: ${amount}`;
}

export async function wrong(): Promise<void> {
  // @ts-expect-error There is no such path.
  await nots.GET('/v1/unicorns');
  // @ts-expect-error A booking is named in the path.
  await nots.GET('/v1/bookings/{bookingId}');
  // @ts-expect-error There is no such vehicle class.
  await nots.POST('/v1/quotes', { body: { vehicleType: 'unicorn' } });
  // @ts-expect-error The limit is a number.
  await nots.GET('/v1/bookings', { params: { query: { limit: 'ten' } } });
}
