// Where the invented freelancers live and what they are called: twenty countries, with the names in the script they are
// written in there. A name is `script=Latin/other Latin spellings~nickname`; a Latin name needs no first part. Given
// names and family names are common ones, put together by chance, so that nobody in particular is meant.

export interface Country {
  code: string;
  /** Family name first where that is how a full name is written. */
  familyFirst?: true;
  /** Two family names. */
  twoFamilies?: true;
  /** Women's family names end otherwise. */
  feminine?: true;
  languages: readonly string[];
  currency: string;
  /** `City/other spelling|IANA zone`. */
  cities: readonly string[];
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
  companyForms: readonly string[];
  /** National number pattern: `+380 50 000 #### ` with digits for `#`, in blocks that are kept free or hardly given out. */
  phone: string;
}

const list = (words: string) => words.split(' ');

export const COUNTRIES: readonly Country[] = [
  {
    code: 'UA',
    languages: ['Ukrainian', 'English', 'Russian'],
    currency: 'UAH',
    cities: [
      'Київ=Kyiv/Kiev|Europe/Kyiv',
      'Львів=Lviv/Lvov|Europe/Kyiv',
      'Одеса=Odesa/Odessa|Europe/Kyiv',
      'Полтава=Poltava|Europe/Kyiv',
    ],
    women: list(
      'Олена=Olena/Elena~Lena Наталія=Nataliia/Natalia/Natalya~Natasha Юлія=Yuliia/Julia/Yulia~Yulya Оксана=Oksana/Oxana~Ksenia Ганна=Hanna/Anna~Anya Ірина=Iryna/Irina~Ira Тетяна=Tetiana/Tatiana/Tatyana~Tanya Соломія=Solomiia/Solomia~Solya Катерина=Kateryna/Katerina/Ekaterina~Katya Марія=Mariia/Maria~Marichka',
    ),
    men: list(
      "Олександр=Oleksandr/Aleksandr/Alexander~Sasha Сергій=Serhii/Sergey/Sergii~Serhiyko Андрій=Andrii/Andriy/Andrey~Andriyko Дмитро=Dmytro/Dmitro/Dmitry~Dima Євген=Yevhen/Evgen/Yevgen~Zhenya Микола=Mykola/Nikolay~Kolya Юрій=Yurii/Yuriy~Yura Богдан=Bohdan/Bogdan~Bodya Ігор=Ihor/Igor~Ihorko В'ячеслав=Viacheslav/Vyacheslav~Slava",
    ),
    families: list(
      'Коваленко=Kovalenko Шевчук=Shevchuk Бондаренко=Bondarenko Гнатюк=Hnatiuk/Gnatyuk Лисенко=Lysenko/Lisenko Харченко=Kharchenko Яремчук=Yaremchuk/Jaremchuk Журавель=Zhuravel Щербак=Shcherbak/Scherbak Кравець=Kravets Ткачук=Tkachuk/Tkachyk Іващенко=Ivashchenko/Ivaschenko Гайдамак=Haidamak/Gaydamak Савчук=Savchuk Чорновіл=Chornovil Білоус=Bilous/Belous Пилипенко=Pylypenko/Pilipenko Гриценко=Hrytsenko/Gritsenko Довженко=Dovzhenko Мороз=Moroz',
    ),
    companyForms: ['LLC', 'TOV', ''],
    phone: '+380500000###',
  },
  {
    code: 'RU',
    feminine: true,
    languages: ['Russian', 'English'],
    currency: 'RUB',
    cities: [
      'Москва=Moscow/Moskva|Europe/Moscow',
      'Казань=Kazan|Europe/Moscow',
      'Екатеринбург=Yekaterinburg/Ekaterinburg|Asia/Yekaterinburg',
      'Новосибирск=Novosibirsk|Asia/Novosibirsk',
    ],
    women: list(
      'Екатерина=Ekaterina/Yekaterina~Katya Наталья=Natalia/Natalya~Natasha Юлия=Yulia/Julia/Iuliia~Yulya Ольга=Olga~Olya Анастасия=Anastasia/Anastasiya~Nastya Елена=Elena/Yelena~Lena Татьяна=Tatiana/Tatyana~Tanya Мария=Maria/Mariya~Masha Софья=Sofia/Sofya~Sonya Ксения=Ksenia/Kseniya/Xenia~Ksyusha',
    ),
    men: list(
      'Алексей=Alexey/Aleksei/Alexei~Lyosha Дмитрий=Dmitry/Dmitriy/Dmitrii~Dima Сергей=Sergey/Sergei~Seryozha Андрей=Andrey/Andrei~Andryusha Михаил=Mikhail/Michail~Misha Евгений=Evgeny/Yevgeniy/Evgenii~Zhenya Юрий=Yury/Yuri/Iurii~Yura Павел=Pavel~Pasha Григорий=Grigory/Grigoriy~Grisha Илья=Ilya/Ilia~Ilyusha',
    ),
    families: list(
      'Соколов=Sokolov Лебедев=Lebedev Зайцев=Zaytsev/Zaitsev Виноградов=Vinogradov Журавлёв=Zhuravlev/Zhuravlyov Крылов=Krylov Тихонов=Tikhonov/Tihonov Щукин=Shchukin/Schukin Ершов=Ershov/Yershov Чернов=Chernov Рябов=Ryabov/Riabov Хомяков=Khomyakov/Homyakov Юдин=Yudin/Iudin Яшин=Yashin/Iashin Жданов=Zhdanov Калинин=Kalinin Воробьёв=Vorobyov/Vorobiev Цветков=Tsvetkov Горшков=Gorshkov Быков=Bykov/Bikov',
    ),
    companyForms: ['LLC', 'OOO', ''],
    phone: '+79000000###',
  },
  {
    code: 'PL',
    languages: ['Polish', 'English'],
    currency: 'PLN',
    cities: [
      'Warszawa/Warsaw|Europe/Warsaw',
      'Kraków/Krakow/Cracow|Europe/Warsaw',
      'Łódź/Lodz|Europe/Warsaw',
      'Wrocław/Wroclaw|Europe/Warsaw',
    ],
    women: list(
      'Agnieszka~Aga Katarzyna~Kasia Małgorzata/Malgorzata~Gosia Joanna~Asia Łucja/Lucja Zofia~Zosia Elżbieta/Elzbieta~Ela Róża/Roza Magdalena~Magda Żaneta/Zaneta',
    ),
    men: list(
      'Tomasz~Tomek Paweł/Pawel Łukasz/Lukasz Michał/Michal Grzegorz~Grzesiek Krzysztof~Krzysiek Wojciech~Wojtek Jarosław/Jaroslaw~Jarek Stanisław/Stanislaw~Staszek Jakub~Kuba',
    ),
    families: list(
      'Zięba/Zieba Wrona Dudek Gołąb/Golab Pająk/Pajak Kozioł/Koziol Sikora Wilk Mróz/Mroz Zając/Zajac Kania Bąk/Bak Jeleń/Jelen Kłos/Klos Słowik/Slowik Sroka Olszak Grabiec Wójcik/Wojcik Lis',
    ),
    companyForms: ['Sp. z o.o.', 'S.A.', ''],
    phone: '+48500000###',
  },
  {
    code: 'DE',
    languages: ['German', 'English'],
    currency: 'EUR',
    cities: [
      'Köln/Cologne/Koeln|Europe/Berlin',
      'München/Munich/Muenchen|Europe/Berlin',
      'Leipzig|Europe/Berlin',
      'Bremen|Europe/Berlin',
    ],
    women: list(
      'Katharina~Kathi Ulrike~Ulli Jörgine/Joergine Annegret Franziska~Franzi Käthe/Kaethe/Kathe Sabine Friederike~Rike Heike Dörte/Doerte/Dorte',
    ),
    men: list(
      'Jörg/Joerg/Jorg Matthias~Matze Jürgen/Juergen/Jurgen Sebastian~Basti Götz/Goetz Friedrich~Fritz Günter/Guenter/Gunter Maximilian~Max Torsten Björn/Bjoern/Bjorn',
    ),
    families: list(
      'Müller/Mueller/Muller Schröder/Schroeder/Schroder Weiß/Weiss Krüger/Krueger/Kruger Bäcker/Baecker/Backer Vogelsang Lindemann Großkopf/Grosskopf Hölscher/Hoelscher/Holscher Brinkmann Kühn/Kuehn/Kuhn Petersen Röhrig/Roehrig/Rohrig Sander Thöne/Thoene/Thone Wiebe Jäger/Jaeger/Jager Niemann Storch Fuchs',
    ),
    companyForms: ['GmbH', 'AG', 'e.K.'],
    phone: '+491713920###',
  },
  {
    code: 'FR',
    languages: ['French', 'English'],
    currency: 'EUR',
    cities: ['Lyon|Europe/Paris', 'Nîmes/Nimes|Europe/Paris', 'Orléans/Orleans|Europe/Paris', 'Rennes|Europe/Paris'],
    women: list(
      'Hélène/Helene Geneviève/Genevieve Aurélie/Aurelie Françoise/Francoise Chloé/Chloe Maëlle/Maelle Élodie/Elodie Solène/Solene Bérénice/Berenice Margaux',
    ),
    men: list(
      'Jérôme/Jerome François/Francois Benoît/Benoit Loïc/Loic Stéphane/Stephane Gaël/Gael Frédéric/Frederic~Fred Rémi/Remi Théo/Theo Clément/Clement',
    ),
    families: list(
      'Lefèvre/Lefevre Gauthier Béranger/Beranger Mercier Noël/Noel Chevalier Prévost/Prevost Fontaine Géraud/Geraud Marchand Caillé/Caille Besson Lemaître/Lemaitre Rousseau Thévenot/Thevenot Garnier Hébert/Hebert Roche Desprès/Despres Poirier',
    ),
    companyForms: ['SARL', 'SAS', ''],
    phone: '+33600000###',
  },
  {
    code: 'ES',
    twoFamilies: true,
    languages: ['Spanish', 'English'],
    currency: 'EUR',
    cities: [
      'Málaga/Malaga|Europe/Madrid',
      'Sevilla/Seville|Europe/Madrid',
      'A Coruña/La Coruña/A Coruna|Europe/Madrid',
      'Zaragoza/Saragossa|Europe/Madrid',
    ],
    women: list(
      'María/Maria Begoña/Begona Inés/Ines Concepción/Concepcion~Concha Dolores~Lola Francisca~Paca Belén/Belen Asunción/Asuncion~Asun Rocío/Rocio Mercedes~Merche',
    ),
    men: list(
      'José/Jose~Pepe Francisco~Paco Íñigo/Inigo Ramón/Ramon Jesús/Jesus~Chus Andrés/Andres Ignacio~Nacho Martín/Martin Rubén/Ruben Manuel~Manolo',
    ),
    families: list(
      'Núñez/Nunez Ibáñez/Ibanez Vázquez/Vazquez Muñoz/Munoz Peña/Pena Cuesta Rincón/Rincon Olmedo Bermúdez/Bermudez Carmona Ordóñez/Ordonez Prieto Gálvez/Galvez Robles Sáez/Saez Montero Luján/Lujan Vega Cortés/Cortes Ríos/Rios',
    ),
    companyForms: ['S.L.', 'S.A.', ''],
    phone: '+34600000###',
  },
  {
    code: 'BR',
    twoFamilies: true,
    languages: ['Portuguese', 'English'],
    currency: 'BRL',
    cities: [
      'São Paulo/Sao Paulo|America/Sao_Paulo',
      'Belém/Belem|America/Belem',
      'Goiânia/Goiania|America/Sao_Paulo',
      'Manaus|America/Manaus',
    ],
    women: list(
      'Conceição/Conceicao~Ceiça Antônia/Antonia~Toninha Márcia/Marcia Luísa/Luisa/Luiza~Lu Patrícia/Patricia~Pati Verônica/Veronica~Vevê Letícia/Leticia~Lê Débora/Debora Júlia/Julia~Ju Inês/Ines',
    ),
    men: list(
      'João/Joao~Joca Antônio/Antonio~Toninho Fábio/Fabio Cláudio/Claudio Luís/Luis/Luiz~Luizinho Vinícius/Vinicius~Vini Rogério/Rogerio Sebastião/Sebastiao~Tião Flávio/Flavio Caíque/Caique',
    ),
    families: list(
      'Gonçalves/Goncalves Araújo/Araujo Magalhães/Magalhaes Brandão/Brandao Assunção/Assuncao Teixeira Falcão/Falcao Nogueira Guimarães/Guimaraes Barros Leitão/Leitao Pinheiro Simões/Simoes Prado Galvão/Galvao Moreira Frazão/Frazao Sampaio Estêvão/Estevao Duarte',
    ),
    companyForms: ['Ltda', 'ME', ''],
    phone: '+551190000####',
  },
  {
    code: 'US',
    languages: ['English'],
    currency: 'USD',
    cities: [
      'Tucson|America/Phoenix',
      'Toledo|America/New_York',
      'Austin|America/Chicago',
      'Tacoma|America/Los_Angeles',
    ],
    women: list(
      'Elizabeth~Liz Katherine~Kate Margaret~Maggie Deborah~Deb Patricia~Trish Rebecca~Becky Samantha~Sam Jennifer~Jen Susan~Sue Abigail~Abby',
    ),
    men: list(
      'Robert~Bob William~Bill Richard~Rick Michael~Mike Anthony~Tony Christopher~Chris Nathaniel~Nate Theodore~Ted Edward~Ed Benjamin~Ben',
    ),
    families: list(
      'Whitfield Harmon Calloway Dempsey Ortega Blackwood Pruitt Sandoval Ashby Kowalski Brennan Tran Holloway Fischer Maddox Okafor Lindgren Pacheco Thornton Greer',
    ),
    companyForms: ['Inc.', 'LLC', ''],
    phone: '+12025550###',
  },
  {
    code: 'TR',
    languages: ['Turkish', 'English'],
    currency: 'TRY',
    cities: [
      'İstanbul/Istanbul|Europe/Istanbul',
      'İzmir/Izmir|Europe/Istanbul',
      'Eskişehir/Eskisehir|Europe/Istanbul',
      'Muğla/Mugla|Europe/Istanbul',
    ],
    women: list(
      'Ayşe/Ayse Gülşen/Gulsen Şebnem/Sebnem Çiğdem/Cigdem İrem/Irem Özge/Ozge Nurşah/Nursah Yağmur/Yagmur Işıl/Isil Tuğba/Tugba',
    ),
    men: list(
      'Çağrı/Cagri Oğuz/Oguz Şükrü/Sukru Gökhan/Gokhan İlker/Ilker Ömer/Omer Barış/Baris Uğur/Ugur Tunç/Tunc Görkem/Gorkem',
    ),
    families: list(
      'Yıldız/Yildiz Öztürk/Ozturk Şahin/Sahin Güneş/Gunes Çelik/Celik Karadağ/Karadag Doğan/Dogan Bulut Kılıç/Kilic Ağaoğlu/Agaoglu Demir Türkmen/Turkmen Işık/Isik Aksoy Gündüz/Gunduz Tekin Özkan/Ozkan Erdoğmuş/Erdogmus Taş/Tas Koç/Koc',
    ),
    companyForms: ['Ltd. Şti.', 'A.Ş.', ''],
    phone: '+905000000###',
  },
  {
    code: 'EG',
    languages: ['Arabic', 'English'],
    currency: 'EGP',
    cities: [
      'القاهرة=Cairo|Africa/Cairo',
      'الإسكندرية=Alexandria|Africa/Cairo',
      'طنطا=Tanta|Africa/Cairo',
      'المنصورة=Mansoura/El Mansoura|Africa/Cairo',
    ],
    women: list(
      'فاطمة=Fatma/Fatima/Fatemah هبة=Heba/Hiba نورهان=Nourhan/Norhan~Nour ياسمين=Yasmine/Yasmeen/Yasmin دعاء=Doaa/Duaa شيماء=Shaimaa/Shaymaa سلمى=Salma آية=Aya/Ayah رضوى=Radwa مي=Mai/May',
    ),
    men: list(
      'محمد=Mohamed/Muhammad/Mohammed~Hamada يوسف=Youssef/Yousef/Yusuf مصطفى=Mostafa/Mustafa محمود=Mahmoud/Mahmud عمرو=Amr/Amro خالد=Khaled/Khalid حسين=Hussein/Hossein شريف=Sherif/Sharif كريم=Karim/Kareem طارق=Tarek/Tariq',
    ),
    families: list(
      'عبدالله=Abdallah/Abdullah السيد=Elsayed/El-Sayed/Alsayed حسن=Hassan/Hasan جمال=Gamal/Jamal النجار=Elnaggar/El-Naggar/Alnajjar منصور=Mansour/Mansur الشريف=Elsherif/El-Sherif عثمان=Osman/Othman رجب=Ragab/Rajab الجوهري=Elgohary/El-Gohary فوزي=Fawzy/Fawzi عبدالرحمن=Abdelrahman/Abdulrahman شوقي=Shawky/Shawqi الخولي=Elkholy/El-Kholy سليمان=Soliman/Suleiman حجازي=Hegazy/Hijazi زكي=Zaki/Zaky البنا=Elbanna/El-Banna مراد=Mourad/Murad رمضان=Ramadan',
    ),
    companyForms: ['LLC', 'Co.', ''],
    phone: '+201000000###',
  },
  {
    code: 'SY',
    languages: ['Arabic', 'English'],
    currency: 'USD',
    cities: [
      'دمشق=Damascus|Asia/Damascus',
      'حلب=Aleppo/Halab|Asia/Damascus',
      'حمص=Homs/Hims|Asia/Damascus',
      'اللاذقية=Latakia/Lattakia|Asia/Damascus',
    ],
    women: list(
      'رنا=Rana لمى=Lama/Lamaa غادة=Ghada هديل=Hadeel/Hadil رزان=Razan سوسن=Sawsan/Sausan بتول=Batoul/Batool عبير=Abeer/Abir ديمة=Dima/Deema ميساء=Maysaa/Maisa',
    ),
    men: list(
      'باسل=Basel/Bassel عمار=Ammar غسان=Ghassan/Gassan وائل=Wael/Wail أنس=Anas حازم=Hazem/Hazim فراس=Firas/Feras مازن=Mazen/Mazin رامي=Rami/Ramy نضال=Nidal',
    ),
    families: list(
      'الحلبي=Alhalabi/Al-Halabi حداد=Haddad قباني=Kabbani/Qabbani الشامي=Alshami/Al-Shami دياب=Diab/Dyab خوري=Khoury/Khouri عيسى=Issa/Eissa الأحمد=Alahmad/Al-Ahmad صالح=Saleh/Salih بركات=Barakat نعمة=Nehme/Nimah الزين=Alzein/Al-Zain شاهين=Shahin/Chahine ملحم=Melhem/Mulhim كيالي=Kayali/Kayyali الرفاعي=Alrifai/Al-Rifai طعمة=Tohme/Tumah درويش=Darwish/Darwich جبور=Jabbour/Jabour قاسم=Kassem/Qasim',
    ),
    companyForms: ['', 'Co.'],
    phone: '+963930000###',
  },
  {
    code: 'IR',
    languages: ['Persian', 'English'],
    currency: 'USD',
    cities: [
      'تهران=Tehran/Teheran|Asia/Tehran',
      'شیراز=Shiraz|Asia/Tehran',
      'اصفهان=Isfahan/Esfahan|Asia/Tehran',
      'تبریز=Tabriz|Asia/Tehran',
    ],
    women: list(
      'زهرا=Zahra/Zohra مریم=Maryam/Mariam شیرین=Shirin/Shireen نازنین=Nazanin~Nazi پریسا=Parisa مهسا=Mahsa سمیرا=Samira/Sameera نیلوفر=Niloufar/Niloofar~Nilu الهام=Elham/Ilham ژاله=Jaleh/Zhaleh',
    ),
    men: list(
      'علیرضا=Alireza/Ali-Reza~Ali حمید=Hamid/Hameed مهدی=Mehdi/Mahdi امیر=Amir/Ameer بهزاد=Behzad کوروش=Kourosh/Cyrus سهراب=Sohrab پژمان=Pejman/Pezhman فرهاد=Farhad آرش=Arash',
    ),
    families: list(
      'حسینی=Hosseini/Husseini رضایی=Rezaei/Rezaee/Rezai مرادی=Moradi/Muradi کریمی=Karimi نوری=Nouri/Noori شریفی=Sharifi صادقی=Sadeghi/Sadeqi جعفری=Jafari/Jaafari قاسمی=Ghasemi/Qasemi موسوی=Mousavi/Moosavi رحیمی=Rahimi باقری=Bagheri/Baqeri یزدانی=Yazdani تقوی=Taghavi/Taqavi فروغی=Foroughi/Forughi شکوهی=Shokouhi/Shokoohi زارع=Zare/Zareh امینی=Amini بهرامی=Bahrami ژند=Zhand/Jand',
    ),
    companyForms: ['', 'Co.'],
    phone: '+989120000###',
  },
  {
    code: 'NG',
    languages: ['English', 'Yoruba'],
    currency: 'NGN',
    cities: ['Lagos|Africa/Lagos', 'Ìbàdàn/Ibadan|Africa/Lagos', 'Abuja|Africa/Lagos', 'Enugu|Africa/Lagos'],
    women: list(
      'Oluwaseun/Seun Chidinma~Chidi Ngozi/Ngozika~Ngo Folasadé/Folasade~Sade Adaeze~Ada Títílayọ̀/Titilayo~Titi Ifeoma~Ify Yetunde~Yeti Blessing Halima/Halimah',
    ),
    men: list(
      'Oluwatobi~Tobi Chukwuemeka~Emeka Babátúndé/Babatunde~Tunde Ikechukwu~Ike Adébáyọ̀/Adebayo~Bayo Obinna~Obi Musa/Moussa Olúmidé/Olumide~Olu Chinedu~Nedu Ibrahim/Ibraheem',
    ),
    families: list(
      'Adeyemi Okonkwo Balogun Eze Ọláyẹmí/Olayemi Nwosu Afolábí/Afolabi Chukwu Ogunleye Danjuma Ìdòwú/Idowu Obi Akintola Uche Bello Ekwueme Fáṣọlá/Fasola Onyeka Salisu Adewale',
    ),
    companyForms: ['Ltd', ''],
    phone: '+2348030000###',
  },
  {
    code: 'KE',
    languages: ['English', 'Swahili'],
    currency: 'KES',
    cities: ['Nairobi|Africa/Nairobi', 'Mombasa|Africa/Nairobi', 'Kisumu|Africa/Nairobi', 'Nakuru|Africa/Nairobi'],
    women: list('Wanjiku~Shiku Achieng Njeri Akinyi Wambui Catherine~Kate Mercy Nyambura Esther/Ester Florence~Flo'),
    men: list(
      'Kamau Otieno Mwangi Kiprono/Kiprop Njoroge Stephen/Steven~Steve Joseph~Joe Kipchoge Abdi/Abdy Daniel~Dan',
    ),
    families: list(
      'Odhiambo Kariuki Ochieng Mutua Cheruiyot Wafula Kimani Njenga Omondi Kiplagat Musyoka Barasa Gitau Owino Rotich Maina Were Kilonzo Nduta Langat',
    ),
    companyForms: ['Ltd', ''],
    phone: '+254700000###',
  },
  {
    code: 'IN',
    languages: ['English', 'Hindi'],
    currency: 'INR',
    cities: [
      'Mumbai/Bombay|Asia/Kolkata',
      'Bengaluru/Bangalore|Asia/Kolkata',
      'Kochi/Cochin|Asia/Kolkata',
      'इंदौर=Indore|Asia/Kolkata',
    ],
    women: list(
      'प्रिया=Priya~Piyu श्रेया=Shreya/Sreya दीप्ति=Deepti/Dipti लक्ष्मी=Lakshmi/Laxmi पूजा=Pooja/Puja ऐश्वर्या=Aishwarya/Aiswarya~Aishu मीनाक्षी=Meenakshi/Minakshi~Meenu स्वाति=Swati/Swathi कविता=Kavita/Kavitha रितु=Ritu',
    ),
    men: list(
      'राजेश=Rajesh~Raj सौरभ=Saurabh/Sourav विक्रम=Vikram~Vicky अरविंद=Arvind/Aravind सुनील=Sunil/Suneel हरीश=Harish/Hareesh दीपक=Deepak/Dipak मनीष=Manish/Maneesh प्रवीण=Praveen/Pravin ज्ञानेश=Gyanesh/Dnyanesh',
    ),
    families: list(
      'शर्मा=Sharma/Sarma चौधरी=Chaudhary/Choudhary/Chowdhury अग्रवाल=Agarwal/Aggarwal गुप्ता=Gupta नायर=Nair/Nayar पाटिल=Patil/Patel श्रीवास्तव=Srivastava/Shrivastava जोशी=Joshi बनर्जी=Banerjee/Bannerji मिश्रा=Mishra/Misra राठौड़=Rathore/Rathod देशपांडे=Deshpande यादव=Yadav भट्ट=Bhatt/Bhat कुलकर्णी=Kulkarni त्रिपाठी=Tripathi मेहता=Mehta सक्सेना=Saxena/Saksena ठाकुर=Thakur/Thakoor वर्मा=Verma/Varma',
    ),
    companyForms: ['Pvt. Ltd.', 'LLP', ''],
    phone: '+919000000###',
  },
  {
    code: 'PK',
    languages: ['English', 'Urdu'],
    currency: 'PKR',
    cities: [
      'لاہور=Lahore|Asia/Karachi',
      'کراچی=Karachi|Asia/Karachi',
      'ملتان=Multan|Asia/Karachi',
      'پشاور=Peshawar|Asia/Karachi',
    ],
    women: list(
      'عائشہ=Ayesha/Aisha ثنا=Sana حرا=Hira/Hiraa مہوش=Mehwish/Mahwish صائمہ=Saima/Saimah زینب=Zainab/Zaynab کنول=Kanwal/Kanval نادیہ=Nadia/Nadiya عمارہ=Ammara/Amara رابعہ=Rabia/Rabiya',
    ),
    men: list(
      'عثمان=Usman/Osman بلال=Bilal وقاص=Waqas/Waqqas فیصل=Faisal/Faysal شہزاد=Shahzad/Shehzad عمیر=Umair/Omair نعمان=Nauman/Noman ذیشان=Zeeshan/Zishan~Shani جنید=Junaid/Junayd طلحہ=Talha',
    ),
    families: list(
      'احمد=Ahmed/Ahmad چوہدری=Chaudhry/Chaudhary/Chowdhry قریشی=Qureshi/Quraishi بٹ=Butt ملک=Malik شیخ=Sheikh/Shaikh مرزا=Mirza بخاری=Bukhari/Bokhari رانا=Rana انصاری=Ansari صدیقی=Siddiqui/Siddiqi خٹک=Khattak عباسی=Abbasi ہاشمی=Hashmi/Hashemi گیلانی=Gilani/Gillani اعوان=Awan/Aawan لودھی=Lodhi/Lodi میمن=Memon/Maiman بلوچ=Baloch/Balouch نیازی=Niazi/Niyazi',
    ),
    companyForms: ['Pvt. Ltd.', ''],
    phone: '+923000000###',
  },
  {
    code: 'PH',
    languages: ['English', 'Tagalog'],
    currency: 'PHP',
    cities: [
      'Cebu City/Cebu|Asia/Manila',
      'Davao|Asia/Manila',
      'Quezon City|Asia/Manila',
      'Parañaque/Paranaque|Asia/Manila',
    ],
    women: list(
      'Maricel~Cel Rosalinda~Rosie Jocelyn~Joy Cristina~Tina Angelica~Gel Rowena~Weng Maribel~Bel Jennelyn~Jen Analyn Kristine~Tin',
    ),
    men: list(
      'Jericho~Jeric Rodrigo~Rod Reynaldo~Rey Jonathan~Jon Emmanuel~Manny Ferdinand~Ferdie Arnel Crisanto~Cris Dominador~Dom Roberto~Bert',
    ),
    families: list(
      'Dimaculangan Bautista Magsaysay Villanueva Macaraeg Santos Salonga Peñaflor/Penaflor Tolentino Manalo Cabrera Lacson Ocampo Panganiban Ilagan Zamora Catacutan Buenaventura Quiambao Reyes',
    ),
    companyForms: ['Inc.', 'OPC', ''],
    phone: '+639170000###',
  },
  {
    code: 'VN',
    familyFirst: true,
    languages: ['Vietnamese', 'English'],
    currency: 'VND',
    cities: [
      'Hà Nội/Hanoi/Ha Noi|Asia/Ho_Chi_Minh',
      'Đà Nẵng/Da Nang/Danang|Asia/Ho_Chi_Minh',
      'Huế/Hue|Asia/Ho_Chi_Minh',
      'Cần Thơ/Can Tho|Asia/Ho_Chi_Minh',
    ],
    women: list(
      'Thảo/Thao Hương/Huong Ngọc/Ngoc Phương/Phuong Quỳnh/Quynh Trâm/Tram Yến/Yen Hạnh/Hanh Tuyết/Tuyet Diễm/Diem',
    ),
    men: list('Dũng/Dung Hùng/Hung Tuấn/Tuan Đức/Duc Khánh/Khanh Phúc/Phuc Quân/Quan Thắng/Thang Vũ/Vu Trường/Truong'),
    families: list(
      'Nguyễn/Nguyen Trần/Tran Phạm/Pham Đặng/Dang Bùi/Bui Đỗ/Do Hồ/Ho Ngô/Ngo Dương/Duong Lý/Ly Lê/Le Hoàng/Hoang Võ/Vo Phan Trịnh/Trinh Đinh/Dinh Lâm/Lam Mai Tạ/Ta Châu/Chau',
    ),
    companyForms: ['JSC', 'Co., Ltd', ''],
    phone: '+84900000###',
  },
  {
    code: 'CN',
    familyFirst: true,
    languages: ['Chinese', 'English'],
    currency: 'CNY',
    cities: [
      '成都=Chengdu|Asia/Shanghai',
      '杭州=Hangzhou|Asia/Shanghai',
      '西安=Xi’an/Xian|Asia/Shanghai',
      '厦门=Xiamen/Amoy|Asia/Shanghai',
    ],
    women: list(
      '丽华=Lihua/Li-hua~Lily 晓梅=Xiaomei~May 雪琴=Xueqin 静怡=Jingyi~Joy 芳=Fang 雨桐=Yutong 思琪=Siqi 慧敏=Huimin 春燕=Chunyan 佳宁=Jianing~Jane',
    ),
    men: list(
      '建国=Jianguo 志强=Zhiqiang 晓明=Xiaoming~Ming 文博=Wenbo 宇轩=Yuxuan 国栋=Guodong 浩然=Haoran~Howard 俊杰=Junjie~Jay 德华=Dehua 永康=Yongkang',
    ),
    families: list(
      '王=Wang 李=Li/Lee 张=Zhang/Chang 刘=Liu/Lau 陈=Chen/Chan 杨=Yang/Young 赵=Zhao/Chao 黄=Huang/Wong 周=Zhou/Chow 吴=Wu/Ng 徐=Xu/Hsu 孙=Sun 胡=Hu 朱=Zhu/Chu 高=Gao/Kao 林=Lin/Lam 何=He/Ho 郭=Guo/Kuo 马=Ma 罗=Luo/Lo',
    ),
    companyForms: ['Co., Ltd.', ''],
    phone: '+861300000####',
  },
  {
    code: 'KR',
    familyFirst: true,
    languages: ['Korean', 'English'],
    currency: 'KRW',
    cities: [
      '서울=Seoul|Asia/Seoul',
      '부산=Busan/Pusan|Asia/Seoul',
      '대구=Daegu/Taegu|Asia/Seoul',
      '광주=Gwangju/Kwangju|Asia/Seoul',
    ],
    women: list(
      '지영=Jiyoung/Ji-young 수진=Sujin/Soo-jin 은혜=Eunhye/Eun-hye~Grace 미경=Mikyung/Mi-kyeong 혜린=Hyerin/Hye-rin 서연=Seoyeon/Seo-yeon 유나=Yuna/Yoona 현주=Hyunju/Hyun-joo 보라=Bora 정아=Junga/Jeong-a',
    ),
    men: list(
      '민수=Minsu/Min-soo 성호=Sungho/Seong-ho 준영=Junyoung/Jun-young 현우=Hyunwoo/Hyun-woo 동욱=Dongwook/Dong-uk 재훈=Jaehoon/Jae-hun 태경=Taekyung/Tae-kyeong 영철=Youngchul/Yeong-cheol 상민=Sangmin/Sang-min 기훈=Kihoon/Gi-hun',
    ),
    families: list(
      '김=Kim/Gim 이=Lee/Yi 박=Park/Pak 최=Choi/Choe 정=Jung/Jeong 강=Kang/Gang 조=Cho/Jo 윤=Yoon/Yun 장=Jang/Chang 임=Lim/Im 오=Oh/O 한=Han 신=Shin/Sin 서=Seo/Suh 권=Kwon/Gwon 황=Hwang 안=Ahn/An 송=Song 류=Ryu/Yoo 홍=Hong',
    ),
    companyForms: ['Co., Ltd.', 'Inc.', ''],
    phone: '+821000000###',
  },
];
