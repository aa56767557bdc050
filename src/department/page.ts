import { Directive, Field, ObjectType } from "type-graphql";
import { bilingual } from "./descriptions.js";
import { Open } from "./governed.js";

/** @see https://relay.dev/graphql/connections.htm */
@Directive("@shareable")
@ObjectType("PageInfo", { description: bilingual("分页信息。", "About a page of a connection.") })
export class PageInfo {
  @Open()
  @Field(() => Boolean, { description: bilingual("是否还有下一页。", "Whether more follow.") })
  hasNextPage!: boolean;

  @Open()
  @Field(() => Boolean, {
    description: bilingual("是否有上一页。", "Whether any come before: true after a cursor."),
  })
  hasPreviousPage!: boolean;

  @Open()
  @Field(() => String, {
    nullable: true,
    description: bilingual("本页首个游标。", "Cursor of the first; null on an empty page."),
  })
  startCursor!: string | null;

  @Open()
  @Field(() => String, {
    nullable: true,
    description: bilingual("本页末个游标。", "Cursor of the last; null on an empty page."),
  })
  endCursor!: string | null;
}
