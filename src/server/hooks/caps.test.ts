import Fastify from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { sendProblem } from '../problem.ts';
import { requestCaps } from './caps.ts';
import { Lateness, watchThread } from './lateness.ts';

/** The turns of half a second in which nothing is late. */
const quiet = new Array<number>(25).fill(20);

/** Whether a thread was behind at some time, and at the end. */
function behindAfter(...turns: readonly number[]): { readonly ever: boolean; readonly now: boolean } {
  const lateness = new Lateness();
  let ever = false;
  for (const ms of turns) {
    lateness.turn(ms);
    ever ||= lateness.behind;
  }
  return { ever, now: lateness.behind };
}

describe('a thread', () => {
  it('is not behind for one long piece of work, however long it was, nor for one now and then', () => {
    expect(behindAfter(...quiet, 1000, ...quiet).ever).toBe(false);
    expect(behindAfter(...quiet, 60_000, ...quiet, 1500, ...quiet, ...quiet, 3000, ...quiet).ever).toBe(
      false,
    );
  });

  it('is not behind for many turns that are short enough to wait for', () => {
    expect(behindAfter(...new Array<number>(100).fill(400)).ever).toBe(false);
  });

  it('is behind when long turns come one after the other, until they no longer do', () => {
    expect(behindAfter(1300, 1300, 1300)).toEqual({ ever: true, now: true });
    expect(behindAfter(1300, 20, 1300, 20, 1300, 20, 1300)).toEqual({ ever: true, now: true });
    expect(behindAfter(1300, 1300, 1300, ...quiet)).toEqual({ ever: true, now: false });
  });

  it('that is held up again and again is found to be', { timeout: 30_000 }, async () => {
    const thread = watchThread();
    try {
      for (let turn = 0; turn < 6 && !thread.behind; turn += 1) {
        const until = performance.now() + 1300;
        while (performance.now() < until);
        await new Promise((done) => setTimeout(done, 5));
      }
      expect(thread.behind).toBe(true);
    } finally {
      thread.stop();
    }
  });
});

describe('requests to a server whose thread is behind', () => {
  const thread = { behind: true, stop: () => undefined };
  const app = Fastify();
  app.setErrorHandler(sendProblem);
  requestCaps(app, { mostRequests: 10 }, thread);
  app.get('/answer', { config: { action: 'screen' } }, async () => ({ found: [] }));
  app.get('/health', { config: { action: 'public' } }, async () => ({ ok: true }));
  afterEach(() => {
    thread.behind = true;
  });

  it('are refused with the time after which to ask again, and get no answer', async () => {
    const reply = await app.inject('/answer');
    expect(reply.statusCode).toBe(503);
    expect(reply.headers['retry-after']).toBe('1');
    expect(reply.json()).not.toHaveProperty('found');
  });

  it('are answered about its health, and all again once it is not behind', async () => {
    expect((await app.inject('/health')).statusCode).toBe(200);
    thread.behind = false;
    expect((await app.inject('/answer')).json()).toEqual({ found: [] });
  });
});
