// What is taken out of a file that a browser saved: the page, its address, and when it was saved.
import { describe, expect, it } from 'vitest';
import { pagesIn } from '../../lib/reading/saved-file.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const url = 'https://www.freelancer.com/u/mill-hand';

describe('a .html file', () => {
  it.each([
    ['the comment that browsers write', `<!-- saved from url=(0038)${url} -->\n<html></html>`],
    ['its canonical address', `<html><head><link rel="canonical" href="${url}"></head></html>`],
    ['what it is called elsewhere', `<html><head><meta property="og:url" content="${url}"></head></html>`],
  ])('says its address by %s', (_, html) => {
    expect(pagesIn(bytes(html))).toEqual([{ html, url, at: undefined }]);
  });

  it('without an address is a page of nobody knows where', () => {
    expect(pagesIn(bytes('<!DOCTYPE html><html><p>Hi</p></html>'))[0]?.url).toBeUndefined();
  });

  it('is read in the encoding that it names', () => {
    const html = new Uint8Array([
      ...bytes('<html><meta charset="windows-1251"><p>'),
      0xcf,
      0xf0,
      0xe8,
      ...bytes('</p>'),
    ]);
    expect(pagesIn(html)[0]?.html).toContain('<p>При</p>');
  });

  it('of another kind holds no page', () => {
    expect(pagesIn(bytes('{"kind":"bid"}'))).toEqual([]);
    expect(pagesIn(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]))).toEqual([]);
    expect(pagesIn(new Uint8Array())).toEqual([]);
  });
});

describe('a .mhtml file', () => {
  const whole = (parts: string, date = 'Tue, 3 Mar 2026 10:00:00 -0000') =>
    bytes(
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${url}\r\nSubject: Somebody\r\nDate: ${date}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Boundary--7----"\r\n\r\n\r\n${parts}------Boundary--7------\r\n`,
    );
  const part = (head: string, body: string) => `------Boundary--7----\r\n${head}\r\n\r\n${body}\r\n`;
  const picture = part(
    'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://x.example/p.png',
    'iVBORw0KGgo=',
  );

  it('gives the page in quoted-printable, its address and its day', () => {
    const file = whole(
      part(
        `Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: ${url}`,
        '<html><p class=3D"a">Jos=C3=A9 is a =\r\nmiller</p></html>',
      ) + picture,
    );
    const [page, ...more] = pagesIn(file);
    expect(page).toMatchObject({ url, at: Date.parse('2026-03-03T10:00:00Z') });
    expect(page?.html.trim()).toBe('<html><p class="a">José is a miller</p></html>');
    expect(more).toEqual([]);
  });

  it('gives the frames after the page, each with its own address', () => {
    const html = (place: string, words: string) =>
      part(
        `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: ${place}`,
        btoa(words),
      );
    const pages = pagesIn(
      whole(html(url, '<p>page</p>') + picture + html('https://f.example/', '<p>frame</p>'), 'no day'),
    );
    expect(pages.map(({ url, html, at }) => [url, html, at])).toEqual([
      [url, '<p>page</p>', undefined],
      ['https://f.example/', '<p>frame</p>', undefined],
    ]);
  });

  it('that was cut off gives what is there, and never breaks', () => {
    const file = whole(
      part('Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable', '<p>caf=C3=A9</p>'),
    );
    for (const length of [0, 40, 150, 300, file.length - 60, file.length]) {
      expect(() => pagesIn(file.subarray(0, length)).map(({ html }) => html)).not.toThrow();
    }
    expect(pagesIn(file.subarray(0, file.length - 30))[0]?.html).toContain('café');
  });
});
