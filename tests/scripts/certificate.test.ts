import { createHash, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeCertificate } from '../../scripts/lib/certificate.ts';

// Serial number and signature are drawn by lot and differ in length, so one certificate proves little.
test.each(Array.from({ length: 20 }, (_, n) => n))('certificate %i is well formed and signed by its own key', () => {
  const { cert, fingerprint } = makeCertificate(['www.freelancer.com', 'localhost']);
  const parsed = new X509Certificate(cert);
  expect(parsed.verify(parsed.publicKey)).toBe(true);
  expect(parsed.subject).toMatch(/^CN=Hireflag practice marketplace [0-9a-f]{8}$/);
  expect(parsed.issuer).toBe(parsed.subject);
  expect(parsed.subjectAltName).toBe('DNS:www.freelancer.com, DNS:localhost');
  expect(parsed.checkHost('localhost')).toBe('localhost');
  expect(parsed.checkHost('example.com')).toBeUndefined();
  const spki = parsed.publicKey.export({ type: 'spki', format: 'der' });
  expect(fingerprint).toBe(createHash('sha256').update(spki).digest('base64'));
});

test('it is valid now and not for long', () => {
  const parsed = new X509Certificate(makeCertificate(['localhost']).cert);
  expect(Date.parse(parsed.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(parsed.validTo)).toBeGreaterThan(Date.now());
  expect(Date.parse(parsed.validTo) - Date.parse(parsed.validFrom)).toBe(7 * 86_400_000);
});

test('each has a key of its own', () => {
  expect(makeCertificate(['localhost']).fingerprint).not.toBe(makeCertificate(['localhost']).fingerprint);
});
