/** Who a department is: the folder it lives in, its name in the register, its name in English. */
export interface DepartmentIdentity {
  /** Folder, subgraph and migration name, `medical-insurance`. */
  readonly slug: string;
  /** Official name in the register, 县医保局. */
  readonly name: string;
  readonly english: string;
}

/** The PostgreSQL schema of a department, `medical_insurance`: what its tables and views are in. */
export function schemaOf({ slug }: DepartmentIdentity): string {
  return slug.replaceAll("-", "_");
}
