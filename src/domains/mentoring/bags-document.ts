/** Key `bags`: the cash a mentor carries, by institution, as the books have it. */
export interface BagsDocument {
  readonly bags: readonly {
    readonly id: string;
    readonly institutionId: string;
    readonly institutionName: string;
    /** Whole rupiah in digits. */
    readonly holdsRupiah: string;
  }[];
}
