// The red flags and the mitigation measures as the advisory words and as Hireflag numbers them.
// Source: Guidance on the Democratic People's Republic of Korea Information Technology Workers,
// U.S. Departments of State and the Treasury and the FBI, 16 May 2022 (a U.S. government work).
// P: red flags for platforms. C: for companies that hire. O: from how such workers operate.
// M: mitigation measures. A: what it asks platforms to do automatically, which Hireflag does for the client. A view that cites a clause shows these words.

export const clauses = {
  P1: 'Multiple logins into one account from various IP addresses in a relatively short period of time, especially if the IP addresses are associated with different countries',
  P2: 'Developers are logging into multiple accounts on the same platform from one IP address',
  P3: 'Developers are logged into their accounts continuously for one or more days at a time',
  P4: 'Router port or other technical configurations associated with use of remote desktop sharing software, such as port 3389 in the router used to access the account, particularly if usage of remote desktop sharing software is not standard company practice',
  P5: 'Developer accounts use a fraudulent client account to increase developer account ratings, but both the client and developer accounts use the same PayPal account to transfer/withdraw money (paying themselves with their own money)',
  P6: 'Frequent use of document templates for things such as bidding documents and project communication methods, especially the same templates being used across different developer accounts',
  P7: 'Multiple developer accounts receiving high ratings from one client account in a short period, with similar or identical documentation used to establish the developer accounts and/or the client account',
  P8: 'Extensive bidding on projects, and a low number of accepted project bids compared to the number of projects bids on by a developer',
  P9: 'Frequent transfers of money through payment platforms, especially to PRC-based bank accounts, and sometimes routed through one or more companies to disguise the ultimate destination of the funds',
  C1: 'If a freelance software development website or payment platform account has been shut down or the worker contacts the employer requesting use of a different account, especially if registered to a different name',
  C2: 'Use of digital payment services, especially PRC-linked services',
  C3: 'Inconsistencies in name spelling, nationality, claimed work location, contact information, educational history, work history, and other details across a developer’s freelance platform profiles, social media profiles, external portfolio websites, payment platform profiles, and assessed location and hours',
  C4: 'Surprisingly simple portfolio websites, social media profiles, or developer profiles',
  C5: 'Direct messaging or cold-calls from individuals purporting to be C-suite level executives of software development companies to solicit services or advertise proficiencies',
  C6: 'Requests to communicate with clients and potential clients on a separate platform than the original freelance platform website where the client found the IT worker',
  C7: 'An employer proposes to send documents or work-related equipment such as a laptop to a developer, and the developer requests that items be sent to an address not listed on the developer’s identification documentation. Be particularly suspicious if a developer claims they cannot receive items at the address on their identification documentation',
  C8: 'Seeking payment in virtual currency in an effort to evade KYC/AML measures and use of the formal financial system',
  C9: 'Requesting payment for contracts without meeting production benchmarks or check-in meetings',
  C10: 'Inability to conduct business during required business hours',
  C11: 'Incorrect or changing contact information, specifically phone numbers and emails',
  C12: 'Biographical information which does not appear to match the applicant',
  C13: 'Failure to complete tasks in a timely manner or to respond to tasks',
  C14: 'Inability to reach them in a timely manner, especially through "instant" communication methods',
  C15: 'Asking co-workers to borrow some of their personal information to obtain other contracts',
  O1: 'favor text-based chat instead of video calls (refusal of video)',
  O2: 'recommend additional workers to the company (one hire introduces the next)',
  O3: 'propose collaboration to other freelance workers, sell, rent or share platform accounts',
  O4: 'online employment sections that name small or mid-sized companies; lookalike e-mail domains',
  M1: 'Conduct video interviews to verify a potential freelance worker’s identity',
  M2: 'Conduct a pre-employment background check, drug test, and fingerprint/biometric log-in to verify identity and claimed location. Avoid payments in virtual currency and require verification of banking information corresponding to other identifying documents',
  M3: 'Use extra caution when interacting with freelance developers through remote collaboration applications, such as remote desktop applications. Consider disabling remote collaboration applications on any computer supplied to a freelance developer',
  M4: 'Verify employment and higher education history directly with the listed companies and educational institutions, using contact information identified through a search engine or other business database, not directly obtained from the potential employee or from their profile',
  M5: 'Check that the name spelling, nationality, claimed location, contact information, educational history, work history, and other details of a potential hire are consistent across the developer’s freelance platform profiles, social media profiles, external portfolio websites, payment platform accounts, and assessed location and hours of work. Be extra cautious of simple portfolio websites, social media profiles, or developer profiles',
  M6: 'Be cautious of a developer requesting to communicate on a separate platform outside the original freelance platform website where a company initially found the IT worker',
  M7: 'If sending to a developer documents or work-related equipment such as a laptop, only send to the address listed on the developer’s identification documents and obtain additional documentation if the developer requests that the laptop or other items be sent to an unfamiliar address. Be suspicious if a developer cannot receive items at the address on their identification documentation',
  M8: 'Be vigilant for unauthorized, small-scale transactions that may be fraudulently conducted by contracted IT workers (in one case over USD 50,000 in 30 small installments over a matter of months)',
  A1: 'Provide extra scrutiny to newly established accounts',
} as const;

export type ClauseId = keyof typeof clauses;
