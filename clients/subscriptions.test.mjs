// What a program sees that follows changes with npm's graphql-ws. A Go test at the root of the
// repository starts two replicas on one database, and this with
//   FIRST_URL, SECOND_URL   the replicas
//   CONTROL_URL             POST /disable disables Boris's account, POST /restart restarts the second replica
//   ANNA_TOKEN, BORIS_TOKEN access tokens
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const { FIRST_URL, SECOND_URL, CONTROL_URL, ANNA_TOKEN, BORIS_TOKEN } = process.env;

function connect(t, url, token, options) {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { Authorization: `Bearer ${token}` },
    retryWait: () => pause(100),
    ...options,
  });
  t.after(() => client.dispose());
  return client;
}

async function post(url, token, query) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined);
  return data;
}

async function control(action) {
  const response = await fetch(`${CONTROL_URL}${action}`, { method: 'POST' });
  assert.equal(response.status, 204);
}

// isTold makes tasks at url until one of them is told: nothing but that tells a client when its
// subscription has begun.
async function isTold(changes, url) {
  const descriptions = [];
  let told = changes.next();
  for (;;) {
    descriptions.push(randomUUID());
    await post(url, ANNA_TOKEN, `mutation { createTask(taskData: {customerPhone: "+79170009900", description: "${descriptions.at(-1)}"}) { task { id } } }`);
    const { value, done } = await Promise.race([told, pause(500, {})]);
    assert.ok(!done);
    if (!value) continue;
    assert.equal(value.errors, undefined);
    assert.equal(value.data.taskChanged.kind, 'CREATED');
    if (descriptions.includes(value.data.taskChanged.task.description)) return;
    told = changes.next(); // that was a task of another test
  }
}

const tasks = { query: 'subscription { taskChanged { kind task { description customer { phone } } } }' };

test('a change made by HTTP on one replica is told on another', async (t) => {
  const client = connect(t, FIRST_URL, ANNA_TOKEN);
  await isTold(client.iterate(tasks), SECOND_URL);
});

test('queries and mutations are answered on the same socket', async (t) => {
  const client = connect(t, FIRST_URL, ANNA_TOKEN);
  for (const [query, field] of [
    ['{ me { email } }', 'me'],
    ['mutation { createTask(taskData: {customerPhone: "+79170009900"}) { task { id } } }', 'createTask'],
  ]) {
    const results = [];
    for await (const result of client.iterate({ query })) results.push(result);
    assert.equal(results.length, 1);
    assert.ok(results[0].data[field]);
  }
  await assert.rejects(client.iterate({ query: '{ nothing }' }).next(), (errors) => errors[0].extensions.code === 'INVALID');
});

test('a server that restarts is connected to again, and its subscriptions go on', async (t) => {
  const closed = [];
  const client = connect(t, SECOND_URL, ANNA_TOKEN, {
    retryAttempts: 100,
    shouldRetry: () => true, // also while nobody listens at the address
    on: { closed: (event) => closed.push(event.code) },
  });
  const changes = client.iterate(tasks);
  await isTold(changes, FIRST_URL);
  closed.length = 0;
  await control('/restart');
  await isTold(changes, FIRST_URL);
  assert.equal(closed[0], 1012);
});

test('an account that is disabled is closed, on every replica', async (t) => {
  const ended = [FIRST_URL, SECOND_URL].map((url) => {
    const client = connect(t, url, BORIS_TOKEN, { shouldRetry: (event) => event.code !== 4403 });
    const changes = client.iterate(tasks);
    return { changes, ends: assert.rejects(async () => { for await (const _ of changes); }, { code: 4403, reason: 'Forbidden' }) };
  });
  await control('/disable');
  for (const { ends } of ended) await ends;
});
