/**
 * Where named places lie: degrees east and north, rounded to a tenth, general geographic knowledge (checked against
 * Natural Earth's populated places, public domain). `P` province or division, `C` city or district.
 */
const TABLE = `
PK C Islamabad 73.1 33.7;Rawalpindi 73.1 33.6;Lahore 74.3 31.5;Karachi 67.0 24.9;Quetta 67.0 30.2;Peshawar 71.5 34.0;Multan 71.5 30.2;Faisalabad 73.1 31.4;Gwadar 62.3 25.1;Turbat 63.1 26.0;Khuzdar 66.6 27.8;Kalat 66.6 29.0;Sibi 67.9 29.5;Bolan 67.6 29.6;Mastung 66.8 29.8;Nushki 66.0 29.6;Zhob 69.4 31.3;Chaman 66.4 30.9;Panjgur 64.1 27.0;Dera Bugti 69.2 29.0;Dera Ismail Khan 70.9 31.8;Bannu 70.6 33.0;Kohat 71.4 33.6;Swat 72.4 35.2;Mardan 72.0 34.2;Lakki Marwat 70.9 32.6;Tank 70.4 32.2;Parachinar 70.1 33.9;Kurram 70.1 33.8;Khyber 71.1 34.1;Bajaur 71.5 34.8;North Waziristan 70.0 33.0;South Waziristan 69.7 32.3;Sialkot 74.5 32.5;Hyderabad 68.4 25.4;Sukkur 68.9 27.7;Bahawalpur 71.7 29.4;Muridke 74.3 31.8;Muzaffarabad 73.5 34.4;Gilgit 74.3 35.9;Kech 63.0 26.0
PK P Balochistan 65.5 28.5;Khyber Pakhtunkhwa 72.0 34.5;Punjab 72.5 31.0;Sindh 68.5 26.0;Gilgit-Baltistan 75.0 35.8;Azad Kashmir 73.8 33.9
IN C New Delhi 77.2 28.6;Delhi 77.2 28.7;Mumbai 72.9 19.1;Pahalgam 75.3 34.0;Srinagar 74.8 34.1;Jammu 74.9 32.7;Pulwama 74.9 33.9;Anantnag 75.1 33.7;Baramulla 74.3 34.2;Kupwara 74.3 34.5;Poonch 74.1 33.8;Rajouri 74.3 33.4;Uri 74.0 34.1;Kathua 75.5 32.4;Pathankot 75.6 32.3;Amritsar 74.9 31.6;Kolkata 88.4 22.6;Hyderabad 78.5 17.4;Bengaluru 77.6 13.0;Chennai 80.3 13.1;Imphal 93.9 24.8;Guwahati 91.7 26.1;Ahmedabad 72.6 23.0;Pune 73.9 18.5;Varanasi 83.0 25.3;Gadchiroli 80.0 20.2;Dantewada 81.3 18.9;Sukma 81.7 18.4;Bijapur 80.8 18.8
IN P Jammu and Kashmir 75.0 33.7;Kashmir 74.6 34.1;Punjab 75.4 31.0;Manipur 93.9 24.7;Assam 92.8 26.2;Nagaland 94.4 26.1;Chhattisgarh 81.9 21.3;Jharkhand 85.3 23.6;Maharashtra 76.0 19.5;West Bengal 87.9 23.0;Bihar 85.6 25.7
AF C Kabul 69.2 34.5;Kandahar 65.7 31.6;Herat 62.2 34.3;Jalalabad 70.4 34.4;Mazar-e-Sharif 67.1 36.7;Kunduz 68.9 36.7;Khost 69.9 33.3;Ghazni 68.4 33.6;Lashkar Gah 64.4 31.6;Asadabad 71.1 34.9
AF P Nangarhar 70.3 34.2;Helmand 64.2 31.4;Paktika 68.8 32.5;Kunar 71.1 34.8;Badakhshan 71.0 36.7
BD C Dhaka 90.4 23.8;Chittagong 91.8 22.3;Chattogram 91.8 22.3;Cox's Bazar 92.0 21.4;Sylhet 91.9 24.9
LK C Colombo 79.9 6.9;Batticaloa 81.7 7.7;Kandy 80.6 7.3;Jaffna 80.0 9.7
NP C Kathmandu 85.3 27.7
IR C Tehran 51.4 35.7;Zahedan 60.9 29.5;Chabahar 60.6 25.3;Kerman 57.1 30.3;Shiraz 52.5 29.6;Saravan 62.3 27.4
IR P Sistan-Baluchestan 60.5 28.0;Sistan and Baluchestan 60.5 28.0
SY C Damascus 36.3 33.5;Aleppo 37.2 36.2;Idlib 36.6 35.9
IQ C Baghdad 44.4 33.3;Mosul 43.1 36.3
TR C Ankara 32.9 39.9;Istanbul 29.0 41.0
IL C Jerusalem 35.2 31.8;Tel Aviv 34.8 32.1
LB C Beirut 35.5 33.9
YE C Sanaa 44.2 15.4;Aden 45.0 12.8
SO C Mogadishu 45.3 2.0
KE C Nairobi 36.8 -1.3;Garissa 39.6 -0.5
NG C Maiduguri 13.2 11.8;Abuja 7.5 9.1
NG P Borno 13.1 11.9
UZ C Tashkent 69.2 41.3
TJ C Dushanbe 68.8 38.6
RU C Moscow 37.6 55.8;Makhachkala 47.5 43.0
GB C London -0.1 51.5;Manchester -2.2 53.5
FR C Paris 2.4 48.9;Nice 7.3 43.7
US C Washington -77.0 38.9;New York -74.0 40.7
`;

/** A place on the map; `radius` in kilometres says how precisely it is known. */
export interface PlacePoint {
  readonly longitude: number;
  readonly latitude: number;
  readonly radius: number;
}

const RADIUS = { C: 15, P: 150 } as const;

const POINTS: ReadonlyMap<string, PlacePoint> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [country = '', kind = 'C'] = line.split(' ', 2);
      return line
        .slice(country.length + kind.length + 2)
        .split(';')
        .map((place): [string, PlacePoint] => {
          const words = place.split(' ');
          const latitude = Number(words.at(-1));
          const longitude = Number(words.at(-2));
          const name = words.slice(0, -2).join(' ').toLowerCase();
          return [`${country} ${name}`, { longitude, latitude, radius: RADIUS[kind as 'C' | 'P'] }];
        });
    }),
);

/**
 * Where a place that a report names lies; `null` when it is not in the table: then only its country is shown. The
 * text may name more than one ("Jaffar Express, Bolan, Balochistan"): the most precise one counts.
 */
export function pointOf(country: string | null, text: string | null): PlacePoint | null {
  if (text === null || country === null) return null;
  const found = text
    .split(/,| in | near | of /)
    .map((part) =>
      POINTS.get(
        `${country} ${part
          .trim()
          .toLowerCase()
          .replace(/ (district|province|city)$/, '')}`,
      ),
    )
    .filter((point) => point !== undefined);
  return found.sort((a, b) => a.radius - b.radius)[0] ?? null;
}
