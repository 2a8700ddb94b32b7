// Uses the page of operations as people do, at the width of a telephone and of a desk.
// node ops.mjs <browser> <address> <id of a booking's orchestration that waits> [<folder for pictures of the pages>]
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [executablePath, address, instanceId, pictures] = process.argv.slice(2);
const widths = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } };

const browser = await chromium.launch({
  executablePath,
  // A container's root has no sandbox to offer, and little shared memory. Only our own page is opened.
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
});
try {
  for (const [name, viewport] of Object.entries(widths)) await visit(name, viewport);
} finally {
  await browser.close();
}

async function visit(name, viewport) {
  const context = await browser.newContext({ viewport, isMobile: name === 'phone', hasTouch: name === 'phone' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  let taken = 0;

  await page.goto(`${address}/ops`);
  await looksWell('sign-in');
  await page.getByLabel('User').selectOption('dispatcher@nots.test');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Signed in as dispatcher').waitFor();
  await page.goto(`${address}/ops/orchestrations/${instanceId}`);
  assert.equal(await page.locator('.controls').count(), 0, 'a dispatcher is offered no controls');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByLabel('User').selectOption('admin@nots.test');
  await page.getByRole('button', { name: 'Sign in' }).click();

  await filter('running', true);
  await looksWell('list');
  await filter('suspended', false);
  await filter('running', true);

  await page.getByRole('link', { name: instanceId }).click();
  await sleeping();
  assert.equal(await fact('Status'), 'running');
  assert.equal(await fact('Waits for'), 'a driver');
  assert.match(await fact('Until'), /\d{4}, \d\d:\d\d:\d\d in /);
  const steps = await page.locator('.timeline li').allInnerTexts();
  assert.match(steps[0], /Started/);
  assert.ok(steps.some(step => /Activity booking\S* +[\d.]+ (ms|s)/.test(step)), `a step has its duration: ${steps}`);
  await looksWell('one');

  await control('Suspend', 'suspended Trying it out');
  await looksWell('suspended');
  await control('Resume', 'running');
  await control('Look again', 'running');

  await page.getByText('Terminate', { exact: true }).first().click();
  await page.locator('form[action$="/terminate"] input[name=reason]').fill('Trying it out');
  await page.getByRole('button', { name: 'Terminate' }).click();
  await looksWell('terminate');
  assert.equal(await fact('Status'), 'running', 'terminating waits for its confirmation');

  assert.deepEqual(complaints.filter(text => !text.includes('favicon')), [], 'the browser has nothing to complain of');
  await context.close();

  async function filter(status, found) {
    await page.getByLabel('Status').selectOption(status);
    await page.getByLabel('Name').fill('booking');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(url => url.searchParams.get('status') === status);
    assert.equal(await page.getByRole('link', { name: instanceId }).count(), found ? 1 : 0, `${status} shows the instance: ${found}`);
  }

  async function control(text, status) {
    const controls = page.locator('.controls details', { has: page.getByRole('button', { name: text, exact: true, includeHidden: true }) });
    await controls.locator('summary').click();
    await controls.getByLabel('Reason').fill('Trying it out');
    const answer = page.waitForResponse(response => response.request().method() === 'POST');
    await controls.getByRole('button', { name: text, exact: true }).click();
    assert.equal((await answer).status(), 303);
    await page.waitForLoadState();
    assert.equal(await fact('Status'), status);
  }

  // It may be taking a step just now: its page is opened again until it waits.
  async function sleeping() {
    const bound = Date.now() + 20_000;
    while (!/Timer until .* waiting/s.test(await page.locator('.timeline li').last().innerText())) {
      assert.ok(Date.now() < bound, 'the orchestration comes to wait');
      await page.reload();
    }
  }

  function fact(term) {
    return page.locator(`dt:text-is("${term}") + dd`).innerText();
  }

  async function looksWell(what) {
    const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= window, `${what} on a ${name} is ${content} wide in a window of ${window}`);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${++taken}-${what}.png`, fullPage: true });
  }
}
