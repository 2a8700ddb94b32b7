import createClient, { type Client, type ClientOptions } from 'openapi-fetch';
import type { components, paths } from './schema';

export type { components, operations, paths } from './schema';

/** A type of the contract by its name, such as `Schema<'Booking'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** The platform: `GET`, `POST`, `PATCH` and `DELETE` of each path, with the types of what goes in and comes out. */
export type NotsClient = Client<paths>;

export interface NotsClientOptions extends ClientOptions {
  /** Where the platform is, such as `https://api.nots.co.uk`. */
  baseUrl: string;

  /** The bearer token of whoever has signed in; asked for before each request, and nothing for a guest. */
  token?: () => string | null | undefined | Promise<string | null | undefined>;
}

export function createNotsClient({ token, ...options }: NotsClientOptions): NotsClient {
  const client = createClient<paths>(options);
  if (token) {
    client.use({
      async onRequest({ request }) {
        const bearer = await token();
        if (bearer) {
          request.headers.set('Authorization', `Bearer ${bearer}`);
        }
        return request;
      },
    });
  }
  return client;
}
