/** What the reader may do on a customer's page. */
export interface May {
  write: boolean;
  phones: boolean;
}
