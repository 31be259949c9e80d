// A day of mixed use in minutes: questions of every kind, refused ones, jobs with their events, sign-ins, callers that
// hang up, and lists that are loaded again meanwhile. What the server holds is looked at after a collection of garbage.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'undici';

const SAMPLES = 6;

/** A caller of the server's inspector. */
async function inspector(url) {
  const socket = new WebSocket(url);
  await new Promise((done, failed) => {
    socket.onopen = done;
    socket.onerror = failed;
  });
  let id = 0;
  const waiting = new Map();
  socket.onmessage = ({ data }) => {
    const { id: of, result } = JSON.parse(data);
    waiting.get(of)?.(result);
    waiting.delete(of);
  };
  const call = (method, params = {}) =>
    new Promise((done) => {
      id += 1;
      waiting.set(id, done);
      socket.send(JSON.stringify({ id, method, params }));
    });
  return { call, close: () => socket.close() };
}

/** What the server holds when nothing is in hand and garbage was collected. */
async function sample({ call }, { pid, path, requests, from }) {
  await call('HeapProfiler.enable');
  for (let i = 0; i < 3; i += 1) await call('HeapProfiler.collectGarbage');
  const { result } = await call('Runtime.evaluate', {
    expression:
      'JSON.stringify({ ...process.memoryUsage(), handles: process.getActiveResourcesInfo().length })',
  });
  const { heapUsed, external, arrayBuffers, rss, handles } = JSON.parse(result.value);
  const mib = (bytes) => Math.round(bytes / 2 ** 18) / 4;
  return {
    atS: Math.round((performance.now() - from) / 1000),
    requests: requests(),
    heapMiB: mib(heapUsed),
    externalMiB: mib(external),
    buffersMiB: mib(arrayBuffers),
    rssMiB: mib(rss),
    handles,
    files: readdirSync(`/proc/${pid}/fd`).length,
    ledgerMiB: mib(statSync(`${path}.ledger`).size),
  };
}

/** Sends one request of each kind in turn, as several callers; counts what came back and what should not have. */
function callers({ port, key, password, names }) {
  const base = `http://127.0.0.1:${port}`;
  const headers = { authorization: `Bearer ${key}` };
  const json = { ...headers, 'content-type': 'application/json' };
  const name = () => names[Math.floor(Math.random() * names.length)];
  const question = () => ({ schema: 'Person', properties: { name: [name()] } });
  const counts = { requests: 0, wrong: {} };
  const ask = async (wanted, path, options = {}) => {
    counts.requests += 1;
    const reply = await fetch(`${base}${path}`, { headers, ...options });
    const body = await reply.arrayBuffer();
    if (!wanted.includes(reply.status)) {
      const about = `${options.method ?? 'GET'} ${path.split('?')[0].slice(0, 40)}: ${reply.status}`;
      counts.wrong[about] = (counts.wrong[about] ?? 0) + 1;
    }
    return { reply, text: () => Buffer.from(body).toString('utf8') };
  };
  const post = (wanted, path, body, more = json) =>
    ask(wanted, path, {
      method: 'POST',
      headers: more,
      body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body),
    });
  const job = async () => {
    const form = new FormData();
    const rows = Array.from({ length: 50 }, () => JSON.stringify({ name: name() })).join('\n');
    form.append('file', new Blob([rows]), 'names.jsonl');
    const { reply, text } = await post([202], '/api/v1/jobs/screen', form, headers);
    if (reply.status !== 202) return;
    const { id } = JSON.parse(text());
    await ask([200], `/api/v1/jobs/${id}/events`);
    await ask([200], `/api/v1/jobs/${id}/result`);
    await ask([200], `/api/v1/jobs/${id}`, { method: 'DELETE' });
  };
  const hangUp = async () => {
    const stop = new AbortController();
    const asked = fetch(`${base}/search/default?limit=500`, { headers, signal: stop.signal });
    setTimeout(() => stop.abort(), 2);
    await asked.then((reply) => reply.arrayBuffer()).catch(() => undefined);
    counts.requests += 1;
  };
  const signIn = async (right) => {
    const { reply } = await post([right ? 200 : 401, 429], '/api/v1/session', {
      name: right ? 'soak' : `nobody-${Math.floor(Math.random() * 50)}`,
      password: right ? password : 'wrong',
    });
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie !== undefined) await ask([200], '/api/v1/session', { headers: { cookie } });
  };
  const often = [
    () => post([200], '/match/default', { queries: { q: question() } }),
    () => post([200], '/match/default', { queries: { q: question() } }),
    () => ask([200], `/search/default?q=${encodeURIComponent(name())}&simple=true&facets=countries`),
    () => ask([200], `/api/v1/screen?name=${encodeURIComponent(name())}`),
    () => post([200], '/api/v1/screen', { name: name(), schema: 'Person' }),
    () =>
      post([200], '/match/default', {
        queries: Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`q${i}`, question()])),
      }),
    () => ask([404], `/entities/none-${Math.random()}`),
    () => ask([404], `/api/v1/entities/un-sc:none-${Math.random()}`),
    () => post([422], '/match/default', '{"queries":'),
    () => post([400], '/api/v1/screen', { name: 7 }),
    () => ask([200], '/api/v1/lists'),
    hangUp,
  ];
  const seldom = [
    job,
    () => signIn(true),
    () => signIn(false),
    () => ask([200], '/search/default?limit=500'),
  ];
  return { counts, often, seldom };
}

/** Runs the mixture for so many minutes. Gives what was held at several moments, and what grew. */
export async function soak({ port, pid, inspect, path, minutes, key, password, names, reload }) {
  const tool = await inspector(inspect);
  const { counts, often, seldom } = callers({ port, key, password, names });
  const from = performance.now();
  const about = { pid, path, from, requests: () => counts.requests };
  const samples = [];
  let reloads = 0;
  for (let part = 0; part < SAMPLES; part += 1) {
    const until = performance.now() + (minutes * 60_000) / SAMPLES;
    const running = Array.from({ length: 6 }, async (_, caller) => {
      for (let round = caller; performance.now() < until; round += 1) await often[round % often.length]();
    });
    const slow = (async () => {
      for (let round = 0; performance.now() < until; round += 1) {
        await seldom[round % seldom.length]();
        await new Promise((done) => setTimeout(done, 250));
      }
    })();
    // The record changes in every part, so that each sample is after an edition was replaced.
    const loaded = reload(part);
    await Promise.all([...running, slow, loaded]);
    reloads += 1;
    await new Promise((done) => setTimeout(done, 1500));
    samples.push(await sample(tool, about));
    console.error(JSON.stringify(samples.at(-1)));
  }
  tool.close();
  // The first two parts fill what is kept for the most recent questions.
  const [first, last] = [samples[1], samples.at(-1)];
  const more = (field) => Math.round((last[field] - first[field]) * 100) / 100;
  return {
    minutes,
    reloads,
    requests: counts.requests,
    unexpected: counts.wrong,
    grown: {
      heapMiB: more('heapMiB'),
      buffersMiB: more('buffersMiB'),
      handles: more('handles'),
      files: more('files'),
    },
    ledgerBytesARequest: Math.round((more('ledgerMiB') * 2 ** 20) / (last.requests - first.requests)),
    samples,
  };
}

/** Loads one snapshot by a process of its own, and waits until the server answers from what it made. */
export async function loadMeanwhile({ root, path, list, files, observed, edition }) {
  const before = await edition();
  const child = spawn(
    process.execPath,
    [
      join(root, 'dist/cli/main.js'),
      'load',
      list,
      ...files,
      '--observed',
      observed,
      '--force',
      'bench',
      '--store',
      path,
    ],
    { stdio: 'ignore' },
  );
  await new Promise((done) => child.once('exit', done));
  for (let wait = 0; wait < 1200 && (await edition()) === before; wait += 1)
    await new Promise((done) => setTimeout(done, 250));
  return child.exitCode;
}

/** Where the inspector of a process that was told to have one listens. */
export async function inspectorOf(child) {
  let said = '';
  return new Promise((done, failed) => {
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const [, url] = /Debugger listening on (ws:\/\/\S+)/.exec(said) ?? [];
      if (url !== undefined) done(url);
    });
    child.once('exit', () => failed(new Error(said)));
  });
}
