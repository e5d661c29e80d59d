/** Public pages carry no JavaScript: they must open on 3G and on any phone. */
export const csr = false;
