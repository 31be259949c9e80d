/**
 * Cities, towns and districts below the first level that reports are dated from or speak of, by ISO 3166-1
 * alpha-2; other spellings follow `=`. South and Central Asia down to the district, elsewhere the cities of the
 * wires. Kashmir's places carry the code of the state that administers them. Written down from census lists of
 * districts and the spellings of GeoNames (facts, CC BY 4.0). Capitals stand in `countries.ts`.
 */
export const CITIES: Readonly<Record<string, string>> = {
  PK:
    'Karachi,Lahore,Peshawar,Quetta,Rawalpindi,Multan,Faisalabad=Lyallpur,Hyderabad,Sialkot,Gujranwala,Gujrat district,Sargodha,Bahawalpur,Bahawalnagar,' +
    'Rahim Yar Khan,Sadiqabad,Sahiwal,Okara,Sheikhupura,Nankana Sahib,Kasur,Jhelum,Chakwal,Attock,Mianwali,Khushab,Bhakkar,Layyah,Muzaffargarh,' +
    'Rajanpur,Vehari,Khanewal,Lodhran,Pakpattan,Toba Tek Singh,Jhang,Chiniot,Hafizabad,Mandi Bahauddin,Narowal,Taunsa,Muridke,Murree,Taxila,Wah Cantt,' +
    'Dera Ismail Khan=D.I. Khan=DI Khan=Dera Ismail,Dera Ghazi Khan=D.G. Khan=DG Khan,Bannu,Kohat,Swat,Mardan,Swabi,Hangu,Karak,Lakki Marwat,' +
    'Tank district,Bajaur=Bajaur Agency,Mohmand,Khyber district=Khyber Agency,Orakzai,Kurram=Kurram Agency,North Waziristan,South Waziristan,Waziristan,' +
    'Upper South Waziristan,Lower South Waziristan,Miranshah=Miran Shah,Mir Ali,Wana,Razmak,Datta Khel,Shawal,Spinwam,Parachinar,Sadda,Landi Kotal=Landikotal,' +
    'Bara tehsil,Jamrud,Tirah=Tirah Valley,Khar,Mamond,Torkham,Charsadda,Nowshera,Akora Khattak,Shangla,Besham,Dasu,Kohistan,Upper Dir,Lower Dir,Timergara,' +
    'Malakand,Buner,Chitral,Mansehra,Battagram,Abbottabad,Haripur,Torghar,Mingora,Matta,Kalam,Darra Adam Khel,' +
    'Gwadar,Turbat=Kech,Panjgur,Khuzdar,Kalat,Sibi,Bolan,Mastung,Nushki=Noshki,Zhob,Ziarat,Chaman,Lasbela=Bela,Hub Chowki,Kolpur,Mach,Dera Bugti,Sui,' +
    'Kohlu,Barkhan,Loralai,Musakhail=Musakhel,Duki,Harnai,Qilla Saifullah=Killa Saifullah,Qilla Abdullah=Killa Abdullah,Pishin,Awaran,Washuk,Kharan,Chagai,' +
    'Dalbandin,Taftan,Mand,Pasni,Ormara,Jiwani,Buleda,Tump,Surab,Sohbatpur,Jaffarabad,Naseerabad=Nasirabad,Dera Murad Jamali,Dera Allah Yar,Jhal Magsi,Kachhi,Sherani,Dhadar,Wadh,Mangochar,' +
    'Sukkur,Jacobabad,Shikarpur,Larkana,Khairpur,Ghotki,Nawabshah=Shaheed Benazirabad,Mirpurkhas=Mirpur Khas,Sanghar,Thatta,Badin,Dadu,Jamshoro,' +
    'Kashmore,Umerkot,Tharparkar,Sehwan,Lyari,Malir,Korangi,Clifton,' +
    'Muzaffarabad,Mirpur,Kotli,Bagh district,Rawalakot,Poonch district of Azad Kashmir,Neelum Valley,Gilgit,Skardu,Chilas,Diamer,Hunza,Ghizer,Astore',
  IN:
    'Srinagar,Jammu,Pulwama,Pahalgam,Anantnag,Shopian,Kulgam,Baramulla,Sopore,Kupwara,Handwara,Bandipora=Bandipore,Ganderbal,Budgam,Kathua,Samba,Rajouri,' +
    'Poonch,Uri,Gulmarg,Sonamarg,Tral,Awantipora,Lethpora,Nagrota,Udhampur,Doda,Kishtwar,Reasi,Ramban,Bhaderwah,Surankote,Mendhar,Kashmir Valley,Leh,Kargil,Sunjuwan,Basantgarh,' +
    'Mumbai=Bombay,Kolkata=Calcutta,Chennai=Madras,Bengaluru=Bangalore,Hyderabad,Ahmedabad,Surat,Pune,Nagpur,Nashik,Thane,Malegaon,Jaipur,Jodhpur,Udaipur,Ajmer,' +
    'Lucknow,Kanpur,Agra,Varanasi=Banaras,Allahabad=Prayagraj,Meerut,Ghaziabad,Noida,Aligarh,Gorakhpur,Ayodhya=Faizabad,Saharanpur,Moradabad,Gurugram=Gurgaon,Faridabad,Panipat,Ambala,' +
    'Pathankot,Amritsar,Gurdaspur,Ludhiana,Jalandhar,Patiala,Ferozepur=Firozpur,Tarn Taran,Bathinda,Mohali,Wagah=Attari,Dharamshala,Shimla,Dehradun,Haridwar,' +
    'Patna,Gaya,Muzaffarpur,Ranchi,Jamshedpur,Dhanbad,Bhopal,Indore,Gwalior,Jabalpur,Ujjain,Raipur,Bastar,Sukma,Dantewada,Bijapur district,Narayanpur,Kanker,Kondagaon,Abujhmad,' +
    'Gadchiroli,Malkangiri,Bhubaneswar,Cuttack,Visakhapatnam=Vizag,Vijayawada,Coimbatore,Madurai,Kochi=Cochin,Thiruvananthapuram,Kozhikode=Calicut,Kannur,Mangaluru=Mangalore,Mysuru=Mysore,Shivamogga,' +
    'Guwahati,Dibrugarh,Tinsukia,Kokrajhar,Silchar,Imphal,Churachandpur,Moreh,Jiribam,Kohima,Dimapur,Aizawl,Agartala,Shillong,Itanagar,Gangtok,Siliguri,Darjeeling,Murshidabad,Malda,Burdwan,Khagragarh',
  AF:
    'Mazar-i-Sharif=Mazar-e-Sharif=Mazar,Jalalabad=Jalālābād,Lashkar Gah=Lashkargah,Spin Boldak,Zaranj,Pul-e-Khumri=Pul-i-Khumri,Taloqan=Taluqan,Kunduz,Fayzabad=Faizabad in Badakhshan,' +
    'Charikar,Bagram,Gardez,Sharana,Asadabad,Mehtarlam,Maymana=Maimana,Sheberghan,Qala-e-Naw=Qala-i-Naw,Chaghcharan=Firozkoh,Tarin Kot=Tirin Kot,Qalat,Maidan Shahr,' +
    'Pul-e-Alam,Nili,Aybak,Bazarak,Imam Sahib,Sangin,Musa Qala,Marjah,Nawa district,Gereshk,Panjwai,Zhari,Arghandab,Maiwand,Nad Ali,Achin,Khogyani,Shinwar,Dur Baba,Behsud,' +
    'Barmal=Bermal,Angoor Ada,Gayan,Spera,Zazi Maidan,Dand-e-Patan,Dangam,Sarkano,Kamdesh,Barg-i-Matal,Andarab,Dahana-i-Ghuri,Dasht-e-Barchi,Islam Qala,Shindand,Hairatan',
  BD: "Gazipur,Narayanganj,Comilla=Cumilla,Cox's Bazar,Teknaf,Ukhiya,Bogra=Bogura,Jessore=Jashore,Dinajpur,Pabna,Kushtia,Tangail,Savar,Gulshan,Bandarban,Rangamati,Khagrachhari,Feni,Noakhali,Brahmanbaria,Moulvibazar,Habiganj,Sunamganj,Jhenaidah,Satkhira,Chapainawabganj,Sholakia,Kishoreganj",
  LK: 'Kandy,Galle,Jaffna,Batticaloa,Trincomalee,Negombo,Kurunegala,Anuradhapura,Vavuniya,Mannar,Kilinochchi,Mullaitivu,Ampara,Kattankudy,Matara,Hambantota,Ratnapura,Badulla,Puttalam,Kegalle,Nuwara Eliya',
  NP: 'Pokhara,Biratnagar,Lalitpur,Birgunj,Bhairahawa,Bhaktapur,Butwal,Nepalgunj,Dhangadhi,Janakpur,Hetauda,Dharan,Itahari,Rolpa,Rukum,Surkhet,Jhapa',
  IR: 'Mashhad,Shiraz,Tabriz,Ahvaz=Ahwaz,Zahedan,Chabahar,Rask,Saravan,Khash,Iranshahr,Mirjaveh,Zabol,Konarak,Bandar Abbas,Karaj,Rasht,Urmia=Orumiyeh,Sanandaj,Natanz,Fordow=Fordo,Abadan,Khorramabad,Izeh,Piranshahr,Birjand,Arak,Sarbaz,Taybad',
  UZ: 'Termez,Nukus,Kokand,Margilan,Khiva,Urgench,Qarshi=Karshi',
  TJ: 'Khujand=Khodzhent,Kulob=Kulyab,Bokhtar=Qurghonteppa,Khorog=Khorugh,Isfara,Vahdat,Ishkashim,Panj',
  KG: 'Jalal-Abad city,Karakol,Tokmok,Uzgen,Kara-Suu',
  KZ: 'Shymkent,Karaganda city,Taraz,Zhanaozen,Oral,Semey,Taldykorgan',
  TM: 'Turkmenabat,Turkmenbashi,Serhetabat=Kushka',
  CN: "Urumqi=Ürümqi,Kashgar=Kashi,Hotan=Khotan,Aksu,Yarkand=Shache,Turpan,Lhasa,Chengdu,Kunming,Xi'an,Guangzhou,Shenzhen,Wuhan,Harbin,Nanjing,Hangzhou",
  US: 'New York=New York City,Los Angeles,Chicago,San Francisco,Boston,Houston,Dallas,Miami,Atlanta,Philadelphia,Detroit,Seattle,San Diego,Las Vegas,New Orleans,Orlando,San Bernardino,Guantanamo Bay,Brooklyn,Manhattan,Minneapolis,Denver,Phoenix Arizona,Baltimore',
  GB: 'Manchester,Birmingham,Belfast,Edinburgh,Glasgow,Liverpool,Leeds,Bradford,Londonderry,Salisbury,Cardiff,Luton,Leicester',
  IE: 'Cork city,Limerick,Galway',
  AE: 'Dubai,Sharjah,Fujairah',
  SA: 'Jeddah,Mecca=Makkah,Medina=Madinah,Dammam,Dhahran,Khobar,Qatif,Abha,Taif',
  QA: 'Al Udeid',
  TR: 'Istanbul,Izmit,Mersin,Kayseri,Cizre,Nusaybin,Suruc=Suruç',
  CH: 'Geneva,Zurich,Lausanne,Basel,Davos',
  ES: 'Barcelona,Valencia,Seville,Bilbao,San Sebastian,Ceuta,Melilla,Malaga,Zaragoza',
  FR: 'Marseille,Lyon,Strasbourg,Nice,Toulouse,Bordeaux,Lille,Nantes,Montpellier',
  DE: 'Munich,Hamburg,Frankfurt,Cologne,Stuttgart,Dresden,Leipzig,Magdeburg,Solingen,Mannheim,Hanau,Bonn,Düsseldorf=Duesseldorf,Hanover',
  IT: 'Milan,Naples,Turin,Genoa,Bologna,Palermo,Venice,Florence Italy,Trieste',
  NL: 'Amsterdam,Rotterdam,Utrecht',
  BE: 'Antwerp,Bruges,Charleroi,Liege=Liège',
  AT: 'Graz,Salzburg,Linz',
  SE: 'Gothenburg,Malmo=Malmö',
  DK: 'Aarhus',
  PL: 'Krakow=Kraków,Gdansk=Gdańsk,Rzeszow',
  RU: 'Saint Petersburg=St Petersburg=St. Petersburg=Leningrad,Kazan,Grozny,Makhachkala,Derbent,Beslan,Sochi,Vladikavkaz,Volgograd,Nazran,Nalchik,Yekaterinburg,Novosibirsk,Vladivostok,Crocus City Hall',
  UA: 'Mariupol,Bakhmut,Kramatorsk,Dnipro,Bucha,Kryvyi Rih,Sevastopol,Pokrovsk',
  IQ: 'Mosul,Fallujah=Falluja,Ramadi,Tikrit,Samarra,Baqubah=Baquba,Tal Afar=Tel Afar,Sinjar,Hawija,Haditha,Taji,Abu Ghraib,Khanaqin,Nasiriyah=Nasiriya,Balad',
  SY: 'Palmyra,Manbij,Afrin,Kobani=Ayn al-Arab,Qamishli,Azaz,Jarablus,Al-Bab,Douma,Eastern Ghouta,Al-Tanf,Baniyas,Jableh,Salamiyah',
  LB: 'Sidon,Tyre,Tripoli Lebanon,Baalbek,Dahiyeh,Arsal,Ain al-Hilweh,Nahr al-Bared',
  JO: 'Zarqa,Karak Jordan,Aqaba,Irbid,Mafraq',
  EG: 'Alexandria,Sharm el-Sheikh,El-Arish=Al-Arish=Arish,Sheikh Zuweid,Tanta,Rafah Egypt,Taba,Dahab',
  IL: "Haifa,Ashkelon,Ashdod,Beersheba=Be'er Sheva,Eilat,Nazareth,Netanya,Hadera,Sderot,Golan Heights=Golan,Afula",
  PS: 'Gaza City,Rafah,Khan Younis=Khan Yunis,Jenin,Nablus,Hebron,Jabalia=Jabaliya,Tulkarem=Tulkarm,Jericho,Deir al-Balah,Beit Lahia',
  YE: 'Mukalla,Zinjibar,Radaa,Mocha,Ataq,Seiyun',
  KE: 'Eldoret,Dadaab,Thika,Westgate mall',
  SO: 'Kismayo=Kismaayo,Baidoa,Beledweyne=Beledweyn,Bosaso=Bossaso,Galkayo=Galkacyo,Merca,Afgoye,Hargeisa,Jowhar,Dhusamareb,Barawe=Baraawe,Bulo Marer',
  NG: 'Maiduguri,Chibok,Dapchi,Damboa,Bama,Gwoza,Baga,Monguno,Konduga,Jos,Port Harcourt,Ibadan,Damaturu,Potiskum,Kuriga,Birnin Gwari',
  ML: 'Djenne,Bandiagara,Sevare=Sévaré,Kati,Djibo in Mali,Tessalit,Ansongo,Tinzaouaten',
  BF: "Djibo,Dori,Kaya,Fada N'Gourma,Bobo-Dioulasso,Barsalogho,Solhan,Arbinda",
  NE: 'Inates,Chinegodar,Bosso,Ayorou',
  MR: 'Nouadhibou',
  MA: 'Casablanca,Marrakesh=Marrakech,Fez,Agadir,Tangier',
  DZ: 'In Amenas=In Aménas',
  LY: 'Tobruk,Zawiya=Zawiyah,Sabratha,Zintan,Bani Walid,Ajdabiya,Jufra',
  ET: 'Mekelle,Dire Dawa,Jijiga,Gondar,Bahir Dar',
  UG: 'Mpondwe,Gulu,Entebbe',
  MZ: 'Palma,Mocimboa da Praia,Pemba',
  CD: 'Goma,Bukavu,Beni territory,Bunia,Butembo,Oicha,Komanda,Lubumbashi',
  ZA: 'Johannesburg,Cape Town,Durban,Soweto',
  AO: 'Cabinda,Huambo,Lobito',
  TZ: 'Dar es Salaam,Arusha,Zanzibar,Mtwara',
  ID: 'Surabaya,Makassar,Poso,Medan,Bandung,Solo,Kuta,Ambon,Denpasar',
  PH: 'Marawi,Jolo,Cotabato City,Davao=Davao City,General Santos,Zamboanga City,Cebu,Isabela City',
  TH: 'Hat Yai,Pattaya',
  MM: 'Yangon=Rangoon,Sittwe,Maungdaw,Myitkyina,Lashio,Myawaddy',
  AU: 'Sydney,Melbourne,Perth,Brisbane,Adelaide,Darwin',
  NZ: 'Christchurch,Auckland',
  CA: 'Toronto,Vancouver,Montreal,Calgary,Edmonton,Surrey British Columbia,Brampton',
  JP: 'Osaka,Hiroshima,Nagasaki,Okinawa',
  MX: 'Tijuana,Ciudad Juarez,Monterrey,Guadalajara,Acapulco,Culiacan=Culiacán,Tapachula',
  GT: 'Antigua Guatemala,Puerto Barrios,Coban,Villa Nueva,Mixco',
  SV: 'Santa Tecla,Nueva San Salvador,Apopa,Soyapango,Mejicanos,Ciudad Delgado,Ilopango,Zacatecoluca,San Francisco Gotera,Sensuntepeque,Suchitoto,Perquin,Ayutuxtepeque,Cuscatancingo,Zacamil,San Marcos El Salvador,Aguilares,Chalchuapa,Metapan,Jiquilisco,Berlin Usulutan,Guazapa,Acajutla,La Palma',
  HN: 'San Pedro Sula,La Ceiba,Puerto Cortes,Danli,El Progreso Yoro,Comayagua city,Palmerola,Tela',
  NI: 'Bluefields,Puerto Cabezas,Ocotal,Rivas,Juigalpa',
  CO: 'Medellin=Medellín,Cali,Barranquilla,Cartagena,Bucaramanga,Cucuta=Cúcuta,Pereira,Manizales,Ibague,Villavicencio,Neiva,Popayan,Pasto,Barrancabermeja,Tumaco,Buenaventura,Armenia Quindio,Envigado,Itagui,Bello,Apartado,Turbo,Valledupar,Monteria,Sincelejo,Tunja,Florencia,Soacha,Puerto Boyaca,Segovia,Cano Limon,Uraba=Urabá,Leticia,Rionegro,Girardota,Sabaneta',
  VE: 'Maracaibo,Maracay,San Cristobal,Ciudad Bolivar,Puerto Cabello',
  EC: 'Guayaquil,Cuenca,Ambato,Manta,Riobamba',
  PE: 'Huancayo,Trujillo,Chiclayo,Chimbote,Iquitos,Pucallpa,Tingo Maria,Tocache,Uchiza,Huanta,La Oroya,Juliaca,Huaraz,Huacho,Miraflores,San Isidro,Upper Huallaga=Upper Huallaga Valley,Santa Lucia base,Tarapoto,Andahuaylas',
  BO: 'Sucre,Santa Cruz,El Alto,Trinidad Bolivia,Chapare',
  CL: 'Concepcion=Concepción,Vina del Mar=Viña del Mar,Temuco,Rancagua,Talca,Iquique,Arica,La Serena,Osorno,Puerto Montt,Punta Arenas,Valdivia,Curico,Chillan,Talcahuano',
  AR: 'Cordoba=Córdoba,Rosario,La Plata,Mar del Plata,La Tablada,Bahia Blanca',
  BR: 'Sao Paulo=São Paulo,Rio de Janeiro,Porto Alegre,Recife,Belo Horizonte,Manaus,Curitiba,Belem=Belém,Fortaleza',
  PY: 'Ciudad del Este,Encarnacion',
  UY: 'Punta del Este',
  PA: 'Colon,David Chiriqui,Balboa,Fort Clayton,Howard',
  CU: 'Santiago de Cuba,Guantanamo',
  DO: 'Santiago de los Caballeros',
};
