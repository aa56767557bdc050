import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../department/context.js";
import { bilingual } from "../department/descriptions.js";
import { ExpectedRows } from "../department/expected-rows.js";
import { Open } from "../department/governed.js";
import { readableCoordinates } from "../policy/decide.js";
import { explain } from "../policy/explain.js";
import {
  assignedDepartments,
  canonicalName,
  consentRequired,
  dutiesOf,
  findDuty,
  type DepartmentName,
  type RegisterDuty,
} from "../policy/register/register.js";
import { AccessExplanation, Department, Duty, FieldPolicyType, Viewer } from "./types.js";

/** What the hub answers about itself: the caller, the register, the policy. */
@Resolver()
export class HubResolver {
  @Open()
  @Query(() => Viewer, {
    description: bilingual("当前调用方。", "The caller, as its token and headers say."),
  })
  viewer(@Ctx() { caller, resources }: RequestContext): Viewer {
    const readable = readableCoordinates(resources.policy(), caller);
    return {
      client: caller.client,
      department: caller.department,
      duty: caller.duty,
      jurisdiction: caller.jurisdiction,
      readableFields: [...resources.policy().fields.values()]
        .filter((field) => field.kind === "governed" && readable.has(field.coordinate))
        .map((field) => field.coordinate),
    };
  }

  @Open()
  @ExpectedRows(60)
  @Query(() => [Department], {
    description: bilingual("登记册中的全部部门。", "Every department of the register."),
  })
  departments(@Ctx() { resources }: RequestContext): readonly DepartmentName[] {
    return resources.policy().register.departments;
  }

  @Open()
  @ExpectedRows(50)
  @Query(() => [Duty], {
    description: bilingual("登记册中的全部任务。", "Every duty of the register, in order."),
  })
  duties(@Ctx() { resources }: RequestContext): readonly RegisterDuty[] {
    return resources.policy().register.duties;
  }

  @Open()
  @Query(() => Duty, {
    nullable: true,
    description: bilingual("一项任务；无此编号为 null。", "One duty; null for an unknown id."),
  })
  duty(@Arg("id", () => ID) id: string, @Ctx() { resources }: RequestContext) {
    return findDuty(resources.policy().register, id) ?? null;
  }

  @Open()
  @Query(() => AccessExplanation, {
    description: bilingual(
      "说明某部门按某任务能否读取某字段及其依据。",
      "Whether a department may read a field under a duty, and by which rule.",
    ),
  })
  explainAccess(
    @Arg("department", () => String) department: string,
    @Arg("duty", () => ID) duty: string,
    @Arg("coordinate", () => String) coordinate: string,
    @Ctx() { caller, resources }: RequestContext,
  ): AccessExplanation {
    return explain(resources.policy(), { department, duty, date: caller.date }, coordinate);
  }

  @Open()
  @ExpectedRows(250)
  @Query(() => [FieldPolicyType], {
    description: bilingual(
      "全部数据字段的共享政策（目录）。",
      "The sharing policy of every data field: the catalogue.",
    ),
  })
  fieldPolicies(@Ctx() { resources }: RequestContext) {
    return [...resources.policy().fields.values()].filter((field) => field.kind === "governed");
  }
}

/** A duty as the register has it. */
@Resolver(() => Duty)
export class DutyResolver {
  @Open()
  @FieldResolver(() => String, { nullable: true })
  purpose(@Root() duty: RegisterDuty, @Ctx() { resources }: RequestContext): string | null {
    const { purposes } = resources.policy().register;
    return purposes.find(({ id }) => id === duty.id)?.purposeZh ?? null;
  }

  @Open()
  @ExpectedRows(8)
  @FieldResolver(() => [Department])
  departments(@Root() duty: RegisterDuty, @Ctx() { resources }: RequestContext) {
    const { register } = resources.policy();
    const named = duty.departments.map((name) => canonicalName(register, name) ?? name);
    return [...new Set([...named, ...assignedDepartments(register, duty)])].map(
      (name) =>
        register.departments.find((department) => department.name === name) ?? {
          name,
          aliases: [],
          collective: false,
          members: [],
        },
    );
  }

  @Open()
  @FieldResolver(() => Boolean)
  consentRequired(@Root() duty: RegisterDuty, @Ctx() { resources }: RequestContext): boolean {
    return consentRequired(resources.policy().register, duty.id);
  }
}

/** A department as the register has it. */
@Resolver(() => Department)
export class DepartmentResolver {
  @Open()
  @FieldResolver(() => [Duty])
  duties(@Root() department: DepartmentName, @Ctx() { resources }: RequestContext) {
    return dutiesOf(resources.policy().register, department.name);
  }
}
