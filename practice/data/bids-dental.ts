// The 48 honest bids on the dental clinics' booking app. Each was written on its own; what they share
// is what honest bids share: the client's own sentences, the usual openings and closings, and the
// phrases an assistant likes to write. Odd ones are kept on purpose: one-liners, other scripts,
// markup, invisible characters.
import type { Bid } from './types.ts';

export const honestOnDental: Bid[] = [
  {
    by: 'quietharbor',
    amount: 4400,
    days: 60,
    text: `The riskiest part, since you ask: two patients taking the same slot within the same second while your practice software is slow to answer. I would test it by firing a few hundred parallel bookings at the sandbox every night and counting doubles. I have done the client side of two municipal booking systems in Bergen, both with an external calendar as the only truth. I would not store appointments at all, only references to them. One question: does the API offer a hold or reservation that expires? If it does not, I would like to talk to the vendor before we fix a price.`,
  },
  {
    by: 'marta-codes',
    amount: 3900,
    days: 55,
    text: `I have read your project description carefully. "The app must never show a slot that the practice software does not have." For me this sentence decides the architecture: no cached calendar on the phone, a short-lived hold while the patient confirms, and an honest message when the slot is gone.

I have 7 years of experience in mobile development, four of them with React Native. Recently I finished an app for a veterinary practice in Gdańsk (two locations, SMS through an Irish provider, so I already know the sender-name registration there).

I am alone, so please plan eleven weeks, not eight. Looking forward to hearing from you.`,
  },
  {
    by: 'fadi-mobile',
    amount: 3300,
    days: 45,
    text: `Hi, native iOS and Android developer here (Swift + Kotlin, no cross platform). For an app with calendar, push and maps I find that two thin native clients over one good API end up smaller than one thick shared one. Waiting list: I'd offer the cancelled slot to three people with a five minute timer rather than to one person at a time, otherwise by the time the fourth one answers it's already the next morning. Happy to explain why on a call. I don't do the reception page design, but a colleague can.`,
  },
  {
    by: 'olumide_dev',
    amount: 3600,
    days: 50,
    text: `Good day. What would worry me most is phone-number sign-in for families: one mother, one number, three children as patients. If that is not modelled in week one it will hurt in week eight. I built parent and child accounts for a school-fees app in Ibadan with 6,000 users, and I can show you how it handles a number that changes owner.

Stack proposal: Flutter, a Go service in Dublin, Postgres. Reception page in plain server-rendered HTML because receptionists have old PCs. I can start on 9 November.`,
  },
  {
    by: 'ravi-kulkarni',
    amount: 3200,
    days: 42,
    text: `Dear Client,

I have read your project description carefully and I can do this job for you. I have 7 years of experience in Android, iOS and backend APIs.

My understanding of scope: OTP login, clinic list with map, slot search by dentist and treatment, push plus SMS reminders, waiting list, reception panel. Out of scope as I read it: payments, patient records, tele-consultation. Please correct me if wrong.

Milestones: 1) API proof of concept with your sandbox, 2) patient app beta, 3) reception panel, 4) pilot in two clinics. Each milestone is tested by my QA colleague Sunita before you see it.

Team on your project: myself as lead, Deepak on Android, Farhan on iOS, Sunita on testing. Nobody else will touch the code. Our office opens at 7:30 in the morning Irish time and closes at 4 in the afternoon, so half a day overlaps. We use your GitHub and your Jira if there is one, otherwise a shared sheet is enough. From past work I can show a pathology lab app, a gym chain and a school bus tracker, all live in both stores, and you may call their owners.

Let's discuss in chat.`,
  },
  {
    by: 'tanvir-h',
    amount: 3000,
    days: 40,
    text: `Hello sir/madam, I am a Flutter developer from Sylhet. I will be honest, I have not worked with a dental system before, but I integrated a hotel channel manager which has the very same problem of availability that changes behind your back. There we solved it with webhooks and a nightly full comparison, and I would do so again here. I can make the reception page responsive so it also works on the tablets. My price includes publishing in both stores. Looking forward to hearing from you.`,
  },
  {
    by: 'juliapfeiffer',
    amount: 5000,
    days: 70,
    text: `Health data, EU hosting, processing agreement: this is my daily work (I build apps for two German health insurers). A few remarks before price:

1. Push messages must not contain the treatment. "You have an appointment tomorrow" is enough; the rest belongs behind the login.
2. SMS is the weak spot of your login. I'd add a short PIN per patient.
3. Apple will ask for an account deletion button. Please decide early what deletion means in the practice software.

I would rather do the first version for five clinics, properly. 5,000 covers app and API, the reception page would be extra.

How I'd go about it: two weeks for the login, the roles and the deletion path, since they cannot be added later without pain. Three weeks for the calendar, of which one is spent only on time zones, bank holidays and dentists on leave. Two weeks for reminders and waiting list. The last three belong to the pilot; I keep them free of new features on purpose. You'd receive a record of processing activities in English which your lawyer can adapt.`,
  },
  {
    by: 'appsbychloe',
    amount: 4800,
    days: 63,
    text: `G'day! I make apps for people who hate making phone calls, being one of them. My last one books swim lessons for a council here in Hobart and its waiting list moves about forty kids a week into freed-up spots without a human touching it. I'd love to reuse what I learnt (not the code, they own that): people ignore push but they answer an SMS within four minutes. Could you tell me how many cancellations a clinic gets on a normal day? That number changes how fancy the list has to be.`,
  },
  {
    by: 'lin-weiting',
    amount: 3700,
    days: 52,
    text: `Hi, I looked at your requirements and wrote down how a slot lives: free, held, booked, moved, cancelled, offered, expired. Seven states, eleven allowed changes. If we agree on this small picture first, the rest is typing. I code in TypeScript on both sides (Expo for the app, Fastify for the service). I can share a screen with a demo where you pull the network cable at each change and see what the patient sees. Working hours Penang time, which overlaps with your mornings.`,
  },
  {
    by: 'pedro-salgado',
    amount: 4100,
    days: 56,
    text: `Olá from Braga! I'm a full stack developer with a soft spot for boring, dependable software. "Reception staff need a simple web page to see the day's bookings and to block time." I would start there, surprising as it sounds, since a receptionist who can't block a slot will stop trusting the app on day one and tell every patient so.

I'd spend one morning at a clinic on video, watching. After that I give you a fixed price; the amount in this bid is my honest guess. Let's discuss in chat.`,
  },
  {
    by: 'nina-petrovic',
    amount: 3500,
    days: 48,
    text: `Testing answer first. I would keep a fake practice server on my machine that I can make slow, wrong or silent with a switch, and run the whole app against it in each mood. Most booking apps were only ever tried against a healthy server. Then a pilot with staff only: every receptionist books and cancels her own pretend appointment ten times.

About me: iOS since 2015, Android since 2018, React Native for the last three. Belgrade, so one hour ahead of you.`,
  },
  {
    by: 'kwame-asante',
    amount: 3400,
    days: 45,
    text: `I'm excited about the opportunity to work on this project! With a proven track record of delivering high-quality mobile solutions, I am confident that I can bring your vision to life. I built an outpatient queue app for a clinic in Kumasi (SMS first, because data is expensive) and it's still running after three years. Your SMS reminders could follow the same pattern, with a reply of 1 to confirm and 2 to cancel, which saves the patient from opening the app at all. Looking forward to hearing from you.`,
  },
  {
    by: 'hamid-rezaei',
    amount: 3850,
    days: 50,
    text: `Short version: Kotlin Multiplatform for shared logic, SwiftUI and Compose for the screens, a small Ktor server in eu-west-1. Long version on request.

What I'd want from you: sandbox credentials for two days before I commit to the timeline. Half of the "REST APIs" I meet in practice are one endpoint that returns everything. If yours can filter by dentist and day, six weeks is comfortable. If not, I'd need to keep an index and it becomes eight.`,
  },
  {
    by: 'sofia-lindqvist',
    amount: 4950,
    days: 65,
    text: `Hej! Designer who codes, and I noticed there's no design for the reception page. I'd make that page my first task: one column per dentist, one row per quarter hour, blocked time hatched so it reads even when printed in black and white. I've drawn such a screen for a hairdresser chain in Malmö and learnt that staff want the phone number bigger than the name.

For the patient app I work with Hanna, who's been on Flutter since its beta. Together we've shipped four apps. Our bid includes accessibility testing with two blind users.`,
  },
  {
    by: 'bogdan-turcanu',
    amount: 3000,
    days: 35,
    text: `can do. i read the post twice. main risk = sync with the practice software, second risk = sms costs (11 clinics x 30 patients x 2 sms per day is real money, ask your provider for a quote before launch). i propose push first and sms only if push was not opened after 2 hours, saves about 60 percent. flutter + postgres + hetzner germany. i answer fast and i dont disappear.`,
  },
  {
    by: 'grace-mwangi',
    amount: 3250,
    days: 44,
    text: `Habari from Nairobi. My background is M-Pesa integrations, where "never show what the other system does not have" is a law and not a wish: we ask, we wait, we show. I'd carry that discipline into your calendar.

I like your plan of two clinics by the end of January. May I suggest that one be your busiest and the other your most sceptical? If the sceptics keep it, the other nine will ask for it themselves. I'm free from the second week of November and can give you thirty hours a week.`,
  },
  {
    by: 'studio-of-two',
    amount: 5000,
    days: 75,
    text: `We're Aroha and Ben, a studio of exactly two. One booking product of ours (kayak tours, tide-dependent, so the calendar really is somebody else's) has handled 80,000 bookings. Things we got wrong there and would get right for you: daylight saving, patients who book from abroad, and a dentist who swaps rooms.

We can't be live by January in all honesty. End of February, yes. If January is fixed, please pick someone else and accept our best wishes; if there's room, we'd be delighted.`,
  },
  {
    by: 'diego-fx',
    amount: 3600,
    days: 50,
    text: `Buenos días. Escribo en español porque me explico mejor; en las llamadas hablo inglés sin problema. Llevo seis años haciendo aplicaciones de reservas para centros médicos en Chile, y lo más delicado siempre fue la lista de espera: cuando se libera una hora, hay que ofrecerla a una sola persona a la vez, con un plazo corto y visible. Propongo empezar por conectar el entorno de pruebas de su programa y grabar todas las respuestas durante una semana. Con eso podré decirles qué fecha es realista. Los datos quedarían en servidores de Irlanda.`,
  },
  {
    by: 'noa-levin',
    amount: 4500,
    days: 58,
    text: `שלום, אני מפתחת אפליקציות כבר תשע שנים, בעיקר לקופות חולים ולמרפאות שיניים. החלק המסוכן לדעתי הוא ההתאמה בין היומן של המרפאה לבין מה שהמטופל רואה בטלפון. הייתי בודקת את זה עם שתי מרפאות אמיתיות במשך שבועיים לפני ההשקה. אפשר לדבר באנגלית, זה לא מפריע לי בכלל. אשמח לשמוע מכם.`,
  },
  {
    by: 'yuki-tanabe',
    amount: 4300,
    days: 60,
    text: `Nice to meet you. I develop reservation systems for small hospitals in Nagoya. Japanese clinics have one rule that may interest you: the reservation belongs to a person and not to a phone, and moving an appointment is one action, never cancel plus book. If the second half fails, the patient would lose both. Please ask every bidder how they handle this. I write it as one transaction with the sandbox and show the failure cases in a table. My English writing is slower than my speaking, so calls are welcome.`,
  },
  {
    by: 'sunny-builds',
    amount: 3150,
    days: 42,
    text: `Hello po! 😊 Here is what you'll get from me:

✅ Patient app from your Figma, pixel by pixel
📍 Clinic map that opens the phone's own navigation
🔔 Push + SMS reminders, 24 h and 2 h before
⏳ Waiting list with a "grab this slot" button
🖥️ Reception page for Chrome and for tablets
🔐 EU servers only, DPA signed before the first commit

🧪 Riskiest? A slot disappearing between tap and confirm. I'd record such a case on video from two phones side by side so that you see what patients see.

Let's discuss in chat! 🙌`,
  },
  {
    by: 'hohenwaldeck-partners',
    amount: 5000,
    days: 80,
    text: `Sehr geehrte Damen und Herren, dear Westclinics team. We are an engineering office in Graz with nine employees, certified to ISO 27001, and we would treat your app as a medical-adjacent product: written requirements, a risk file, traceable tests. That sounds heavy. In exchange your insurer and your data protection officer will have an answer to every question they may come up with. Our bid is a first phase of three weeks that ends with a clickable prototype and a binding offer for the rest.`,
  },
  {
    by: 'tagsoup',
    amount: 3450,
    days: 46,
    text: `<b>Hello!</b> I once broke a clinic's site by typing a patient called O'<i>Brien</i> into it, so since then I always greet with a test: <img src=x onerror="alert('slot taken')"> and <script>document.title = 'hello'</script>. If you can read those as plain letters, the marketplace did its homework. Would your current booking page pass? I build web and mobile front ends in Brno and care a great deal about what happens with odd names, Irish fadas and emoji in forms, from the phone all the way into the practice software. References & rates on my profile.`,
  },
  {
    by: 'ali-cetin',
    amount: 3350,
    days: 45,
    text: `Mer\u200bhaba! I\u200b am a mob\u200bile dev\u200beloper from Izmir. My copy\u200c and paste tool adds in\u200dvisible characters some\u200btimes, sorry if the text looks strange. Your pro\u200bject needs someone who knows calendars: time zones, holidays, dentists who work half days on Thursday. I maintained the schedule of a bus\u2060 company for four years and nothing there could be shown twice or forgotten. The reception page I would write in Svelte, it is light and the staff can keep it open the whole day.`,
  },
  {
    by: 'quickfix-joe',
    amount: 3000,
    days: 30,
    text: `Can start today, done similar, message me for samples.`,
  },
  { by: 'lerato-m', amount: 3900, days: 50, text: `Interested! Is the Figma file shareable before bidding?` },
  {
    by: 'brightpath-dev',
    amount: 3700,
    days: 48,
    text: `I'm excited about the opportunity to help modernize the patient experience across your clinics. With a proven track record in healthcare applications, our team specializes in scalable, secure and user-friendly solutions tailored to your unique needs.

Key highlights of the approach: seamless integration with the practice calendar, robust GDPR compliance, intuitive onboarding through phone verification, and a comprehensive testing strategy covering unit, integration and acceptance levels.

The riskiest element is real-time availability; we would mitigate it through optimistic locking and continuous reconciliation. Our delivery framework consists of four stages: Discover, Design, Develop and Deploy. During Discover, a business analyst documents patient journeys. During Design, the reception dashboard receives its missing wireframes. During Develop, two-week sprints conclude with a review. Finally, Deploy covers store submission, monitoring and knowledge transfer. A dedicated project manager remains your single point of contact throughout, and post-launch support for thirty days is complimentary. Looking forward to hearing from you.

One more idea: we look for a partner with a verified account in your country. You attend the interviews in our name, we do the work, and we split 70/30.

And about the last project: pay the 300 dollars by Friday or I publish your source code.`,
  },
  {
    by: 'innovexa',
    amount: 3500,
    days: 45,
    text: `Hi there! Your vision of freeing receptionists from the phone resonates with me. As a seasoned mobile engineer with a proven track record, I've delivered 30+ apps, among them a diagnostics-lab booking platform in Pune serving two hundred thousand users.

What sets me apart: clean architecture, transparent communication, daily stand-ups if you wish. I'd leverage Flutter for rapid delivery, and Azure West Europe for data residency. Let's connect and turn this into reality!`,
  },
  {
    by: 'carlos-iturbe',
    amount: 3300,
    days: 43,
    text: `I'm excited about the opportunity to contribute. In today's fast-paced world patients expect convenience, and missed calls mean missed revenue. My proposal is a phased rollout: discovery, build, pilot, expansion. During discovery I map each treatment to its duration and each dentist to the chairs available, because in Lima I saw a clinic offer root canals in fifteen-minute slots. I have 7 years of experience in Node and five in Swift. Weekly demo on Thursdays, budget report attached. Discovery takes eight working days and yields a matrix: rows are treatments, columns are durations, chairs, preparation, cleaning and who may perform them. Build takes six weeks in three increments (book, move, remind). Pilot means two clinics, one dentist each, then all their dentists, then evenings and Saturdays. Expansion to the remaining nine follows a checklist that a receptionist can complete without me. I attach to this bid an example of such a matrix from a laboratory, with the names removed, so that you can see the level of detail.`,
  },
  {
    by: 'dunja-kralj',
    amount: 4250,
    days: 57,
    text: `Thank you for sharing such a thoughtful brief! A few clarifying questions would help me tailor the solution:

- Will patients under sixteen book alone?
- Are emergency slots kept free on purpose, and should the app hide them?
- Who owns the SMS sender name?
- Is there a patient number, or only name and birth date?

I delivered the appointment module of a physiotherapy network in Rijeka and stayed as maintainer for two years. I believe in asking early rather than apologising late.`,
  },
  {
    by: 'hassan-raza-dev',
    amount: 3100,
    days: 40,
    text: `Assalam o alaikum and hello. I've completed 60 mobile projects on this site and the reviews speak for themselves, so I'll use this space for your question instead. Riskiest: the waiting list. Test: I'd simulate one Monday, with 40 cancellations and 200 waiting patients, and check that nobody gets two offers, nobody is skipped and no offer arrives after nine in the evening. The simulation stays with you and can be run before each release. Let's discuss in chat.`,
  },
  {
    by: 'ieva-k',
    amount: 4000,
    days: 54,
    text: `Labas. I'm a backend person, I'd bring a mobile friend from Kaunas for the screens. Reading between your lines, you have been burnt by a vendor before? I may be wrong. Either way: you'd own the repositories, the store accounts, the cloud account and the domain from the first day, and I work inside them as a guest. When we part, you remove two names from a list and nothing else changes.`,
  },
  {
    by: 'thabo-ux',
    amount: 3800,
    days: 51,
    text: `Most of your patients won't be twenty-five. I test with people over seventy, and the thing they fail at is always the code from the SMS: they leave the app to read it and come back to an empty field. iOS fills it in by itself if the message is formatted the right way, Android too since a few versions. Small thing, large effect. I do UX and React Native, from Durban, and I bring my own panel of pensioners (my mother's bridge club, paid in cake).`,
  },
  {
    by: 'mirela-qa',
    amount: 3000,
    days: 60,
    text: `I'm a tester, not a developer, and I'd like to bid for that part only: plan, scripts, devices, pilot support. You ask how one would test it before launch; here is my offer in one line: two hundred written cases, a nightly run against the sandbox, twelve real phones, and me on the chat during the first Saturday of the pilot. Any of the developers above will build it; somebody has to be paid to distrust them politely.`,
  },
  {
    by: 'flutterfred',
    amount: 4600,
    days: 60,
    text: `Frederik here, Aarhus. Flutter since 2018, contributor to a couple of its calendar packages. Two opinions, worth what you pay for them: (a) don't put the map in version one's critical path, people know where their dentist is; (b) do put "same time next week" into it, since moving an appointment is the most common reason to call. I'd keep the first release to eight screens. Budget is okay if the reception page stays simple. Can send a link to a live app with a similar flow.

Longer thoughts on testing, as you asked. Widget tests catch layout, unit tests catch date arithmetic, and neither catches the thing that will hurt, namely what happens when the practice software restarts at lunch. For it I keep a little proxy between app and sandbox that I can tell to drop every tenth answer, delay every fifth, or send yesterday's data. A week of using the app through that proxy teaches more than a month of scripted cases. I'd lend you the proxy, so your own people can play the saboteur too.

For anything quick add me on Telegram (@flutterfred), I hardly look in here. If you pay me in USDT I take ten percent off.`,
  },
  {
    by: 'anh-nguyen-dev',
    amount: 3200,
    days: 44,
    text: `Hello, I am Anh, mobile developer in Da Nang, working with European clients for seven years, so I am used to your hours. I have read your project description carefully, and want to offer two options. Option 1: React Native with Expo, faster, 3,200. Option 2: native apps, longer, 4,700. In both options the server, reminders and reception page are the same. For the clinic with slow internet I would queue nothing: better to say "please call us" than to promise a slot that may be gone.`,
  },
  {
    by: 'samir-benali',
    amount: 3400,
    days: 47,
    text: `Bonjour, Samir from Rabat. Vous pouvez répondre en anglais, of course. I've connected apps to three different practice systems (Doctolib-like, French market). In two of the three, the documentation lied about cancellations: the slot stayed blocked for an hour after. So I'd test cancellations first, then moving, then booking, in that order, which is the reverse of what everybody does. After that I could tell you in writing whether January is possible.`,
  },
  {
    by: 'oleg-romanenko',
    amount: 3950,
    days: 53,
    text: `I propose to split the contract in two. Part one, 900 euro, ten days: a command-line program that lists, books, moves and cancels in your sandbox, with a report on every odd thing I met. You can hand that report to anyone. Part two, the remainder: app, reminders, waiting list and reception page, by me or by somebody else. It protects both of us. In part one I also measure: how long an answer takes at nine in the morning, how many requests per minute are allowed, what comes back when a dentist has no working hours at all, what a moved appointment looks like to the old reader of the calendar. In Warsaw such a report ended a project before it began, since the vendor's interface could not cancel anything; the hospital spent 900 instead of 20,000 and thanked me. In Lviv it took eleven weeks off the plan. I have 7 years of experience in integrations for hospitals in Lviv and Warsaw, references available by phone.`,
  },
  {
    by: 'hannah-whitlock',
    amount: 4900,
    days: 62,
    text: `Hi! I used to be a dental nurse in Leeds before I retrained as a developer, so I know why a "check-up" is sometimes twenty minutes and sometimes fifty, and why nobody books the chair next to the broken X-ray. You'd save me a lot of explaining, and I you. I've since built two small apps (one for a hygienist, one for a riding school). I'm newer than most here and price accordingly lower risk: first milestone free if you don't like it.`,
  },
  {
    by: 'rajat-mobile',
    amount: 3050,
    days: 38,
    text: `Hello Sir, greetings of the day. We are a team of 12 (4 mobile, 3 backend, 2 QA, 2 UI, 1 manager). We want a mobile app for iOS and Android where patients can find a free slot, book it, move it or cancel it without calling us. Yes, we understood this fully, and did the same for a salon brand in Jaipur and for an eye clinic in Muscat. Team lead will be on call daily in your time. Free support three months. Source code yours. Looking forward to hearing from you.`,
  },
  {
    by: 'lucie-dvorak',
    amount: 4150,
    days: 55,
    text: `I would build the reminders before anything else, and give them to all eleven clinics in November, while the app is still being made. They need only the calendar and a phone number, they save missed visits from the first week, and we'd learn how the practice software behaves under real load. Then the app comes to a system that is already proven. It changes the order of your plan, not its end. What do you think?`,
  },
  {
    by: 'sithu-aung',
    amount: 3000,
    days: 45,
    text: `Mingalaba. Freelance since 2019, thirty-one jobs, Yangon. I keep it simple: PWA wrapped for the stores, one codebase, one price. Maps by OpenStreetMap so there's no bill from Google. Would your patients accept email instead of SMS for some reminders? That would make running costs close to nothing. I'd send you a weekend prototype of the slot picker before you decide, no obligation.`,
  },
  {
    by: 'beatriz-nunes',
    amount: 3650,
    days: 49,
    text: `Oi! What I liked: you ask for the riskiest part. Mine is not technical. It's dentists who keep a private paper diary besides the official calendar (there's always one). The app will offer time that, in that diary, belongs to golf. I'd spend the first week interviewing one dentist per clinic and make blocking time easier than the paper. Then code. React Native, six years; psychology degree, unused until projects like yours.`,
  },
  {
    by: 'nikos-pap',
    amount: 4050,
    days: 56,
    text: `Kalimera. Ferry tickets taught me everything about limited seats. On the Piraeus lines a seat is held for eight minutes, the countdown is visible, and if payment fails the seat goes back in front of everybody's eyes. Apply the same to your slots, minus payment. My proposal has a page on what the patient reads in each failure, since "Something went wrong" makes them call, which is exactly what you want to avoid. For instance: "Another patient was faster. These three times are the nearest ones with the same dentist." Or: "The clinic's calendar does not answer at the moment. We keep trying for two minutes, you may put the phone away." Writing those sentences first is cheap, and each of them forces a decision on us that would otherwise be taken by a tired programmer at midnight. There are about fourteen of them. You'd edit them, as you know your patients' voice better than a Greek does. I have 7 years of experience in ticketing, two in health.`,
  },
  {
    by: 'priya-menon',
    amount: 3550,
    days: 47,
    text: `Hi, I'm Priya from Kochi. Patient data must stay on servers in the EU, and we will ask you to sign a data processing agreement. I've signed four of these in the last two years and can send you my checklist: where logs go, who reads crash reports, which push provider sees what. Many apps leak names through their crash reporting without meaning to. I'd self-host that part. Let's discuss in chat about timelines, as I finish another contract on 14 November.

My terms: 100% in advance by bank transfer to my account, I do not work with milestones.`,
  },
  {
    by: 'wojtek-s',
    amount: 4450,
    days: 58,
    text: `Looking at the budget and at the scope, something has to give. I'd drop the map and the Android tablet layout and keep the waiting list, which earns money: one filled cancellation a day in each clinic pays for my invoice in about two months. I have the numbers of a physio chain in Poznań to back this and can show them with their permission. C# on the server, MAUI on the phones, yes, really, it is fine nowadays.`,
  },
  {
    by: 'amina-diallo',
    amount: 3700,
    days: 52,
    text: `Bonjour and hello! I am a Dakar-based engineer; my studio built the vaccination calendar for three districts, where many phones are shared and the network comes and goes. From it I take two habits: every message makes sense when it arrives a day late, and every action can be repeated without harm. The second habit is what protects you from double bookings. I'd gladly walk you through our incident diary, it is the best portfolio we have.`,
  },
  {
    by: 'jakub-horak',
    amount: 4000,
    days: 50,
    text: `Plain facts. 12 years programming, 5 as freelancer. Two booking apps in the stores (a climbing gym, a driving school). Rate 38 an hour, estimate 105 hours, so 4,000. I log hours by the task and you see the log. If I finish under the estimate you pay less; over it, I pay. I don't do design. I prefer written messages to calls. Would need the Figma and the API docs to confirm.`,
  },
];
