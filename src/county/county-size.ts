/** How large a demonstration county is and what it is made from. */
export interface CountySize {
  readonly households: number;
  readonly seed: number;
  /** Day of which it speaks; the generator's own unless given. */
  readonly asOf?: string;
}
