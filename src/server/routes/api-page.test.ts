import { describe, expect, it } from 'vitest';
import { API, openApiDocument } from '../../contract/index.ts';
import { API_PAGE_POLICY, apiPage, type DescribedApi, operationPage } from './api-page.ts';

const about = { title: 'Entente', version: '1.0.0', description: 'A <b>record</b> & its "clocks"' };
const described = openApiDocument(Object.values(API), about) as unknown as DescribedApi;
const page = apiPage(described);

describe('the page of the API', () => {
  it('shows every operation under its own anchor, with its address', () => {
    for (const { id, method, path } of Object.values(API)) {
      expect(page).toContain(`id="${id}"`);
      expect(page).toContain(`${method} ${path.replace(/:([A-Za-z]+)/g, '{$1}')}`);
    }
  });

  it('is short, and gives each operation a page of its own with its schemas', () => {
    expect(Buffer.byteLength(page)).toBeLessThan(200_000);
    for (const id of ['screen', 'agenda', 'startUpdate']) expect(page).toContain(`href="/docs/${id}"`);
    expect(operationPage(described, 'screen')).toContain('&quot;threshold&quot;');
    expect(operationPage(described, 'nonsense')).toBeNull();
  });

  it('runs nothing, loads nothing from elsewhere, and shows markup as text', () => {
    expect(page).not.toMatch(/<script|\son\w+=|src=|https?:\/\/[^"\s]*\.js/i);
    expect(page).toContain('A &lt;b&gt;record&lt;/b&gt; &amp; its &quot;clocks&quot;');
    expect(API_PAGE_POLICY).toContain("default-src 'none'");
    expect(API_PAGE_POLICY).not.toContain('unsafe');
  });
});
