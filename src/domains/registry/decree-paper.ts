/** What a decree prints. None of these types has room for a NIK, and none may ever get it. */

export interface DecreeMember {
  name: string;
  role: 'ketua' | 'sekretaris' | 'bendahara' | 'anggota';
  business: string;
  product: string;
  nib?: string;
  phone?: string;
}

export interface DecreeGroup {
  name: string;
  kelurahan: string;
  kecamatan: string;
  sector: string;
  members: readonly DecreeMember[];
}

/** Another decree that this one changes or ends. */
export interface EarlierDecree {
  number: string;
  /** 'YYYY-MM-DD' */
  signedOn: string;
  /** Its subject, as after TENTANG. */
  about: string;
}

export interface DecreeIssuer {
  kind: 'mayor' | 'department';
  /** "Kota Jambi" */
  city: string;
  /** "Jambi": where decrees are signed. */
  seat: string;
  /** "Dinas Tenaga Kerja, Koperasi, Usaha Kecil dan Menengah"; the department that mentors. */
  department: string;
  addressLines: readonly string[];
  /** The city's coat of arms as PNG or JPEG. */
  crest?: Uint8Array;
}

export interface DecreeSignatory {
  name: string;
  /** Rank, such as "Pembina Utama Muda (IV/c)"; a mayor has none. */
  rank?: string;
  /** 18 digits; a mayor has none. */
  nip?: string;
}

export interface DecreeCommon {
  number: string;
  /** 'YYYY-MM-DD' */
  signedOn: string;
  issuer: DecreeIssuer;
  signatory: DecreeSignatory;
  /** Minutes, proposals and other papers, in full wording; at least one. */
  noting: readonly string[];
  /** Laws and regulations in full wording; `nationalLaws` where the city adds none. */
  recalling?: readonly string[];
  /** Recipients of copies. */
  copies: readonly string[];
  paper?: 'A4' | 'F4';
}

export interface RecognitionPaper extends DecreeCommon {
  kind: 'recognition';
  groups: readonly DecreeGroup[];
  effectiveFrom: string;
  effectiveUntil: string | null;
}

export interface AmendmentPaper extends DecreeCommon {
  kind: 'amendment';
  amends: EarlierDecree;
  /** 1 for the first amendment of that decree. */
  ordinal: number;
  /** What changed, one full sentence part each: "menambah anggota atas nama …". */
  changes: readonly string[];
  /** The groups as they stand after the change. */
  groups: readonly DecreeGroup[];
  effectiveFrom: string;
}

export interface WithdrawalPaper extends DecreeCommon {
  kind: 'withdrawal';
  ends: EarlierDecree;
  groups: readonly Pick<DecreeGroup, 'name' | 'kelurahan' | 'kecamatan'>[];
  /** Why, as a clause that can follow "bahwa". */
  reason: string;
  effectiveFrom: string;
}

/** What is frozen with a decree when it is signed. */
export type DecreeContent = RecognitionPaper | AmendmentPaper | WithdrawalPaper;

/** A decree ready for print; `verifyUrl` opens the public page that confirms it. */
export type DecreePaper = DecreeContent & { readonly verifyUrl: string };
