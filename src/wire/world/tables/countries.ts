/**
 * States and bodies of states as news names them: ISO 3166-1 alpha-2 (`XK` for
 * Kosovo, as the EU writes it; ISO 3166-3 for states of the past; `UN`, `EU`, `NATO` and the like for bodies), names, demonyms, and the capitals that stand for the government
 * ("Islamabad rejected"). A table of usage, not of recognition. Source: ISO 3166-1; UN M49 country names.
 *
 * Columns: code | names | demonyms | capitals that stand for the government.
 */
const ROWS = `
AD|Andorra|Andorran|
AE|United Arab Emirates,UAE|Emirati|Abu Dhabi
AF|Afghanistan|Afghan|Kabul
AG|Antigua and Barbuda|Antiguan|
AL|Albania|Albanian|Tirana
AM|Armenia|Armenian|Yerevan
AO|Angola|Angolan|Luanda
AR|Argentina|Argentine,Argentinian|Buenos Aires
AT|Austria|Austrian|Vienna
AU|Australia|Australian|Canberra
AZ|Azerbaijan|Azerbaijani,Azeri|Baku
BA|Bosnia and Herzegovina,Bosnia|Bosnian|Sarajevo
BB|Barbados|Barbadian|Bridgetown
BD|Bangladesh|Bangladeshi|Dhaka
BE|Belgium|Belgian|
BF|Burkina Faso|Burkinabe|Ouagadougou
BG|Bulgaria|Bulgarian|Sofia
BH|Bahrain|Bahraini|Manama
BI|Burundi|Burundian|Bujumbura,Gitega
BJ|Benin|Beninese|Cotonou,Porto-Novo
BN|Brunei|Bruneian|Bandar Seri Begawan
BO|Bolivia|Bolivian|La Paz
BR|Brazil|Brazilian|Brasilia
BS|Bahamas|Bahamian|Nassau
BT|Bhutan|Bhutanese|Thimphu
BW|Botswana|Botswanan|Gaborone
BY|Belarus|Belarusian|Minsk
BZ|Belize|Belizean|Belmopan
CA|Canada|Canadian|Ottawa
CD|Democratic Republic of the Congo,DR Congo,DRC|Congolese|Kinshasa
CF|Central African Republic|Central African|Bangui
CG|Republic of the Congo,Congo-Brazzaville||Brazzaville
CH|Switzerland|Swiss|Bern
CI|Ivory Coast,Cote d'Ivoire,Côte d'Ivoire|Ivorian|Abidjan,Yamoussoukro
CL|Chile|Chilean|Santiago
CM|Cameroon|Cameroonian|Yaounde
CN|China,People's Republic of China,PRC|Chinese|Beijing
CO|Colombia|Colombian|Bogota
CR|Costa Rica|Costa Rican|San Jose
CU|Cuba|Cuban|Havana
CV|Cape Verde,Cabo Verde|Cape Verdean|
CY|Cyprus|Cypriot|Nicosia
CZ|Czech Republic,Czechia|Czech|Prague
DE|Germany|German|Berlin
DJ|Djibouti|Djiboutian|
DK|Denmark|Danish|Copenhagen
DM|Dominica||
DO|Dominican Republic|Dominican|Santo Domingo
DZ|Algeria|Algerian|Algiers
EC|Ecuador|Ecuadorian,Ecuadorean|Quito
EE|Estonia|Estonian|Tallinn
EG|Egypt|Egyptian|Cairo
ER|Eritrea|Eritrean|Asmara
ES|Spain|Spanish|Madrid
ET|Ethiopia|Ethiopian|Addis Ababa
FI|Finland|Finnish|Helsinki
FJ|Fiji|Fijian|Suva
FR|France|French|Paris
G7|G7,Group of Seven||
GA|Gabon|Gabonese|Libreville
GB|United Kingdom,UK,U.K.,Britain,Great Britain|British|London
GD|Grenada|Grenadian|
GE|Georgia|Georgian|Tbilisi
GH|Ghana|Ghanaian|Accra
GM|Gambia|Gambian|Banjul
GN|Guinea|Guinean|Conakry
GQ|Equatorial Guinea||Malabo
GR|Greece|Greek|Athens
GT|Guatemala|Guatemalan|Guatemala City
GW|Guinea-Bissau||Bissau
GY|Guyana|Guyanese|
HN|Honduras|Honduran|Tegucigalpa
HR|Croatia|Croatian|Zagreb
HT|Haiti|Haitian|Port-au-Prince
HU|Hungary|Hungarian|Budapest
ID|Indonesia|Indonesian|Jakarta
IE|Ireland|Irish|Dublin
IL|Israel|Israeli|Jerusalem,Tel Aviv
IN|India,Republic of India|Indian|New Delhi,Delhi
IQ|Iraq|Iraqi|Baghdad
IR|Iran,Islamic Republic of Iran|Iranian|Tehran
IS|Iceland|Icelandic|Reykjavik
IT|Italy|Italian|Rome
JM|Jamaica|Jamaican|Kingston
JO|Jordan|Jordanian|Amman
JP|Japan|Japanese|Tokyo
KE|Kenya|Kenyan|Nairobi
KG|Kyrgyzstan,Kyrgyz Republic|Kyrgyz|Bishkek
KH|Cambodia,Kampuchea|Cambodian|Phnom Penh
KM|Comoros|Comorian|Moroni
KP|North Korea,DPRK|North Korean|Pyongyang
KR|South Korea,Republic of Korea|South Korean|Seoul
KW|Kuwait|Kuwaiti|
KZ|Kazakhstan|Kazakh|Astana
LA|Laos|Laotian|Vientiane
LB|Lebanon|Lebanese|Beirut
LI|Liechtenstein||
LK|Sri Lanka|Sri Lankan|Colombo
LR|Liberia|Liberian|Monrovia
LS|Lesotho||Maseru
LT|Lithuania|Lithuanian|Vilnius
LU|Luxembourg||
LV|Latvia|Latvian|Riga
LY|Libya|Libyan|Tripoli
MA|Morocco|Moroccan|Rabat
MC|Monaco||
MD|Moldova|Moldovan|Chisinau
ME|Montenegro|Montenegrin|Podgorica
MG|Madagascar|Malagasy|Antananarivo
MK|North Macedonia,Macedonia|Macedonian|Skopje
ML|Mali|Malian|Bamako
MM|Myanmar,Burma|Burmese|Naypyidaw
MN|Mongolia|Mongolian|Ulaanbaatar
MR|Mauritania|Mauritanian|Nouakchott
MT|Malta|Maltese|Valletta
MU|Mauritius|Mauritian|Port Louis
MV|Maldives|Maldivian|
MW|Malawi|Malawian|Lilongwe
MX|Mexico|Mexican|Mexico City
MY|Malaysia|Malaysian|Kuala Lumpur
MZ|Mozambique|Mozambican|Maputo
NA|Namibia|Namibian|Windhoek
NE|Niger|Nigerien|Niamey
NG|Nigeria|Nigerian|Abuja
NI|Nicaragua|Nicaraguan|Managua
NL|Netherlands|Dutch|The Hague
NO|Norway|Norwegian|Oslo
NP|Nepal|Nepali,Nepalese|Kathmandu
NZ|New Zealand||Wellington
OM|Oman|Omani|Muscat
PA|Panama|Panamanian|Panama City
PE|Peru|Peruvian|Lima
PG|Papua New Guinea||Port Moresby
PH|Philippines|Philippine,Filipino|Manila
PK|Pakistan,Pak,Islamic Republic of Pakistan|Pakistani|Islamabad
PL|Poland|Polish|Warsaw
PS|Palestine,State of Palestine|Palestinian|Ramallah
PT|Portugal|Portuguese|Lisbon
PY|Paraguay|Paraguayan|Asuncion
QA|Qatar|Qatari|Doha
RO|Romania|Romanian|Bucharest
RS|Serbia|Serbian|Belgrade
RU|Russia,Russian Federation|Russian|Moscow
RW|Rwanda|Rwandan|Kigali
SA|Saudi Arabia|Saudi|Riyadh
SB|Solomon Islands||Honiara
SC|Seychelles||
SD|Sudan|Sudanese|Khartoum
SE|Sweden|Swedish|Stockholm
SG|Singapore|Singaporean|
SI|Slovenia|Slovenian|Ljubljana
SK|Slovakia|Slovak|Bratislava
SL|Sierra Leone|Sierra Leonean|Freetown
SN|Senegal|Senegalese|Dakar
SO|Somalia|Somali|Mogadishu
SR|Suriname|Surinamese|Paramaribo
SS|South Sudan|South Sudanese|Juba
ST|Sao Tome and Principe||
SV|El Salvador|Salvadoran,Salvadorean|San Salvador
SY|Syria|Syrian|Damascus
SZ|Eswatini,Swaziland||Mbabane
TD|Chad|Chadian|N'Djamena
TG|Togo|Togolese|Lome
TH|Thailand|Thai|Bangkok
TJ|Tajikistan|Tajik|Dushanbe
TL|East Timor,Timor-Leste|Timorese|Dili
TM|Turkmenistan|Turkmen|Ashgabat
TN|Tunisia|Tunisian|Tunis
TO|Tonga|Tongan|
TR|Turkey,Turkiye,Türkiye|Turkish|Ankara
TT|Trinidad and Tobago|Trinidadian|Port of Spain
TW|Taiwan|Taiwanese|Taipei
TZ|Tanzania|Tanzanian|Dodoma
UA|Ukraine|Ukrainian|Kyiv
UG|Uganda|Ugandan|Kampala
US|United States,United States of America,US,U.S.,USA,U.S.A.,America|American|Washington,Washington DC,Washington D.C.
UY|Uruguay|Uruguayan|Montevideo
UZ|Uzbekistan|Uzbek|Tashkent
VA|Vatican,Holy See||Vatican City
VE|Venezuela|Venezuelan|Caracas
VN|Vietnam|Vietnamese|Hanoi
VU|Vanuatu||
WS|Samoa|Samoan|
XK|Kosovo|Kosovar,Kosovan|Pristina
YE|Yemen|Yemeni|Sanaa
ZA|South Africa|South African|Pretoria
ZM|Zambia|Zambian|Lusaka
ZW|Zimbabwe|Zimbabwean|Harare
UN|United Nations,UN,U.N.,United Nations Security Council,UN Security Council,UNSC,Security Council||
EU|European Union,EU||Brussels
NATO|NATO||
SCO|Shanghai Cooperation Organisation,Shanghai Cooperation Organization,SCO||
FATF|Financial Action Task Force,FATF||
OAS|Organization of American States,OAS||
AFRICAN-UNION|African Union||
ASEAN|ASEAN,Association of Southeast Asian Nations||
OIC|Organisation of Islamic Cooperation,OIC||
GCC|Gulf Cooperation Council,GCC||
SAARC|SAARC||
BRICS|BRICS||
SUHH|Soviet Union,USSR|Soviet|
YUCS|Yugoslavia|Yugoslav|
`;

/** How a text names a state. */
export interface CountryName {
  readonly text: string;
  readonly country: string;
  readonly use: 'name' | 'demonym' | 'capital';
}

/** All names of the table. */
export const COUNTRY_NAMES: readonly CountryName[] = ROWS.trim()
  .split('\n')
  .flatMap((row) => {
    const [country = '', names = '', demonyms = '', capitals = ''] = row.split('|');
    const list = (text: string, use: CountryName['use']) =>
      text === '' ? [] : text.split(',').map((name) => ({ text: name, country, use }));
    return [...list(names, 'name'), ...list(demonyms, 'demonym'), ...list(capitals, 'capital')];
  });

/** Bodies of several states that the table holds among the states, since they list, accuse and agree as states do. */
const BODIES: ReadonlySet<string> = new Set([
  'NATO',
  'SCO',
  'FATF',
  'OAS',
  'AFRICAN-UNION',
  'ASEAN',
  'OIC',
  'GCC',
  'SAARC',
  'BRICS',
]);

/** Whether a code of the table is a body's, which lies nowhere and is no country. */
export function isBody(code: string | null): boolean {
  return code !== null && BODIES.has(code);
}
