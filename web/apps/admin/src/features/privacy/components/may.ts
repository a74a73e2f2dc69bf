/** What the reader may do here. */
export interface May {
  /** privacy.write */
  write: boolean;
  /** privacy.erase */
  erase: boolean;
}
