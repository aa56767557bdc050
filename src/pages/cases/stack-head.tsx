/** A heading of a table, and the class that says how its column is aligned. */
export interface StackHeading {
  readonly heading: string;
  readonly align?: string | undefined;
}

/** The head of a table whose rows become stacks on a narrow screen, where only roles say that it is a table. */
export function StackHead({ headings }: { readonly headings: readonly StackHeading[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {headings.map(({ heading, align }) => (
          <th key={heading} role="columnheader" scope="col" class={align}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}
