/**
 * First-level divisions of states (provinces, states, departments, regions), by ISO 3166-1 alpha-2, as English
 * news writes them; other spellings follow `=`. Written down from ISO 3166-2 and the states' own lists. States
 * whose news the project does not read, and divisions whose names are ordinary words or personal names of the
 * press ("Lima", "Victoria", "La Libertad") without a word of their kind, are left out. Kashmir's divisions
 * carry the code of the state that administers them, which is a fact about who reports from there.
 */
export const DIVISIONS: Readonly<Record<string, string>> = {
  PK:
    'Balochistan=Baluchistan,Sindh=Sind,Punjab,Khyber Pakhtunkhwa=KP=Khyber-Pakhtunkhwa,Gilgit-Baltistan,' +
    'Azad Kashmir=Azad Jammu and Kashmir=AJK,Islamabad Capital Territory,Federally Administered Tribal Areas=FATA',
  IN:
    'Jammu and Kashmir=Jammu & Kashmir=J&K,Ladakh,Punjab,Himachal Pradesh,Uttarakhand,Haryana,Rajasthan,Uttar Pradesh,Bihar,' +
    'Sikkim,Arunachal Pradesh,Nagaland,Manipur,Mizoram,Tripura,Meghalaya,Assam,West Bengal,Jharkhand,Odisha=Orissa,' +
    'Chhattisgarh,Madhya Pradesh,Gujarat,Maharashtra,Andhra Pradesh,Telangana,Karnataka,Kerala,Tamil Nadu,Goa,Chandigarh,' +
    'Puducherry=Pondicherry,Lakshadweep,Andaman and Nicobar Islands=Andaman and Nicobar,Dadra and Nagar Haveli and Daman and Diu',
  AF:
    'Badakhshan,Badghis,Baghlan,Balkh,Bamyan=Bamiyan,Daykundi=Daikundi,Farah,Faryab,Ghazni,Ghor=Ghowr,Helmand,Herat,' +
    'Jowzjan=Jawzjan,Kandahar=Qandahar,Kapisa,Khost,Kunar=Konar,Kunduz=Kunduz province,Laghman,Logar=Lowgar,Nangarhar,' +
    'Nimroz=Nimruz,Nuristan=Nurestan,Paktia=Paktya,Paktika,Panjshir=Panjsher,Parwan,Samangan,Sar-e Pol=Sar-i-Pul,Takhar,' +
    'Uruzgan=Oruzgan,Maidan Wardak=Wardak=Maydan Wardak,Zabul,Kabul province',
  BD: 'Barisal=Barishal,Chittagong=Chattogram,Dhaka Division,Khulna,Mymensingh,Rajshahi,Rangpur,Sylhet',
  LK: 'Central Province,Eastern Province,Northern Province,North Central Province,North Western Province,Sabaragamuwa,Southern Province,Uva Province,Western Province',
  NP: 'Koshi Province,Madhesh Province,Bagmati,Gandaki,Lumbini,Karnali,Sudurpashchim',
  IR:
    'Sistan-Baluchestan=Sistan and Baluchestan=Sistan-Baluchistan=Sistan and Baluchistan=Sistan-o-Balochistan,Alborz,Ardabil,Bushehr,' +
    'Chaharmahal and Bakhtiari,East Azerbaijan,West Azerbaijan,Fars province,Gilan,Golestan,Hamadan,Hormozgan,Ilam,Isfahan=Esfahan,' +
    'Kerman,Kermanshah,Khuzestan,Kohgiluyeh and Boyer-Ahmad,Kurdistan province,Lorestan,Markazi,Mazandaran,North Khorasan,' +
    'Razavi Khorasan,South Khorasan,Qazvin,Qom,Semnan,Yazd,Zanjan',
  UZ: 'Andijan,Bukhara,Fergana=Ferghana,Jizzakh,Kashkadarya,Khorezm,Namangan,Navoiy,Samarkand,Surkhandarya,Syrdarya,Karakalpakstan',
  TJ: 'Gorno-Badakhshan=GBAO,Khatlon,Sughd',
  KG: 'Batken,Chuy,Issyk-Kul=Issyk Kul,Jalal-Abad=Jalalabad region,Naryn,Osh,Talas',
  KZ: 'Akmola,Aktobe,Almaty,Atyrau,East Kazakhstan,Jambyl,Karaganda,Kostanay,Kyzylorda,Mangystau,North Kazakhstan,Pavlodar,Turkistan,West Kazakhstan',
  TM: 'Ahal,Balkan Region,Dashoguz,Lebap,Mary Region',
  CN:
    'Xinjiang=Xinjiang Uygur Autonomous Region=Xinjiang Uyghur Autonomous Region,Tibet=Xizang,Inner Mongolia,Ningxia,Guangxi,Guangdong,' +
    'Guizhou,Yunnan,Sichuan,Qinghai,Gansu,Shaanxi,Shanxi,Hebei,Henan,Hubei,Hunan,Jiangxi,Jiangsu,Zhejiang,Anhui,Fujian,Hainan,' +
    'Shandong,Heilongjiang,Jilin,Liaoning,Chongqing,Tianjin,Shanghai,Hong Kong,Macau=Macao',
  MM: 'Rakhine=Arakan,Kachin,Kayah,Kayin=Karen State,Mon State,Shan State=Shan,Chin State,Sagaing,Mandalay,Magway,Bago Region,Ayeyarwady,Tanintharyi',
  IQ:
    'Anbar=Al-Anbar,Babil=Babylon Governorate,Basra,Dhi Qar,Diyala,Duhok=Dohuk,Erbil=Irbil,Karbala,Kirkuk,Maysan,Muthanna,Najaf,' +
    'Nineveh=Ninawa,Qadisiyah,Salahuddin=Salah al-Din=Saladin province,Sulaymaniyah=Sulaimaniya,Wasit',
  SY: 'Aleppo,Idlib,Homs,Hama,Latakia,Tartus=Tartous,Raqqa,Deir ez-Zor=Deir al-Zor,Hasakah=Hasaka=Al-Hasakah,Daraa=Deraa,Quneitra,Sweida=Suwayda',
  YE: "Abyan,Aden,Al Bayda=Bayda=al-Bayda,Dhale,Hadramawt=Hadhramaut,Hajjah,Hodeidah=Hudaydah,Ibb,Jawf=Al Jawf,Lahj=Lahij,Mahwit,Marib=Ma'rib,Mahra,Saada=Sa'dah,Shabwa=Shabwah,Taiz=Taizz",
  SA: 'Asir,Jazan=Jizan,Najran,Eastern Province of Saudi Arabia,Qassim,Tabuk',
  TR: 'Diyarbakir=Diyarbakır,Hakkari,Sirnak=Şırnak,Mardin,Van Province,Batman province,Siirt,Tunceli,Bingol=Bingöl,Elazig=Elazığ,Hatay,Gaziantep,Kilis,Sanliurfa=Şanlıurfa=Urfa,Adana,Bursa,Izmir,Antalya,Konya,Trabzon',
  LB: 'Akkar,Baalbek-Hermel,Beqaa=Bekaa,Nabatieh,South Lebanon,North Lebanon,Mount Lebanon',
  PS: 'Gaza Strip=Gaza,West Bank,East Jerusalem',
  EG: 'North Sinai,South Sinai,Sinai=Sinai Peninsula,Minya,Beheira,Dakahlia,Fayoum,Gharbia,Giza,Ismailia,Qalyubia,Sohag,Aswan,Luxor,Port Said,Suez',
  LY: 'Cyrenaica,Tripolitania,Fezzan,Benghazi,Derna,Misrata,Sirte,Sabha=Sebha',
  DZ: 'Kabylie=Kabylia,Tizi Ouzou,Boumerdes,Tamanrasset,Illizi,Constantine,Oran',
  TN: 'Kasserine,Jendouba,Kef,Sousse,Sfax,Gafsa,Medenine,Sidi Bouzid',
  SD: 'Darfur,North Darfur,South Darfur,West Darfur,South Kordofan,North Kordofan,Blue Nile state,Kassala,Gezira,Red Sea State',
  SS: 'Jonglei,Upper Nile,Unity State,Eastern Equatoria,Central Equatoria,Western Equatoria,Lakes State,Warrap',
  ET: 'Tigray,Amhara,Oromia,Afar,Somali Region,Gambela,Benishangul-Gumuz,Sidama',
  SO: 'Puntland,Somaliland,Jubaland,Galmudug,Hirshabelle,South West State,Lower Shabelle,Middle Shabelle,Lower Juba,Middle Juba,Gedo,Bay region,Bakool,Hiran=Hiiraan,Galgudud,Mudug,Nugal,Bari region,Banadir',
  KE: 'Garissa,Mandera,Wajir,Lamu,Mombasa,Kilifi,Tana River,Isiolo,Marsabit,Turkana,Kisumu,Nakuru',
  NG:
    'Borno,Yobe,Adamawa,Bauchi,Gombe,Taraba,Plateau state,Benue,Kaduna,Kano,Katsina,Zamfara,Sokoto,Kebbi,Niger state,Nasarawa,Kogi,' +
    'Kwara,Oyo,Ogun,Ondo,Osun,Ekiti,Lagos,Edo,Delta state,Bayelsa,Rivers state,Imo,Abia,Anambra,Enugu,Ebonyi,Cross River,Akwa Ibom,Jigawa',
  ML: 'Gao,Kidal,Timbuktu=Tombouctou,Mopti,Segou=Ségou,Sikasso,Koulikoro,Kayes,Menaka=Ménaka,Taoudenit',
  BF: 'Sahel Region,Soum,Centre-Nord,Boucle du Mouhoun,Hauts-Bassins,Cascades region,Centre-Est',
  NE: 'Diffa,Tillaberi=Tillabéri,Tahoua,Agadez,Maradi,Zinder,Dosso',
  TD: 'Lac Province,Tibesti,Ennedi,Borkou,Kanem,Ouaddai',
  CM: 'Far North Region=Extreme-Nord,Adamaoua,Northwest Region of Cameroon,Southwest Region of Cameroon',
  MZ: 'Cabo Delgado,Nampula,Niassa,Zambezia,Sofala,Tete province,Manica,Inhambane',
  CD: 'North Kivu,South Kivu,Ituri,Tanganyika,Katanga,Kasai=Kasaï,Kasai-Oriental,Equateur,Maniema,Tshopo',
  UG: 'Kasese,Karamoja,West Nile,Busoga',
  RU: 'Chechnya,Dagestan,Ingushetia,North Ossetia,Kabardino-Balkaria,Karachay-Cherkessia,Tatarstan,Bashkortostan,Stavropol,Krasnodar,Belgorod,Kursk,Bryansk,Rostov,Crimea',
  UA: 'Donetsk,Luhansk=Lugansk,Kharkiv=Kharkov,Kherson,Zaporizhzhia=Zaporizhia,Mykolaiv,Dnipropetrovsk,Odesa=Odessa,Sumy,Chernihiv,Poltava,Zhytomyr,Lviv,Vinnytsia,Ternopil,Rivne,Volyn,Zakarpattia,Chernivtsi',
  GE: 'Abkhazia,South Ossetia,Adjara,Kakheti,Imereti',
  AZ: 'Nagorno-Karabakh,Nakhchivan',
  ID: 'Aceh,Bali,Papua,West Papua,Central Sulawesi,South Sulawesi,North Sumatra,West Sumatra,South Sumatra,Riau,Lampung,Banten,West Java,Central Java,East Java,Yogyakarta,Maluku,East Nusa Tenggara,West Nusa Tenggara,East Kalimantan,West Kalimantan',
  PH: 'Mindanao,Basilan,Sulu,Tawi-Tawi,Lanao del Sur,Lanao del Norte,Maguindanao,Cotabato=North Cotabato,Sultan Kudarat,Zamboanga del Norte,Zamboanga del Sur,Zamboanga,Surigao del Sur,Agusan del Sur,Bukidnon,Negros Occidental,Negros Oriental,Palawan,Masbate,Samar,Luzon,Bangsamoro',
  TH: 'Pattani,Yala,Narathiwat,Songkhla,Chiang Mai,Phuket,Surat Thani',
  MY: 'Sabah,Sarawak,Selangor,Johor,Kelantan,Terengganu,Penang,Kedah,Perak,Pahang',
  AU: 'New South Wales,Queensland,Tasmania,Western Australia,South Australia,Northern Territory',
  CA: 'Ontario,Quebec=Québec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland and Labrador',
  US:
    'Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,' +
    'Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,' +
    'New Mexico,New York state,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,' +
    'Tennessee,Texas,Utah,Vermont,West Virginia,Wisconsin,Wyoming,Puerto Rico',
  GB: 'England,Scotland,Wales,Northern Ireland',
  DE: 'Bavaria,Saxony,Hesse,Brandenburg,Thuringia,Lower Saxony,North Rhine-Westphalia,Baden-Württemberg=Baden-Wuerttemberg,Rhineland-Palatinate,Saarland,Schleswig-Holstein,Saxony-Anhalt,Mecklenburg-Vorpommern',
  FR: 'Corsica,Brittany,Normandy,Occitanie,Nouvelle-Aquitaine,Ile-de-France=Île-de-France,Hauts-de-France,Grand Est,Auvergne-Rhône-Alpes',
  ES: 'Catalonia,Basque Country,Andalusia,Galicia,Aragon,Navarre=Navarra,Asturias,Castile and León,Extremadura,Canary Islands,Balearic Islands',
  IT: 'Sicily,Sardinia,Lombardy,Tuscany,Calabria,Campania,Piedmont,Veneto,Liguria,Lazio,Apulia,Umbria',
  BE: 'Flanders,Wallonia',
  MX:
    'Chiapas,Chihuahua,Sinaloa,Sonora,Tamaulipas,Guerrero,Michoacan=Michoacán,Oaxaca,Jalisco,Guanajuato,Baja California,Coahuila,Nuevo Leon=Nuevo León,' +
    'Durango,Zacatecas,Nayarit,Colima,Morelos,Puebla,Hidalgo state,Veracruz,Tabasco,Campeche,Yucatan=Yucatán,Quintana Roo,Queretaro=Querétaro,San Luis Potosi,Tlaxcala,Aguascalientes',
  GT: 'Alta Verapaz,Baja Verapaz,Chimaltenango,Chiquimula,El Progreso,Escuintla,Huehuetenango,Izabal,Jalapa,Jutiapa,Peten=Petén,Quetzaltenango,Quiche=Quiché=El Quiche,Retalhuleu,Sacatepequez,San Marcos,Santa Rosa department,Solola=Sololá,Suchitepequez,Totonicapan,Zacapa',
  SV: 'Ahuachapan=Ahuachapán,Cabanas=Cabañas,Chalatenango,Cuscatlan=Cuscatlán,La Libertad department,Morazan=Morazán,San Miguel,Santa Ana,San Vicente,Sonsonate,La Union department,Usulutan=Usulután',
  HN: 'Atlantida=Atlántida,Choluteca,Colon department,Comayagua,Copan=Copán,Cortes department,El Paraiso=El Paraíso,Francisco Morazan,Gracias a Dios,Intibuca,Lempira department,Olancho,Yoro',
  NI: 'Boaco,Carazo,Chinandega,Chontales,Esteli=Estelí,Granada department,Jinotega,Madriz,Masaya,Matagalpa,Nueva Segovia,Rio San Juan,Rivas department,Zelaya',
  CR: 'Alajuela,Cartago,Guanacaste,Heredia,Limon province,Puntarenas',
  PA: 'Bocas del Toro,Chiriqui=Chiriquí,Cocle=Coclé,Darien=Darién,Herrera province,Los Santos,Veraguas',
  CO:
    'Amazonas department,Antioquia,Arauca,Atlantico,Bolivar department,Boyaca=Boyacá,Caldas,Caqueta=Caquetá,Casanare,Cauca,Cesar department,Choco=Chocó,Cordoba department,' +
    'Cundinamarca,Guainia,La Guajira=Guajira,Guaviare,Huila,Magdalena department,Meta department,Narino=Nariño,Norte de Santander,Putumayo,Quindio=Quindío,Risaralda,Santander,Sucre department,Tolima,Valle del Cauca,Vaupes,Vichada',
  VE: 'Apure,Aragua,Barinas,Bolivar state,Carabobo,Falcon state,Guarico,Lara state,Merida state,Miranda state,Monagas,Tachira=Táchira,Zulia,Yaracuy',
  EC: 'Azuay,Canar,Carchi,Chimborazo,Cotopaxi,El Oro,Esmeraldas,Guayas,Imbabura,Loja,Los Rios,Manabi=Manabí,Napo,Orellana,Pichincha,Sucumbios=Sucumbíos,Tungurahua',
  PE:
    'Amazonas region,Ancash,Apurimac=Apurímac,Arequipa,Ayacucho,Cajamarca,Callao,Cusco=Cuzco,Huancavelica,Huanuco=Huánuco,Ica,Junin=Junín,La Libertad region,' +
    'Lambayeque,Loreto,Madre de Dios,Moquegua,Pasco=Cerro de Pasco,Piura,Puno,San Martin department,Tacna,Tumbes,Ucayali',
  BO: 'Beni,Chuquisaca,Cochabamba,Oruro,Pando,Potosi=Potosí,Tarija,Santa Cruz department',
  CL: 'Antofagasta,Atacama,Coquimbo,Valparaiso=Valparaíso,Maule,Biobio=Bio-Bio=Biobío,Araucania=Araucanía,Los Lagos,Aysen,Magallanes,Tarapaca=Tarapacá',
  AR: 'Chaco,Chubut,Corrientes,Entre Rios=Entre Ríos,Formosa,Jujuy,La Pampa,Mendoza,Misiones,Neuquen=Neuquén,Rio Negro,Salta,San Luis,Santa Fe,Santiago del Estero,Tierra del Fuego,Tucuman=Tucumán',
  BR: 'Acre state,Alagoas,Amapa=Amapá,Bahia,Ceara=Ceará,Espirito Santo,Goias=Goiás,Maranhao=Maranhão,Mato Grosso,Mato Grosso do Sul,Minas Gerais,Para state,Paraiba=Paraíba,Parana=Paraná,Pernambuco,Piaui=Piauí,Rio Grande do Norte,Rio Grande do Sul,Rondonia=Rondônia,Roraima,Santa Catarina,Sergipe,Tocantins',
  PY: 'Alto Parana,Amambay,Caaguazu,Canindeyu,Concepcion department,Itapua',
  HT: "Artibonite,Grand'Anse",
};
