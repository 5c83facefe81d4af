// The countries that invented people of the practice marketplace live in: the name as the
// marketplace writes it and the clock they live by.

/** The moment at which all pages of the practice marketplace were made. */
export const PRACTICE_NOW = '2026-10-14T09:30:00Z';

export const countries: Readonly<Record<string, { name: string; timezone: string }>> = {
  at: { name: 'Austria', timezone: 'Europe/Vienna' },
  au: { name: 'Australia', timezone: 'Australia/Hobart' },
  bd: { name: 'Bangladesh', timezone: 'Asia/Dhaka' },
  be: { name: 'Belgium', timezone: 'Europe/Brussels' },
  bg: { name: 'Bulgaria', timezone: 'Europe/Sofia' },
  br: { name: 'Brazil', timezone: 'America/Sao_Paulo' },
  ca: { name: 'Canada', timezone: 'America/Toronto' },
  cl: { name: 'Chile', timezone: 'America/Santiago' },
  cz: { name: 'Czech Republic', timezone: 'Europe/Prague' },
  de: { name: 'Germany', timezone: 'Europe/Berlin' },
  dk: { name: 'Denmark', timezone: 'Europe/Copenhagen' },
  eg: { name: 'Egypt', timezone: 'Africa/Cairo' },
  es: { name: 'Spain', timezone: 'Europe/Madrid' },
  fr: { name: 'France', timezone: 'Europe/Paris' },
  gb: { name: 'United Kingdom', timezone: 'Europe/London' },
  ge: { name: 'Georgia', timezone: 'Asia/Tbilisi' },
  gh: { name: 'Ghana', timezone: 'Africa/Accra' },
  gr: { name: 'Greece', timezone: 'Europe/Athens' },
  hr: { name: 'Croatia', timezone: 'Europe/Zagreb' },
  ie: { name: 'Ireland', timezone: 'Europe/Dublin' },
  il: { name: 'Israel', timezone: 'Asia/Jerusalem' },
  in: { name: 'India', timezone: 'Asia/Kolkata' },
  it: { name: 'Italy', timezone: 'Europe/Rome' },
  jp: { name: 'Japan', timezone: 'Asia/Tokyo' },
  ke: { name: 'Kenya', timezone: 'Africa/Nairobi' },
  lb: { name: 'Lebanon', timezone: 'Asia/Beirut' },
  lk: { name: 'Sri Lanka', timezone: 'Asia/Colombo' },
  lt: { name: 'Lithuania', timezone: 'Europe/Vilnius' },
  ma: { name: 'Morocco', timezone: 'Africa/Casablanca' },
  mm: { name: 'Myanmar', timezone: 'Asia/Yangon' },
  mx: { name: 'Mexico', timezone: 'America/Mexico_City' },
  my: { name: 'Malaysia', timezone: 'Asia/Kuala_Lumpur' },
  ng: { name: 'Nigeria', timezone: 'Africa/Lagos' },
  nl: { name: 'Netherlands', timezone: 'Europe/Amsterdam' },
  no: { name: 'Norway', timezone: 'Europe/Oslo' },
  nz: { name: 'New Zealand', timezone: 'Pacific/Auckland' },
  pe: { name: 'Peru', timezone: 'America/Lima' },
  ph: { name: 'Philippines', timezone: 'Asia/Manila' },
  pk: { name: 'Pakistan', timezone: 'Asia/Karachi' },
  pl: { name: 'Poland', timezone: 'Europe/Warsaw' },
  pt: { name: 'Portugal', timezone: 'Europe/Lisbon' },
  ro: { name: 'Romania', timezone: 'Europe/Bucharest' },
  rs: { name: 'Serbia', timezone: 'Europe/Belgrade' },
  sa: { name: 'Saudi Arabia', timezone: 'Asia/Riyadh' },
  se: { name: 'Sweden', timezone: 'Europe/Stockholm' },
  si: { name: 'Slovenia', timezone: 'Europe/Ljubljana' },
  sk: { name: 'Slovakia', timezone: 'Europe/Bratislava' },
  sn: { name: 'Senegal', timezone: 'Africa/Dakar' },
  tr: { name: 'Turkey', timezone: 'Europe/Istanbul' },
  ua: { name: 'Ukraine', timezone: 'Europe/Kyiv' },
  us: { name: 'United States', timezone: 'America/New_York' },
  vn: { name: 'Vietnam', timezone: 'Asia/Ho_Chi_Minh' },
  za: { name: 'South Africa', timezone: 'Africa/Johannesburg' },
};

/** The practice moment on the clock of a country, as the marketplace shows it: `11:30 AM`. */
export function localTime(country: string): string {
  const timeZone = countries[country]?.timezone ?? 'UTC';
  return new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', minute: '2-digit' })
    .format(new Date(PRACTICE_NOW))
    .replace(/\s/g, ' ');
}
