/**
 * Provinces and cities of South and Central Asia that wire reports date from or report on, and the cities
 * elsewhere where states meet, by ISO 3166-1 alpha-2. Kashmir's places carry the code of the state that
 * administers them, which is a fact about who reports from there and no opinion. Other spellings follow `=`.
 * Source: GeoNames spellings (CC BY 4.0 facts), national census names.
 */
const ROWS: Readonly<Record<string, string>> = {
  PK:
    'Balochistan=Baluchistan,Sindh=Sind,Punjab province,Khyber Pakhtunkhwa,Gilgit-Baltistan,Azad Kashmir,' +
    'North Waziristan,South Waziristan,Waziristan,Bajaur,Kurram,Khyber district,Mohmand,Orakzai,Lakki Marwat,' +
    'Karachi,Lahore,Peshawar,Quetta,Rawalpindi,Multan,Faisalabad,Hyderabad Sindh,Sialkot,Gujranwala,Bannu,Kohat,' +
    'Swat,Mardan,Dera Ismail Khan,Dera Ghazi Khan,Dera Bugti,Hangu,Parachinar,Miranshah,Mir Ali,Wana,' +
    'Gwadar,Turbat,Khuzdar,Kalat,Sibi,Bolan,Mastung,Nushki,Panjgur,Kech,Zhob,Ziarat,Chaman,Lasbela,Kolpur,' +
    'Sukkur,Jacobabad,Muzaffarabad,Mirpur,Abbottabad,Murree,Torkham,Charsadda,Nowshera,Shangla,Besham,Dasu,Harnai',
  IN:
    'Jammu and Kashmir,Jammu & Kashmir,Kashmir Valley,Jammu,Srinagar,Pulwama,Pahalgam,Anantnag,Shopian,Kulgam,' +
    'Baramulla,Kupwara,Kathua,Rajouri,Poonch,Uri,Udhampur,Doda,Kishtwar,Reasi,Ladakh,Mumbai,Bombay,Kolkata,Chennai,Bengaluru=Bangalore,' +
    'Hyderabad,Ahmedabad,Pune,Jaipur,Lucknow,Pathankot,Amritsar,Gurdaspur,Chandigarh,Punjab,Gujarat,Maharashtra,' +
    'Assam,Manipur,Nagaland,Imphal,Guwahati,Chhattisgarh,Jharkhand,Bihar,Patna,Uttar Pradesh,Kerala,Goa,Bhopal,' +
    'Varanasi,Dantewada,Sukma,Bastar,Gurugram,Noida,Faridabad',
  AF:
    'Kandahar,Herat,Mazar-i-Sharif=Mazar-e-Sharif,Jalalabad,Kunduz,Nangarhar,Paktika,Paktia,Khost,Helmand,' +
    'Lashkar Gah,Kunar,Badakhshan,Balkh,Baghlan,Ghazni,Zabul,Uruzgan,Logar,Laghman,Takhar,Faryab,Bamiyan,' +
    'Spin Boldak,Zaranj,Nimroz,Farah,Badghis,Panjshir,Nuristan',
  BD: "Chittagong=Chattogram,Sylhet,Rajshahi,Khulna,Cox's Bazar,Gulshan,Gazipur,Bandarban",
  LK: 'Kandy,Galle,Jaffna,Batticaloa,Trincomalee,Negombo',
  NP: 'Pokhara,Biratnagar,Lalitpur,Birgunj,Bhairahawa',
  IR:
    'Sistan-Baluchestan=Sistan and Baluchestan=Sistan-Baluchistan=Sistan and Baluchistan,Zahedan,Chabahar,Rask,' +
    'Kerman,Mashhad,Shiraz,Isfahan,Tabriz,Ahvaz,Saravan,Qom,Khash,Iranshahr',
  UZ: 'Samarkand,Termez,Bukhara,Fergana,Andijan',
  TJ: 'Khujand,Kulob,Gorno-Badakhshan,Khorog',
  KG: 'Osh,Batken,Jalal-Abad',
  KZ: 'Almaty,Shymkent,Aktobe',
  CN: 'Xinjiang,Urumqi,Kashgar,Shanghai,Tianjin,Hong Kong',
  US: 'New York,Los Angeles,Chicago,San Francisco,Boston,Texas,Florida,California',
  GB: 'Manchester,Birmingham,Belfast,Edinburgh',
  AE: 'Dubai,Sharjah',
  SA: 'Jeddah,Mecca,Medina',
  TR: 'Istanbul,Izmir,Diyarbakir,Gaziantep',
  CH: 'Geneva,Zurich',
  ES: 'Barcelona,Valencia,Seville',
  FR: 'Marseille,Lyon,Strasbourg',
  DE: 'Munich,Hamburg,Frankfurt,Cologne',
  IT: 'Milan,Naples,Turin',
  RU: 'Saint Petersburg=St Petersburg,Kazan,Dagestan,Chechnya,Grozny,Sochi',
  IQ: 'Mosul,Basra,Erbil,Kirkuk,Fallujah,Anbar',
  SY: 'Aleppo,Idlib,Homs,Raqqa,Deir ez-Zor,Palmyra,Latakia',
  LB: 'Sidon,Baalbek',
  EG: 'Sinai,Alexandria,Sharm el-Sheikh',
  IL: 'Haifa,Ashkelon,Beersheba',
  PS: 'Gaza,Gaza City,Rafah,Khan Younis,West Bank,Jenin,Nablus',
  KE: 'Mombasa,Garissa,Mandera,Lamu,Wajir',
  SO: 'Kismayo,Baidoa,Puntland,Somaliland,Beledweyne',
  NG: 'Lagos,Borno,Maiduguri,Kano,Kaduna,Chibok,Yobe,Adamawa',
  ML: 'Gao,Timbuktu,Kidal',
  ID: 'Bali,Surabaya,Makassar,Aceh',
  PH: 'Mindanao,Marawi,Jolo,Cotabato',
  CA: 'Toronto,Vancouver,Montreal',
  AU: 'Sydney,Melbourne,Perth,Brisbane',
  TZ: 'Dar es Salaam',
  AT: 'Graz',
};

/** A place name and the country it lies in. */
export interface PlaceName {
  readonly text: string;
  readonly country: string;
}

/** All place names of the table, capitals not among them (see `countries.ts`). */
export const PLACE_NAMES: readonly PlaceName[] = Object.entries(ROWS).flatMap(([country, names]) =>
  names.split(',').flatMap((place) => place.split('=').map((text) => ({ text, country }))),
);
