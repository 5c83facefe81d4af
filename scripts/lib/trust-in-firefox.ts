// Firefox takes no list of trusted keys at its start, as Chromium does: it is told of each server's certificate once it runs.
import { inFirefox } from './background.ts';
import type { Certificate } from './certificate.ts';
import type { OpenBrowser } from './open-browser.ts';

/** Firefox accepts the server's certificate, as after the user has said so. */
export async function trustInFirefox(
  opened: OpenBrowser,
  { url, certificate }: { url: string; certificate: Certificate },
): Promise<void> {
  const { hostname, port } = new URL(url);
  const base64 = certificate.cert.replace(/-----[A-Z ]+-----|\s/g, '');
  await inFirefox(
    opened,
    `() => {
      const certificates = Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB);
      const overrides = Cc['@mozilla.org/security/certoverride;1'].getService(Ci.nsICertOverrideService);
      const certificate = certificates.constructX509FromBase64('${base64}');
      overrides.rememberValidityOverride('${hostname}', ${port}, {}, certificate, true);
    }`,
  );
}
