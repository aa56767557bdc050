import type { DepartmentName, Register } from "./register.js";

/** Every way in which a register contradicts itself, one line each, naming the file to correct; empty for a usable one. */
export function registerProblems(register: Register): string[] {
  return [
    ...dutyProblems(register),
    ...purposeProblems(register),
    ...nameProblems(register.departments),
    ...memberProblems(register.departments),
  ];
}

function dutyProblems({ duties }: Register): string[] {
  return [
    ...repeated(duties.map(({ id }) => id)).map(
      (id) => `register.json: duty ${id} is there more than once`,
    ),
    ...duties
      .filter(({ id, item, list }) => id !== `${item}.${list}`)
      .map(({ id, item, list }) => `register.json: duty ${id} is list ${list} of item ${item}`),
    ...duties
      .filter(({ validFrom, validTo }) => validFrom && validTo && validFrom > validTo)
      .map(({ id }) => `register.json: duty ${id} ends before it begins`),
  ];
}

function purposeProblems({ duties, purposes }: Register): string[] {
  const known = new Set(duties.map(({ id }) => id));
  const ids = purposes.map(({ id }) => id);
  return [
    ...repeated(ids).map((id) => `duties.json: duty ${id} has more than one purpose`),
    ...ids
      .filter((id) => !known.has(id))
      .map((id) => `duties.json: duty ${id} is not in the document; remove its purpose`),
  ];
}

function nameProblems(departments: readonly DepartmentName[]): string[] {
  const own = departments.flatMap(({ name, aliases }) =>
    aliases
      .filter((alias) => alias === name)
      .map(() => `departments.json: ${name} is an alias of itself`),
  );
  const names = departments.flatMap(({ name, aliases }) => [
    name,
    ...aliases.filter((alias) => alias !== name),
  ]);
  return [
    ...own,
    ...repeated(names).map((name) => `departments.json: ${name} is used as a name more than once`),
  ];
}

function memberProblems(departments: readonly DepartmentName[]): string[] {
  const bodies = new Map(
    departments.flatMap((body) =>
      [body.name, ...body.aliases].map((name) => [name, body] as const),
    ),
  );
  return departments.flatMap((body) => {
    const problem = (text: string): string => `departments.json: ${body.name} ${text}`;
    const official = body.members.map((member) => bodies.get(member)?.name ?? member);
    return [
      ...(body.members.length > 0 && !body.collective
        ? [problem("has members, but is no collective")]
        : []),
      ...repeated(official).map((member) => problem(`has the member ${member} more than once`)),
      ...body.members.flatMap((member) => {
        const known = bodies.get(member);
        if (known === body) return [problem("is a member of itself")];
        if (!known) return [problem(`has the member ${member}, which is not in the file`)];
        return known.collective
          ? [problem(`has the member ${member}, which is itself a collective`)]
          : [];
      }),
    ];
  });
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, place) => values.indexOf(value) !== place))];
}
