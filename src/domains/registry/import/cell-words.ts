/** Given names that many people here bear, for telling a column of people from one of shops. */
const givenNames: ReadonlySet<string> = new Set(
  (
    'abdul abdullah achmad ade adi agung agus agustina ahmad aini aisyah ali amalia ami amin amir ana andi andri ani anik ' +
    'anisa anita anton aprilia arif ari arifin aris asep asih asmawati astuti asri atik ayu bambang budi cahya cahyono ' +
    'cici citra danang dani darmawati dede deni desi dewi dian diana didik dina dwi edi eka eko ela elis elly emi endang ' +
    'eni erna erni ester eva evi fajar farida fatimah fatma febri ferry fitri fitria galih gunawan hadi hamzah handayani ' +
    'hani hari hariyanto hartati hartini hasan hasanah helmi hendra heni heri herlina herman hermawan hesti hidayat ida ' +
    'ika iis imam indah indra intan irfan irma irwan ismail iwan jaka jamilah joko julia juliana junaidi kartika kartini ' +
    'khadijah komariah kurnia kusuma laila lasmi lestari lia lilik lilis lina linda lisa lukman lusi m made maimunah ' +
    'mariam mariana maria marlina maryam masitah maya mega mei melati mila mimin mira mita moh mohammad muhammad mujiati ' +
    'mulyani mulyadi mulyono murni mustika nanang nana nani neneng ngatini ni nia nina nining nita nova novi nur nuraini ' +
    'nurhayati nurjanah nurul oktavia parjo ponirah pratiwi puji purwanti puspita putra putri rahma rahmat rahmawati ' +
    'rahayu ramli ratih ratna ratnawati reni retno ria rian rika rina rini rio risma rita riyanto rizal rizki robert ' +
    'rohani rohman rosita rosmawati rudi rukmini rusdi rusmini sabar saiful saleh samsul santi sari sarinah sarwono ' +
    'septi setiawan sigit siska siti slamet solihin sri sugeng sugiarti sugiyono suharti suhartono sujarwo sukarni ' +
    'sukirman sulastri sulis sumarni sumiati sunarti suparman supriyadi suprihatin surya suryani suryati susanti susi ' +
    'susilowati sutini sutrisno suwarni suyanto syahrul syamsul tati taufik teguh tika tini titik titin tono tri tuti ' +
    'udin umi umar untung usman veronika wahyu wahyuni wati wawan wayan widi widodo winarsih winarti wiwik wulandari ' +
    'yani yanti yanto yati yayan yayuk yeni yohanes yuli yuliana yulianti yuni yunita yusuf zainab zainal zulkifli ' +
    'john mary michael david sarah'
  ).split(' '),
);

const honorific = /^(?:bu|ibu|pak|bapak|bpk|sdr|sdri|ny|tn|hj|h|dr|drs|ir|mrs|mr|ms)\.?$/;

/** A few words with letters only, one of the first two a common given name or an honorific. */
export function looksLikePerson(text: string): boolean {
  if (text.length > 60 || /\d/.test(text) || looksLikeBusiness(text) || looksLikeAddress(text)) {
    return false;
  }
  const words = text.toLowerCase().split(/[\s.,]+/);
  if (words.length > 6) return false;
  return words.slice(0, 2).some((word) => givenNames.has(word) || honorific.test(word));
}

const businessWord =
  /\b(?:toko|tk\.|warung|wr|kedai|dapur|rumah makan|rm|cafe|kafe|resto|restoran|catering|katering|cv|ud|pd|pt|pt\.|cv\.|bengkel|salon|laundry|konveksi|butik|boutique|collection|craft|bakery|cake|snack|galeri|gallery|kios|lapak|depot|angkringan|bakso|jaya|barokah|berkah|group|store|shop|mart|food|kitchen|studio|handmade|batik|tailor|percetakan|meubel|mebel|fotocopy)\b/i;

/** Words that stand in the names of shops and workshops. */
export function looksLikeBusiness(text: string): boolean {
  return text.length <= 80 && businessWord.test(text);
}

const addressWord =
  /(?:\b(?:jl|jln|jalan|gg|gang|rt|rw|blok|perum|perumahan|komp|komplek|kompleks|dusun|lorong|lrg|street|road|no)\b\.?\s*[\p{L}\d:])/iu;

/** Street, lane, block or neighbourhood numbers. */
export function looksLikeAddress(text: string): boolean {
  return addressWord.test(text);
}
