// Stripe's types leave each enumeration open for values that are not listed yet. What the simulator says must be listed.
type Open = string & Record<never, never>;
type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
type Listed<T> = T extends unknown ? (Same<T, Open> extends true ? never : T) : never;

/** The type with its enumerations closed, all the way down. */
export type Closed<T> = T extends (infer U)[] ? Closed<Listed<U>>[] : T extends object ? { [K in keyof T]: Closed<Listed<T[K]>> } : T;

/** A parameter's member; an error where Stripe knows no such parameter. */
export type Member<T, K extends keyof Exclude<NonNullable<T>, string>> = Exclude<NonNullable<T>, string>[K];
