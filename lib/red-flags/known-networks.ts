// Networks whose addresses stand elsewhere than the people who use them: VPNs, relays, gateways of companies, satellites
// and aeroplanes. Known by the number or the name that a log gives them, looked up by hand. Further ranges are the user's to
// load (lib/logs/address-lists.ts).

/** Numbers of autonomous systems. */
const numbers = new Set([
  // VPNs, and hosting that most of them rent.
  9009, 212_238, 147_049, 39_351, 62_371, 209_103,
  // Relays: ordinary hosting stands in the same networks, and nobody is at home in one.
  13_335, 36_183, 54_113,
  // Gateways of companies.
  53_813, 22_616,
  // Satellites and aeroplanes.
  14_593, 7155, 6621,
]);

const names =
  /\b(?:vpn|proxy|relay|m247|datacamp|packethub|mullvad|proton ?ag|nordvpn|surfshark|expressvpn|cloudflare|akamai|fastly|zscaler|netskope|viasat|gogo|panasonic avionics|inmarsat|starlink|spacex|hughes(?:net)?|in-?flight|wi-?fi onboard)\b/i;

/** Whether a network, as a log names it, carries people from elsewhere. */
export function carriesOthers(network: string): boolean {
  const number = /^(?:AS)?\s?(\d{1,10})\b/i.exec(network);
  return (number !== null && numbers.has(Number(number[1]))) || names.test(network);
}
