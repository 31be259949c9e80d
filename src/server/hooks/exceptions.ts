import type { FastifyInstance } from 'fastify';
import { ExceptionBook, exceptionMoment, type ScreenAnswer } from '../../screening/index.ts';
import type { Store } from '../../store/index.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The answer with its hits marked that exceptions are about, as they stand when it is given. */
    excepting: (answer: ScreenAnswer) => Promise<ScreenAnswer>;
  }
}

/** Lets routes mark what they screened. Exceptions are no part of an edition: one that is approved counts at once. */
export function exceptions(app: FastifyInstance, store: Store, now: () => Date): void {
  const book = new ExceptionBook(store);
  app.decorateRequest('excepting', (answer: ScreenAnswer) =>
    book.mark(answer, exceptionMoment(now(), answer.knownAt)),
  );
}
